import https from 'node:https';
import { createSecureContext } from 'node:tls';
import axios, { type AxiosResponse } from 'axios';
import { errorsOf, participantErrors } from '../errors';
import { openCertificateStore, sha256Hex, type Identity } from '../wire';
import type { Profile } from './profile';
import { issuedSecret, readNamedFile, readSecret } from './secrets';

const raise = errorsOf(participantErrors);
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
const EXCERPT = 300;

/** How the harness reaches the system under test, secrets read. */
export interface ResolvedConnection {
  baseUrl: string;
  token?: string;
  /** PEM; absent: the authorities that Node trusts. */
  ca?: string;
  /** The harness's own client certificate, shown to a server that asks for one. */
  client?: Identity;
}

/** Name in the certificate store of the harness as a client of the participant's own systems. */
export const HARNESS_CLIENT = 'harness-client';

/** The token of the reference participant's trigger server, kept in the state folder. */
export function triggerToken(stateDir: string): Promise<string> {
  return issuedSecret(stateDir, 'trigger-token');
}

/**
 * The connection of triggers or of probes (which falls back to that of the triggers), with its secrets; undefined when
 * the profile has none. `started` is the address of the reference participant, for the bundled profile.
 */
export async function resolveConnection(
  profile: Profile,
  part: 'triggers' | 'probes',
  { stateDir, started }: { stateDir: string; started?: string },
): Promise<ResolvedConnection | undefined> {
  const own = part === 'probes' && profile.probes.connection ? 'probes' : 'triggers';
  const connection = profile[own].connection;
  if (!connection) return undefined;
  const baseUrl = connection.baseUrl === 'started' ? started : connection.baseUrl;
  if (baseUrl === undefined) return undefined;
  const store = await openCertificateStore(stateDir);
  const field = [own, 'connection'];
  const resolved: ResolvedConnection = {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    client: await store.identity(HARNESS_CLIENT),
  };
  if (connection.token) {
    const issued = { stateDir, name: 'trigger-token' };
    resolved.token = await readSecret(profile, [...field, 'token'], connection.token, issued);
  }
  if (connection.ca) {
    resolved.ca = connection.ca === 'issued' ? store.ca : await readNamedFile(profile, [...field, 'ca'], connection.ca);
  }
  return resolved;
}

/** A connection that is not used for this time is closed. */
const idleMs = 500;

export interface Call {
  method: string;
  path: string;
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** Told what came back, whatever its status. */
  answered?: ((answer: CallAnswer) => void) | undefined;
}

export interface CallAnswer {
  status: number;
  ms: number;
  /** The body: as JSON, else as text. */
  data: unknown;
  /** SHA-256 (hex) of its bytes. */
  bodySha256: string;
  method: string;
  url: string;
}

/**
 * Calls a system under test for a trigger or a probe. Neither is a message of the market, so that none of its errors
 * is the participant's: TRIGGER_UNREACHABLE, TRIGGER_FAILED, PROBE_FAILED (environment), TRIGGER_REFUSED,
 * PROBE_REFUSED (configuration).
 */
export function createCaller(
  connection: ResolvedConnection,
  timeoutMs: number,
  use: 'TRIGGER' | 'PROBE',
): (call: Call) => Promise<CallAnswer> {
  let agent: https.Agent | undefined;
  const client = axios.create({
    baseURL: connection.baseUrl,
    maxRedirects: 0,
    maxContentLength: MAX_ANSWER_BYTES,
    proxy: false,
    validateStatus: () => true,
    responseType: 'arraybuffer',
    headers: {
      accept: 'application/json',
      ...(connection.token ? { authorization: `Bearer ${connection.token}` } : {}),
    },
  });
  return async ({ method, path, body, signal, answered }) => {
    const url = connection.baseUrl + path;
    const limit = AbortSignal.timeout(timeoutMs);
    const started = performance.now();
    const ends = AbortSignal.any([limit, ...(signal ? [signal] : [])]);
    const request = async (): Promise<AxiosResponse<Buffer>> => {
      agent ??= agentOf(connection);
      return client.request<Buffer>({ method, url: path, data: body, signal: ends, httpsAgent: agent });
    };
    const answer = await request().catch((error: Error & { code?: string }) => {
      signal?.throwIfAborted();
      const reason = limit.aborted ? `nothing within ${timeoutMs} ms` : error.message || error.code;
      throw raise('TRIGGER_UNREACHABLE', { method, url, reason }, url, error);
    });
    const { status } = answer;
    const ms = Math.round(performance.now() - started);
    const data = contentOf(answer.data);
    const taken = { status, ms, data, bodySha256: sha256Hex(answer.data), method, url };
    answered?.(taken);
    if (status < 200 || status > 299) {
      const values = { method, url, status, excerpt: excerpt(answer, data) };
      throw raise(status >= 500 ? `${use}_FAILED` : `${use}_REFUSED`, values, url);
    }
    return taken;
  };
}

function agentOf({ ca, client }: ResolvedConnection): https.Agent {
  const secureContext = createSecureContext({
    ...(ca ? { ca } : {}),
    ...(client ? { cert: client.transport.certificate, key: client.transport.key } : {}),
  });
  // Kept for so short a time that no server closes it meanwhile: an act must not be lost to a connection that just ended.
  // What all of them show and trust is read once.
  return new https.Agent({ keepAlive: true, timeout: idleMs, secureContext });
}

function contentOf(bytes: Buffer): unknown {
  // Strips a byte order mark too.
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function excerpt(answer: AxiosResponse, data: unknown): string {
  const location = answer.headers.location as unknown;
  if (answer.status < 400 && typeof location === 'string') return `a redirect to ${location}, which is not followed`;
  const text = typeof data === 'string' ? data : JSON.stringify(data ?? '');
  return text.replace(/\s+/g, ' ').slice(0, EXCERPT) || 'no body';
}
