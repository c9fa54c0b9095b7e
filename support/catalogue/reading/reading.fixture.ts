import type { ReadMessage } from './messages';
import { parseJson } from './parse-json';
import type { JsonLimits, JsonProblem } from './json-problem';

/** The problem of a text that must not be taken. */
export function problemIn(input: Buffer | string, limits?: Partial<JsonLimits>): JsonProblem {
  const parsed = parseJson(input, limits);
  if (parsed.ok) throw new Error('it was taken');
  return parsed.problem;
}

/** All of a stream, at most so many. */
export async function collected(messages: AsyncIterable<ReadMessage>, atMost = 1000): Promise<ReadMessage[]> {
  const all: ReadMessage[] = [];
  for await (const message of messages) if (all.push(message) >= atMost) break;
  return all;
}

/** A text in chunks of so many bytes. */
export async function* chunksOf(text: string | Buffer, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text as string);
  for (let from = 0; from < bytes.length; from += size) yield await Promise.resolve(bytes.subarray(from, from + size));
}
