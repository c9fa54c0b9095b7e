import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { errorsOf, wireErrors } from '../errors';
import {
  hubConfig,
  isBundledName,
  loadSettings,
  usualSettings,
  webhookHostsOf,
  type HubConfig,
  type HubState,
  type LogLevel,
  type Settings,
  type TenantConfig,
} from '../hub';
import { loadProfile, resolveIdentity, type Profile, type ProfileIdentity } from '../participant';
import { bundled, ownParty, trustOf } from '../session';
import { ownPool } from '../stage';
import { numberOf } from './number-option';

const raise = errorsOf(wireErrors);

export interface HubFlags {
  port?: string;
  host?: string;
  controlPort?: string;
  environment?: string;
  participant?: string[];
  settings?: string;
}

/** A tenant that was named at the start, with where the API key of each DIP ID is to be found. */
export interface Housed {
  name: string;
  apiKeys: Record<string, string>;
}

/** What a hub is started with, from its flags and its settings file; flags win. */
export async function hubConfigOf(
  flags: HubFlags,
  stateDir: string,
  state: HubState,
): Promise<{ config: HubConfig; housed: Housed[]; level: LogLevel }> {
  const settings = flags.settings ? await loadSettings(resolve(flags.settings)) : usualSettings();
  const host = flags.host ?? settings.listen.host ?? '127.0.0.1';
  const webhookHosts = webhookHostsOf(settings, host, flags.settings ?? '--host');
  const port = numberOf('hub', '--port', flags.port, 65_535) ?? settings.listen.port ?? 8443;
  const controlPort = numberOf('hub', '--control-port', flags.controlPort, 65_535) ?? settings.control.port ?? 8444;
  const environment = flags.environment ?? settings.environment ?? 'pit';
  const asked = [
    ...settings.tenants,
    ...(flags.participant ?? []).map((file) => ({ name: undefined, participant: resolve(file) })),
  ];
  const tenants = await Promise.all(asked.map((one) => tenantOf(one, stateDir, state)));
  const { server, signing } = settings.certificates;
  const config = hubConfig.parse({
    stateDir,
    environmentFile: isBundledName(environment) ? bundled.environment(environment) : resolve(environment),
    assumptionsFile: bundled.assumptions,
    listen: {
      ...{ host, port },
      ...(settings.publicBase && { publicBase: settings.publicBase.replace(/\/+$/, '') }),
      ...(server && signing && { identity: { transport: server, signing } }),
      ...(settings.proxy && { proxy: settings.proxy }),
    },
    control: {
      ...{ host: settings.control.host ?? '127.0.0.1', port: controlPort },
      operatorToken: await state.operatorToken(),
    },
    webhookHosts,
    trust: await Promise.all(settings.trust.map(readPem)),
    standing: true,
    keep: keepOf(settings),
    tenants: tenants.map(({ tenant }) => tenant),
  });
  return { config, housed: tenants.map(({ housed }) => housed), level: settings.log };
}

async function tenantOf(
  asked: { name?: string | undefined; participant: string },
  stateDir: string,
  state: HubState,
): Promise<{ tenant: TenantConfig; housed: Housed }> {
  const profile = await loadProfile(asked.participant);
  const name = asked.name ?? nameOf(profile.name);
  const resolved = await Promise.all(profile.identities.map((one) => resolveIdentity(profile, one, { stateDir })));
  const token = await state.token(name);
  return {
    tenant: {
      ...{ name, token, trust: trustOf(resolved) },
      pool: ownPool(profile),
      parties: profile.identities.map((one, index) => ownParty(profile, one, resolved[index]!)),
      secrets: resolved.map(({ apiKey }) => apiKey),
      ledgerFile: state.ledgerFile(name, new Date()),
      journalDir: state.journalDir(name),
    },
    housed: {
      name,
      apiKeys: Object.fromEntries(profile.identities.map((one) => [one.dipId, placeOfKey(profile, one, stateDir)])),
    },
  };
}

function placeOfKey({ folder }: Profile, { apiKey, dipId }: ProfileIdentity, stateDir: string): string {
  if (apiKey === 'issued') return join(stateDir, 'secrets', `api-key-${dipId}`);
  return 'env' in apiKey ? `the environment variable ${apiKey.env}` : resolve(folder, apiKey.file);
}

/** A name of a profile as the name of a tenant: `Larch Energy (test)` → `larch-energy-test`. */
export function nameOf(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return name || 'participant';
}

function keepOf({ journal, ledger }: Settings): object {
  return {
    ...(journal.keep && { journalMs: journal.keep }),
    ...(ledger.keep && { ledgerMs: ledger.keep }),
    ...(ledger.megabytes && { ledgerBytes: Math.round(ledger.megabytes * 1024 * 1024) }),
  };
}

async function readPem(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: Error) => {
    throw raise('WIRE_FILE_MISSING', { what: 'trust anchor', file }, file, cause);
  });
}
