import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { sampleMessage, wireTime, type Message } from '../catalogue';
import { createDipClient, loadIdentity, type DipClient, type Identity } from '../wire';
import { start, type Going, type Place } from './qualify.fixture';

// A hub goes on for as long as the tests do.
const longMs = 300_000;

/** A port that nobody has; a hub that is started again needs the one it had. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface RunningHub {
  going: Going;
  dip: string;
  control: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts `qualify hub` and waits until it is ready. */
export async function startHub(
  place: Place,
  ports: { dip: number; control: number },
  more: string[] = [],
): Promise<RunningHub> {
  const { dip, control } = ports;
  const going = start(
    place,
    ['hub', '--port', String(dip), '--control-port', String(control), '--json', ...more],
    longMs,
  );
  const ready = JSON.parse(await going.line(/"event":"ready"/)) as { dip: string; control: string };
  return {
    ...{ going, dip: ready.dip, control: ready.control },
    async stop(signal = 'SIGTERM') {
      going.child.kill(signal);
      const { code, stderr } = await going.ended;
      if (signal !== 'SIGKILL') assert.equal(code, 0, stderr);
    },
  };
}

export interface Participant {
  folder: string;
  dipId: string;
  token: string;
  identity: Identity;
  client(dip: string): DipClient;
}

/** Registers a new participant with the hub of the place, by `qualify init --hub`. */
export async function register(place: Place, name: string, roles: string[], more: string[] = []): Promise<Participant> {
  const folder = path.join(place.dir, name);
  const { code, stderr } = await start(place, ['init', '--hub', '--dir', folder, '--role', ...roles, ...more]).ended;
  assert.equal(code, 0, stderr);
  return participantIn(folder);
}

/** The first identity of a profile that init wrote. */
export function participantIn(folder: string): Participant {
  const read = (...parts: string[]) => readFileSync(path.join(folder, ...parts), 'utf8');
  const dipId = /dipId: '(\d{10})'/.exec(read('participant.yaml'))![1]!;
  const pair = (use: string) => ({
    certificate: path.join(folder, 'certificates', `${dipId}-${use}.pem`),
    key: path.join(folder, 'certificates', `${dipId}-${use}-key.pem`),
  });
  const ca = read('certificates', 'authority.pem');
  const identity = loadIdentity({ transport: pair('transport'), signing: pair('signing') }, ca);
  const apiKey = read('secrets', `${dipId}-api-key`);
  const client = (dip: string) => createDipClient({ identity, dipId, apiKey, baseUrl: dip });
  return { folder, dipId, token: read('secrets', 'hub-token'), identity, client };
}

export interface Told<T> {
  status: number;
  body: T;
}

/** Asks the control API as the bearer of a token. */
export async function ask<T>(url: string, token: string | undefined, method = 'GET', body?: unknown): Promise<Told<T>> {
  const answer = await fetch(url, {
    method,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type') === 'application/json';
  return { status: answer.status, body: (isJson ? JSON.parse(text) : text) as T };
}

/** A valid message of a party about an MPAN, sent now. */
export function messageOf(id: string, event: string, from: string, role: string, mpan: string, to: string[]): Message {
  const sample = sampleMessage(id, event, { mpan, from, at: new Date() });
  sample.CommonBlock.S1.senderRoleID = role;
  sample.CommonBlock.S1.senderTimestamp = wireTime(new Date());
  sample.CommonBlock.S1.environmentTag = 'DEV';
  sample.CommonBlock.A0 = { primaryRecipients: to, secondaryRecipients: [], always: [] };
  return sample;
}

export function operatorToken(place: Place): string {
  return readFileSync(path.join(place.state, 'hub/operator-token'), 'utf8');
}

/** Nobody but its owner may read it. */
export function assertPrivate(file: string): void {
  assert.ok(existsSync(file), file);
  assert.equal(statSync(file).mode & 0o077, 0, `${file} can be read by others`);
}
