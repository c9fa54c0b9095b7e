import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ownParty, type RunningHub } from '../control';
import { controlErrors, errorsOf } from '../errors';
import { writePrivate } from '../wire';
import { tenantName } from './config';

const raise = errorsOf(controlErrors);

const participant = z.strictObject({ name: tenantName, parties: z.array(ownParty), trust: z.array(z.string()) });
const registered = z.strictObject({ schema: z.literal(1), participants: z.array(participant) });

/** A participant that was registered while a hub ran. */
export type RegisteredParticipant = z.infer<typeof participant>;

/** The folder `hub/` of a state folder; its files are their owner's alone. */
export interface HubState {
  dir: string;
  operatorTokenFile: string;
  operatorToken(): Promise<string>;
  tokenFile(tenant: string): string;
  /** The token of a tenant, made when it is first asked for. */
  token(tenant: string): Promise<string>;
  /** A ledger file that nobody has written to yet. */
  ledgerFile(tenant: string, at: Date): string;
  journalDir(tenant: string): string;
  marketFile(tenant: string): string;
  /** HUB_STATE_WRONG. */
  registered(): Promise<RegisteredParticipant[]>;
  saveRegistered(participants: readonly RegisteredParticipant[]): Promise<void>;
  /** Forgets what a tenant was owed, its market and its token. Ledgers stay for as long as they are kept. */
  forget(tenant: string, what?: { token: boolean }): Promise<void>;
  /** Tells other processes where the hub is; undefined: nowhere any more. */
  running(hub: RunningHub | undefined): Promise<void>;
}

export function hubState(stateDir: string): HubState {
  const dir = join(stateDir, 'hub');
  const inDir = (...parts: string[]) => join(dir, ...parts);
  const participantsFile = inDir('participants.json');

  async function secret(file: string): Promise<string> {
    const known = await textOf(file);
    if (known?.trim()) return known.trim();
    const made = randomBytes(32).toString('base64url');
    await writePrivate(file, made);
    return made;
  }

  const tokenFile = (tenant: string) => inDir('tokens', tenant);
  return {
    dir,
    operatorTokenFile: inDir('operator-token'),
    operatorToken: () => secret(inDir('operator-token')),
    tokenFile,
    token: (tenant) => secret(tokenFile(tenant)),
    ledgerFile: (tenant, at) => inDir('ledgers', tenant, `${at.toISOString().replace(/[:.]/g, '-')}.ndjson`),
    journalDir: (tenant) => inDir('journals', tenant),
    marketFile: (tenant) => inDir('markets', `${tenant}.json`),
    async registered() {
      const text = await textOf(participantsFile);
      if (text === undefined) return [];
      const parsed = registered.safeParse(jsonOf(text));
      if (!parsed.success) throw raise('HUB_STATE_WRONG', { problem: z.prettifyError(parsed.error) }, participantsFile);
      return parsed.data.participants;
    },
    saveRegistered: (participants) =>
      writePrivate(participantsFile, JSON.stringify({ schema: 1, participants }, null, 2)),
    async forget(tenant, { token } = { token: true }) {
      await rm(inDir('journals', tenant), { recursive: true, force: true });
      await rm(inDir('markets', `${tenant}.json`), { force: true });
      if (token) await rm(tokenFile(tenant), { force: true });
    },
    async running(hub) {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      if (hub) await writePrivate(inDir('running.json'), JSON.stringify(hub));
      else await rm(inDir('running.json'), { force: true });
    },
  };
}

async function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw raise('HUB_STATE_WRONG', { problem: error.message }, file);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
