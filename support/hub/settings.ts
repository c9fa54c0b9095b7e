import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { controlErrors, errorsOf } from '../errors';
import { durationMs, readYaml } from '../stage';
import { tenantName } from './config';
import { logLevels } from './log';

const raise = errorsOf(controlErrors);

const duration = z
  .string()
  .refine((text) => (durationMs(text) ?? 0) > 0, 'expected a duration such as 30m or 168h')
  .transform((text) => durationMs(text)!);
const port = z.number().int().min(1).max(65_535);
const address = z.strictObject({ host: z.string().min(1).optional(), port: port.optional() });
const keyPair = z.strictObject({ certificate: z.string(), key: z.string() });

const settingsSchema = z.strictObject({
  schema: z.literal(1),
  listen: address.prefault({}),
  publicBase: z.url({ protocol: /^https$/, error: 'expected an https address' }).optional(),
  certificates: z.strictObject({ server: keyPair.optional(), signing: keyPair.optional() }).prefault({}),
  /** PEM files of authorities that participants' certificates may come from, beside the throw-away one. */
  trust: z.array(z.string()).default([]),
  proxy: z.strictObject({ header: z.string().min(1), from: z.array(z.string()).min(1) }).optional(),
  webhookHosts: z
    .union([z.literal('any'), z.array(z.string().min(1)).min(1)], { error: 'expected any, or a list of host names' })
    .optional(),
  control: address.prefault({}),
  journal: z.strictObject({ keep: duration.optional() }).prefault({}),
  ledger: z
    .strictObject({ keep: duration.optional(), megabytes: z.number().positive().max(100_000).optional() })
    .prefault({}),
  log: z.enum(logLevels).default('info'),
  /** A file, or the name of a bundled environment. */
  environment: z.string().min(1).optional(),
  tenants: z.array(z.strictObject({ name: tenantName.optional(), participant: z.string() })).default([]),
});

/** Settings of a standing hub, files as absolute paths, durations in milliseconds. */
export type Settings = z.output<typeof settingsSchema>;

/** The settings of a hub that is started without a file. */
export function usualSettings(): Settings {
  return settingsSchema.parse({ schema: 1 });
}

/** Reads a settings file. HUB_SETTINGS_MISSING, HUB_SETTINGS_WRONG with file, line and field, HUB_IDENTITY_PARTIAL. */
export async function loadSettings(file: string): Promise<Settings> {
  const reading = await readYaml(file, settingsSchema);
  if (!reading.ok) {
    if (reading.missing) throw raise('HUB_SETTINGS_MISSING', { file }, file);
    throw raise('HUB_SETTINGS_WRONG', { problem: reading.problem }, reading.place);
  }
  const settings = reading.value;
  const { server, signing } = settings.certificates;
  if (Boolean(server) !== Boolean(signing)) {
    const [given, missing] = server ? ['server', 'signing'] : ['signing', 'server'];
    throw raise('HUB_IDENTITY_PARTIAL', { given, missing }, `${file}: certificates`);
  }
  return absolute(settings, (path) => resolve(dirname(file), path));
}

function absolute(settings: Settings, at: (path: string) => string): Settings {
  const pair = (one: { certificate: string; key: string }) => ({ certificate: at(one.certificate), key: at(one.key) });
  const { server, signing } = settings.certificates;
  const { environment } = settings;
  return {
    ...settings,
    certificates: { ...(server && { server: pair(server) }), ...(signing && { signing: pair(signing) }) },
    trust: settings.trust.map(at),
    tenants: settings.tenants.map((tenant) => ({ ...tenant, participant: at(tenant.participant) })),
    ...(environment !== undefined && { environment: isBundledName(environment) ? environment : at(environment) }),
  };
}

/** Whether an environment is named as a bundled one is, and not by its file. */
export function isBundledName(environment: string): boolean {
  return /^[a-z0-9-]+$/.test(environment);
}

/** Whether an address is one of this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Hosts that webhooks may have: null is any. HUB_WEBHOOK_HOSTS_MISSING where others than this machine can reach the hub. */
export function webhookHostsOf({ webhookHosts }: Settings, host: string, place: string): string[] | null {
  if (webhookHosts === undefined && !isLoopback(host)) throw raise('HUB_WEBHOOK_HOSTS_MISSING', { host }, place);
  return webhookHosts === undefined || webhookHosts === 'any' ? null : webhookHosts;
}
