import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createControlClient, hubReady, type ControlClient, type HubReady } from '../control';
import {
  referenceConfig,
  resolveConnection,
  startReference,
  type Profile,
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
  /** How processes ended that should be there; empty as long as all are. */
  gone: { hub?: string; participant?: string };
  stop(): Promise<void>;
}

interface Places {
  run: string;
  folder: string;
  stateDir: string;
}

/** Where the session of a run lies, for QUALIFY_SESSION. */
export const sessionFileIn = (stateDir: string): string => join(stateDir, 'session.json');

/**
 * Starts the hub and, for the bundled profile, the reference participant; writes the session for the workers. Resolves
 * when the hub knows what to do; `up` when all is there. With `stopped` aborted that ends what was started and rejects.
 */
export async function start(
  prepared: Prepared,
  resolved: readonly ResolvedIdentity[],
  places: Places,
  stopped: AbortSignal,
): Promise<{ up: Promise<Started> }> {
  const { stateDir } = places;
  const token = randomBytes(32).toString('base64url');
  const files = { environment: join(stateDir, 'environment.json'), assumptions: join(stateDir, 'assumptions.json') };
  const config = await writeHubConfig(prepared, resolved, places, { token, files });
  return { up: bringUp(prepared, places, { config, token, files }, stopped) };
}

interface Known {
  /** The file that the hub is told. */
  config: string;
  token: string;
  files: { environment: string; assumptions: string };
}

async function bringUp(
  prepared: Prepared,
  places: Places,
  { config, token, files }: Known,
  stopped: AbortSignal,
): Promise<Started> {
  const { stateDir, folder, run } = places;
  const starting = startProcess({
    name: 'The hub',
    script: join(__dirname, '../hub/main'),
    args: [],
    told: Promise.resolve(config),
    logFile: join(folder, 'hub.log'),
    ready: hubReady,
  });
  const joining = prepared.profile.bundled ? startBundled(prepared, places, starting) : undefined;
  const [dip, participant] = await Promise.allSettled([starting, joining]);
  if (dip.status === 'rejected') throw dip.reason;
  const hub = dip.value;
  const reference = participant.status === 'fulfilled' ? participant.value : undefined;
  const control = createControlClient({ url: hub.ready.control, token });
  const stop = async (): Promise<void> => {
    await reference?.stop();
    control.close();
    await hub.stop();
  };
  try {
    if (participant.status === 'rejected') throw participant.reason;
    stopped.throwIfAborted();
    const session: SessionFile = {
      run,
      folder,
      hub: hub.ready.control,
      token,
      stateDir,
      environmentFile: files.environment,
      assumptionsFile: files.assumptions,
      participantFile: prepared.participantFile,
      startedTriggers: reference?.triggers ?? null,
      roles: prepared.roles,
      dipIds: ownIdentities(prepared).map(({ dipId }) => dipId),
    };
    await writePrivate(sessionFileIn(stateDir), JSON.stringify(session));
    const gone: Started['gone'] = {};
    void hub.ended.then((how) => (gone.hub = how));
    void reference?.ended.then((how) => (gone.participant = how));
    return { control, session, gone, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Writes what the hub is started with, and what it and the workers read; returns the path of the first. */
async function writeHubConfig(
  { profile, environment, assumptions, options, ...prepared }: Prepared,
  resolved: readonly ResolvedIdentity[],
  { stateDir, folder }: Places,
  { token, files }: Omit<Known, 'config'>,
): Promise<string> {
  // As they were prepared: what the user has confirmed stands in the environment, so that all judge by the same.
  await writePrivate(files.environment, JSON.stringify(environment));
  const register = assumptions.map(({ confirmation: _, ...registered }) => registered);
  await writePrivate(files.assumptions, JSON.stringify(register));
  const tokens = await tokensOf(profile, stateDir);
  const config = {
    stateDir,
    environmentFile: files.environment,
    assumptionsFile: files.assumptions,
    listen: { port: options.dipPort },
    tenants: [
      {
        name: 'participant',
        token,
        ledgerFile: join(folder, 'ledger.ndjson'),
        journalDir: join(stateDir, 'journal'),
        parties: ownIdentities(prepared).map((identity, index) => ownParty(profile, identity, resolved[index]!)),
        trust: trustOf(resolved),
        secrets: [...resolved.map(({ apiKey }) => apiKey), ...tokens],
      },
    ],
  };
  const file = join(stateDir, 'hub.json');
  await writePrivate(file, JSON.stringify(config));
  return file;
}

/** What opens the participant's own interfaces: an answer of a probe must not bring it into the ledger. */
async function tokensOf(profile: Profile, stateDir: string): Promise<string[]> {
  // A reference participant has no address yet, and none is needed.
  const place = { stateDir, started: '' };
  const parts = ['triggers', 'probes'] as const;
  const connections = await Promise.all(parts.map((part) => resolveConnection(profile, part, place)));
  return [...new Set(connections.flatMap((connection) => connection?.token ?? []))];
}

/** It loads itself while the hub does, and is told the rest when that has an address. */
function startBundled(
  prepared: Prepared,
  { stateDir, folder }: Places,
  hub: Promise<StartedProcess<HubReady>>,
): Promise<ReferenceProcess> {
  const { environment, profile, roles } = prepared;
  const config = Promise.all([loadStandingData(environment.standingData), hub]).then(([standing, { ready }]) =>
    referenceConfig(profile, {
      stateDir,
      dipUrl: ready.dip,
      environmentTag: environment.environmentTag,
      effectiveDatesBeginAt: environment.settings.effectiveDatesBeginAt,
      release: environment.release,
      parties: environment.parties,
      standing,
      roles,
      dipIds: ownIdentities(prepared).map(({ dipId }) => dipId),
      faults: prepared.options.faults,
    }),
  );
  return startReference({ config, logFile: join(folder, 'participant.log') });
}
