import { requestBytes, type Attempt, type Headers } from './fuzz-http.fixture';
import type { Random } from './fuzz-random.fixture';

export interface BrokenOptions {
  random: Random;
  maxBodyBytes: number;
  host: string;
  path: string;
  /** Headers and body of a good submission. */
  headers: Headers;
  body: Buffer;
}

const nothing = Buffer.alloc(0);
const gone = { thenEnd: true, mayClose: true };

/** A submission that is too large, cut off, or no HTTP at all, on a connection of its own. */
export function brokenAttempt({ random, maxBodyBytes, host, path, headers, body }: BrokenOptions): Attempt {
  const post = (name: string, bytes: Buffer, more: Partial<Attempt> = {}): Attempt => {
    return { name, method: 'POST', path, bytes, apart: true, ...more };
  };
  const written = (more: Headers, content: Buffer, length?: number) =>
    requestBytes(host, 'POST', path, [...headers, ...more], content, length);
  const raw = (text: string) => Buffer.from(`POST ${path} ${text}`, 'latin1');
  const whole = written([], body);
  const kinds: readonly (() => Attempt)[] = [
    () => post('declared too large', written([], nothing, maxBodyBytes + 1)),
    () => post('expected too large', written([['expect', '100-continue']], nothing, maxBodyBytes + 1)),
    () => post('expected', written([['expect', random.one(['100-continue', 'x'])]], body)),
    () => post('half closed', whole.subarray(0, random.int(whole.length)), gone),
    () => post('closed after it', whole, gone),
    () => post('pipelined garbage', Buffer.concat([whole, random.bytes(200)]), { mayClose: true }),
    () => post('headers too large', written([['x-much', 'x'.repeat(70_000)]], body)),
    () => post('garbage', random.bytes(1 + random.int(500)), gone),
    () => post('other version', raw(`HTTP/${random.one(['9.9', '1.0', '2.0'])}\r\n\r\n`), gone),
    () => {
      const size = random.one(['zz', '-1', 'fffffffff']);
      return post('bad chunks', raw(`HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n${size}\r\n`), gone);
    },
  ];
  if (random.chance(0.05)) return post('too large', tooLarge(host, path, maxBodyBytes), { mayClose: true });
  return random.one(kinds)();
}

// Its length is not declared: only what comes tells.
function tooLarge(host: string, path: string, maxBodyBytes: number): Buffer {
  const size = maxBodyBytes + 1;
  const head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ntransfer-encoding: chunked\r\n\r\n${size.toString(16)}\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.alloc(size, '[')]);
}
