import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createControlClient, hubReady, type ControlClient, type HubReady } from '../control';
import {
  referenceConfig,
  resolveConnection,
  startReference,
  type ReferenceProcess,
  type ResolvedIdentity,
} from '../participant';
import { startProcess, type StartedProcess } from '../process';
import { loadStandingData } from '../stage';
import { writePrivate } from '../wire';
import { ownIdentities } from './access';
import { ownParty, trustOf } from './own-party';
import type { Prepared } from './prepare';
import type { SessionFile } from './session-file';

export interface Started {
  control: ControlClient;
  session: SessionFile;
  /** Where the session file lies, for QUALIFY_SESSION. */
  sessionFile: string;
  /** How processes ended that should be there; empty as long as all are. */
  gone: { hub?: string; participant?: string };
  stop(): Promise<void>;
}

interface Places {
  run: string;
  folder: string;
  stateDir: string;
}

/**
 * Starts the hub and, for the bundled profile, the reference participant; writes the session for the workers. With
 * `stopped` aborted it ends what it has started and rejects.
 */
export async function start(
  prepared: Prepared,
  resolved: readonly ResolvedIdentity[],
  places: Places,
  stopped: AbortSignal,
): Promise<Started> {
  const { stateDir, folder, run } = places;
  const token = randomBytes(32).toString('base64url');
  // As it was prepared, with what the user has confirmed: hub and workers must judge by the same.
  const environmentFile = join(stateDir, 'environment.json');
  await writePrivate(environmentFile, JSON.stringify(prepared.environment));
  const hub = await startHubProcess({ ...prepared, environmentFile }, resolved, places, token);
  let reference: ReferenceProcess | undefined;
  const gone: Started['gone'] = {};
  void hub.ended.then((how) => (gone.hub = how));
  const control = createControlClient({ url: hub.ready.control, token });
  const stop = async (): Promise<void> => {
    await reference?.stop();
    control.close();
    await hub.stop();
  };
  try {
    stopped.throwIfAborted();
    reference = prepared.profile.bundled ? await startBundled(prepared, places, hub.ready) : undefined;
    void reference?.ended.then((how) => (gone.participant = how));
    const session: SessionFile = {
      run,
      folder,
      hub: hub.ready.control,
      token,
      stateDir,
      environmentFile,
      assumptionsFile: prepared.assumptionsFile,
      participantFile: prepared.participantFile,
      startedTriggers: reference?.triggers ?? null,
      roles: prepared.roles,
      dipIds: ownIdentities(prepared).map(({ dipId }) => dipId),
    };
    stopped.throwIfAborted();
    const sessionFile = join(stateDir, 'session.json');
    await writePrivate(sessionFile, JSON.stringify(session));
    return { control, session, sessionFile, gone, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startHubProcess(
  prepared: Prepared,
  resolved: readonly ResolvedIdentity[],
  places: Places,
  token: string,
): Promise<StartedProcess<HubReady>> {
  const { stateDir, folder } = places;
  const { profile } = prepared;
  const parties = ownIdentities(prepared).map((identity, index) => ownParty(profile, identity, resolved[index]!));
  const tokens = await tokensOf(prepared, stateDir);
  const config = {
    stateDir,
    environmentFile: prepared.environmentFile,
    assumptionsFile: prepared.assumptionsFile,
    listen: { port: prepared.options.dipPort },
    tenants: [
      {
        name: 'participant',
        token,
        ledgerFile: join(folder, 'ledger.ndjson'),
        journalDir: join(stateDir, 'journal'),
        parties,
        trust: trustOf(resolved),
        secrets: [...resolved.map(({ apiKey }) => apiKey), ...tokens],
      },
    ],
  };
  const file = join(stateDir, 'hub.json');
  await writePrivate(file, JSON.stringify(config));
  return startProcess({
    name: 'The hub',
    script: join(__dirname, '../hub/main'),
    args: [file],
    logFile: join(folder, 'hub.log'),
    ready: hubReady,
  });
}

/** What opens the participant's own interfaces: an answer of a probe must not bring it into the ledger. */
async function tokensOf({ profile }: Prepared, stateDir: string): Promise<string[]> {
  // A reference participant has no address yet, and none is needed.
  const place = { stateDir, started: '' };
  const parts = ['triggers', 'probes'] as const;
  const connections = await Promise.all(parts.map((part) => resolveConnection(profile, part, place)));
  return [...new Set(connections.flatMap((connection) => connection?.token ?? []))];
}

async function startBundled(
  prepared: Prepared,
  { stateDir, folder }: Places,
  hub: HubReady,
): Promise<ReferenceProcess> {
  const { environment, profile, roles } = prepared;
  const config = await referenceConfig(profile, {
    stateDir,
    dipUrl: hub.dip,
    environmentTag: environment.environmentTag,
    effectiveDatesBeginAt: environment.settings.effectiveDatesBeginAt,
    release: environment.release,
    parties: environment.parties,
    standing: await loadStandingData(environment.standingData),
    roles,
    dipIds: ownIdentities(prepared).map(({ dipId }) => dipId),
    faults: prepared.options.faults,
  });
  return startReference({ config, logFile: join(folder, 'participant.log') });
}
