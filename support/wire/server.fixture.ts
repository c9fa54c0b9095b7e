import net from 'node:net';
import tls from 'node:tls';
import type { BadRequest } from './bad-request';
import type { KeyPair } from './identity';
import type { MtlsServerOptions } from './server';
import { identities, startServer } from './wire.fixture';

/** A server on a free port that also keeps what was told of bad requests. */
export async function listener(options: Partial<MtlsServerOptions> = {}) {
  const bad: BadRequest[] = [];
  let told: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (told = resolve));
  const onBadRequest = (r: BadRequest) => {
    bad.push(r);
    told();
  };
  return { ...(await startServer({ onBadRequest, ...options })), bad, first };
}

/** A TLS connection that was let in, or a plain one. */
export async function connect(url: string, shown?: Partial<KeyPair> & tls.ConnectionOptions) {
  const port = Number(new URL(url).port);
  const { dip } = await identities();
  const secure = url.startsWith('https:');
  const { key, certificate: cert, ...more } = shown ?? {};
  const o = { port, host: '127.0.0.1', ca: dip.ca, key, cert, ...more };
  const socket = secure ? tls.connect({ ...o, allowHalfOpen: true } as tls.ConnectionOptions) : net.connect(o);
  let text = '';
  socket.on('error', () => undefined).on('data', (part: Buffer) => (text += part.toString('latin1')));
  socket.once('end', () => socket.end());
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  return { socket, ended, text: () => text };
}

/** Sends bytes on a connection of their own; resolves to what came back when the server has ended it. */
export async function say(url: string, bytes: string | Buffer, shown?: KeyPair): Promise<string> {
  const { socket, ended } = await connect(url, shown ?? (await identities()).supplier.transport);
  socket.write(bytes);
  return ended;
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0);
