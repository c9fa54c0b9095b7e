import { resolve } from 'node:path';
import { createControlClient, type ControlClient } from '../control';
import { errorsOf, worldErrors } from '../errors';
import {
  createProbes,
  createTriggers,
  loadProfile,
  openDtcFolder,
  resolveConnection,
  type DtcFolder,
  type Probes,
  type Profile,
  type Triggers,
} from '../participant';
import { readSession, type SessionFile } from '../session';
import { loadAssumptions, loadEnvironment, speakRelease, type Environment } from '../stage';

const raise = errorsOf(worldErrors);

/** What every scenario of a worker shares: read and connected once. */
export interface WorkerContext {
  session: SessionFile;
  environment: Environment;
  profile: Profile;
  control: ControlClient;
  triggers: Triggers;
  probes: Probes;
  /** Where the files of DTC flows lie, if the profile names a folder. */
  dtc?: DtcFolder;
}

let opened: Promise<WorkerContext> | undefined;

/** The context of this worker; made on first use. */
export function workerContext(): Promise<WorkerContext> {
  opened ??= open();
  return opened;
}

async function open(): Promise<WorkerContext> {
  const session = await readSession();
  if (!session) throw raise('STEP_OUTSIDE_RUN');
  const [profile, assumptions] = await Promise.all([
    loadProfile(session.participantFile),
    loadAssumptions(session.assumptionsFile),
  ]);
  const environment = await loadEnvironment(session.environmentFile, assumptions);
  speakRelease(environment, session.stateDir);
  const place = {
    stateDir: session.stateDir,
    ...(session.startedTriggers ? { started: session.startedTriggers } : {}),
  };
  const [forTriggers, forProbes] = await Promise.all([
    resolveConnection(profile, 'triggers', place),
    resolveConnection(profile, 'probes', place),
  ]);
  const folder = profile.offDip?.folder;
  return {
    session,
    environment,
    profile,
    control: createControlClient({ url: session.hub, token: session.token }),
    triggers: createTriggers({ profile, connection: forTriggers }),
    probes: createProbes({ profile, connection: forProbes }),
    ...(folder === undefined ? {} : { dtc: openDtcFolder(resolve(profile.folder, folder)) }),
  };
}

/** Ends the connections of this worker. */
export async function closeWorkerContext(): Promise<void> {
  if (!opened) return;
  const context = await opened.catch(() => undefined);
  context?.control.close();
}
