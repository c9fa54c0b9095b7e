import { resolveConnection, type FieldPath, type Profile, type ProfileIdentity } from '../participant';
import { limitOf, type Environment } from '../stage';
import { lookAt, type Identity, type Look } from '../wire';
import { clockFindings } from './clock';
import { finding, findingsOf, type Finding } from './finding';

export interface EndpointInput {
  profile: Profile;
  environment: Environment;
  identities: readonly ProfileIdentity[];
  stateDir: string;
  /** The simulated DIP, as which webhooks are called, and the authorities that it trusts. */
  dip: Identity;
  trust: string[];
  /** Also what is no obstacle to a run. */
  thorough: boolean;
}

/** Calls every webhook, and the base addresses of triggers and probes, at once. No act is run, nothing is posted. */
export async function endpointFindings(o: EndpointInput): Promise<Finding[]> {
  const asked = [...webhooksOf(o).map((webhook) => webhookFindings(webhook, o)), ...connections(o)];
  return [...(await Promise.all(asked)).flat(), ...unknownWebhooks(o)];
}

interface Webhook {
  url: string;
  place: string;
}

/** Every webhook address of the identities, each once. */
function webhooksOf({ profile, identities }: EndpointInput): Webhook[] {
  const found = new Map<string, Webhook>();
  const add = (url: string | undefined, field: FieldPath): void => {
    if (url && !found.has(url)) found.set(url, { url, place: profile.placeOf(field) });
  };
  for (const identity of identities) {
    const field = ['identities', profile.identities.indexOf(identity), 'webhooks'];
    const { default: all, publications, status } = identity.webhooks;
    add(all, [...field, 'default']);
    for (const [name, url] of Object.entries(publications)) add(url, [...field, 'publications', name]);
    add(status, [...field, 'status']);
  }
  return [...found.values()];
}

/** Who registers its webhooks itself may leave their addresses out of the profile. */
function unknownWebhooks({ profile, identities, thorough }: EndpointInput): Finding[] {
  const unknown = thorough ? identities.filter(({ webhooks }) => !webhooks.default) : [];
  return unknown.map((identity) => {
    const place = profile.placeOf(['identities', profile.identities.indexOf(identity), 'webhooks']);
    const why = 'your system tells the DIP where they are';
    return finding('DOCTOR_NOT_ASKED', { what: `The webhooks of ${identity.dipId}`, why }, place);
  });
}

async function webhookFindings({ url, place }: Webhook, o: EndpointInput): Promise<Finding[]> {
  const timeoutMs = limitOf(o.environment, 'delivery').ms;
  const [known, stranger] = await Promise.allSettled([
    lookAt({ url, ca: o.trust, client: o.dip.transport, timeoutMs }),
    o.thorough ? lookAt({ url, ca: o.trust, timeoutMs }) : Promise.reject(new Error('not asked')),
  ]);
  if (known.status === 'rejected') return findingsOf(known.reason).map((one) => ({ ...one, place }));
  const open = stranger.status === 'fulfilled' && !refuses(stranger.value);
  return [
    ...(open ? [finding('DOCTOR_WEBHOOK_OPEN', { url, status: stranger.value.status }, place)] : []),
    ...healthFindings(url, known.value, place),
    ...clockFindings(url, known.value.clockOffsetMs, o.environment, place),
  ];
}

/** A gateway may refuse by an answer: forbidden, or 400 and 495, 496 with a word about certificates. */
function refuses({ status, excerpt }: Look): boolean {
  return [401, 403, 495, 496].includes(status) || (status === 400 && /certificate/i.test(excerpt));
}

function healthFindings(url: string, { status, excerpt }: Look, place: string): Finding[] {
  if (status < 500) return [];
  const shown = excerpt.replace(/\s+/g, ' ').trim().slice(0, 100) || 'no body';
  return [finding('DOCTOR_ENDPOINT_UNWELL', { url, status, excerpt: shown }, place)];
}

/** The connections of triggers and probes; the probes often have none of their own. */
function connections(o: EndpointInput): Promise<Finding[]>[] {
  const parts = (['triggers', 'probes'] as const).filter((part) => o.profile[part].connection);
  return parts.map((part) => connectionFindings(part, o));
}

async function connectionFindings(part: 'triggers' | 'probes', o: EndpointInput): Promise<Finding[]> {
  const { profile, environment, stateDir } = o;
  const place = profile.placeOf([part, 'connection', 'baseUrl']);
  try {
    const { baseUrl, token, ca, client } = (await resolveConnection(profile, part, { stateDir }))!;
    const look = await lookAt({
      url: baseUrl,
      ...(ca ? { ca: [ca] } : {}),
      ...(client ? { client: client.transport } : {}),
      ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}),
      timeoutMs: limitOf(environment, 'delivery').ms,
    });
    const denied = token !== undefined && [401, 403].includes(look.status);
    const values = { url: baseUrl, status: look.status, field: `${part}.connection.token` };
    return [
      ...(denied ? [finding('DOCTOR_ACCESS_DENIED', values, profile.placeOf([part, 'connection', 'token']))] : []),
      ...healthFindings(baseUrl, look, place),
      ...clockFindings(baseUrl, look.clockOffsetMs, environment, place),
    ];
  } catch (error) {
    return findingsOf(error).map((one) => ({ ...one, place: one.code.startsWith('WIRE_') ? place : one.place }));
  }
}
