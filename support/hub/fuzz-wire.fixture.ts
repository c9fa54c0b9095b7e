import { connect, type TLSSocket } from 'node:tls';
import type { Identity } from '../wire';
import type { Reply } from './fuzz-judge.fixture';

/** A client that writes bytes as they are and reads whole HTTP answers. */
export interface RawClient {
  /** Writes and waits for one final answer or the end of the connection. */
  ask(bytes: Buffer, o?: { head?: boolean; thenEnd?: boolean }): Promise<Reply>;
  /** The connection can be used again. */
  usable(): boolean;
  close(): Promise<void>;
}

export function rawClient(port: number, identity: Identity): Promise<RawClient> {
  const { key, certificate: cert } = identity.transport;
  return new Promise((resolve, reject) => {
    const socket: TLSSocket = connect({ port, host: '127.0.0.1', key, cert, ca: identity.ca, servername: 'localhost' });
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      socket.off('error', reject);
      resolve(clientOf(socket));
    });
  });
}

function clientOf(socket: TLSSocket): RawClient {
  let held: Buffer = Buffer.alloc(0);
  let ended = false;
  let waiting: { head: boolean; done(reply: Reply): void } | undefined;
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));

  function finish(reply: Reply): void {
    const { done } = waiting!;
    waiting = undefined;
    done(reply);
  }
  function look(): void {
    if (!waiting) return;
    const found = readAnswer(held, waiting.head);
    if (found) {
      held = held.subarray(found.length);
      if (found.reply.headers.connection === 'close') ended = true;
      return finish(found.reply);
    }
    if (ended) finish('closed');
  }
  const end = (): void => {
    ended = true;
    look();
  };
  socket.on('data', (part: Buffer) => {
    held = held.length === 0 ? part : Buffer.concat([held, part]);
    look();
  });
  // A reset is one way in which a server may end a connection.
  socket.on('error', end).once('end', end).once('close', end);

  return {
    ask(bytes, { head = false, thenEnd = false } = {}) {
      return new Promise((done) => {
        waiting = { head, done };
        if (ended) return look();
        socket.write(bytes);
        if (thenEnd) socket.end();
      });
    },
    usable: () => !ended && held.length === 0,
    close() {
      socket.destroy();
      return closed;
    },
  };
}

function readAnswer(bytes: Buffer, head: boolean): { reply: Exclude<Reply, 'closed'>; length: number } | undefined {
  const split = bytes.indexOf('\r\n\r\n');
  if (split < 0) return undefined;
  const [first = '', ...lines] = bytes.subarray(0, split).toString('latin1').split('\r\n');
  const status = Number(first.split(' ')[1]);
  const headers = Object.fromEntries(lines.map((line) => [line.split(':', 1)[0]!.toLowerCase(), valueOf(line)]));
  const from = split + 4;
  // 100 Continue is no answer yet.
  if (status === 100) {
    const next = readAnswer(bytes.subarray(from), head);
    return next && { ...next, length: next.length + from };
  }
  const length = head ? 0 : Number(headers['content-length'] ?? 0);
  if (bytes.length < from + length) return undefined;
  return {
    reply: { status, headers, body: bytes.subarray(from, from + length).toString('utf8') },
    length: from + length,
  };
}

const valueOf = (line: string) => line.slice(line.indexOf(':') + 1).trim();
