import type { Asked } from './fuzz-judge.fixture';

/** One request of the storm. */
export interface Attempt extends Asked {
  name: string;
  bytes: Buffer;
  /** On a connection of its own. */
  apart?: boolean;
  /** The sending side of the connection ends after the bytes. */
  thenEnd?: boolean;
}

export type Headers = [name: string, value: string][];

/** A request as its bytes; `length` is what its content-length says. */
export function requestBytes(
  host: string,
  method: string,
  path: string,
  headers: Headers,
  body: Buffer,
  length = body.length,
): Buffer {
  const own: Headers = [
    ['host', host],
    ['content-type', 'application/json'],
    ['content-length', String(length)],
  ];
  const lines = [...own, ...headers].map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}
