import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { catalogueErrors, errorsOf, nearest } from '../../errors';
import { formOf, showsForm } from './form';
import type { JsonLimits, JsonProblem } from './json-problem';
import { LineSplitter, type Line } from './lines';
import { parseJson, usualLimits } from './parse-json';

/** What a file says of a message besides the message itself. */
export interface Said {
  interface?: string;
  event?: string;
}

/** A message as it stands in a file, or why it is none. */
export type ReadMessage = {
  /** From 0, over the whole file. */
  index: number;
  /** Where it begins, where each stands on a line of its own. */
  line?: number;
} & Content;

type Content = { payload: unknown; said?: Said } | { problem: JsonProblem };

export interface ReadingLimits {
  /** Of a file that is one JSON text. */
  maxBytes?: number;
  /** Of one line, where a file holds a message on each. */
  maxLineBytes?: number;
  maxDepth?: number;
}

const raise = errorsOf(catalogueErrors);
const usual = { ...usualLimits, maxLineBytes: 16 * 1024 * 1024 };

/**
 * Messages of a file, or of any chunks of bytes, one after the other: one message, a list of them, or one on each line.
 * Each is a payload, `{ payload }` or `{ interface, event, payload }`. Lines are read one by one, so that a file may be of
 * any length; a line that is no JSON is handed on as a problem. QualifyErrors MESSAGES_UNREADABLE, and those of JSON
 * where the file is one text.
 */
export async function* readMessages(
  source: string | AsyncIterable<Buffer>,
  limits: ReadingLimits & { name?: string } = {},
): AsyncGenerator<ReadMessage> {
  const { maxBytes, maxLineBytes, maxDepth, name } = { ...usual, ...limits };
  const place = name ?? (typeof source === 'string' ? source : 'standard input');
  const chunks = opened(source, place);
  const head = await beginning(chunks, maxLineBytes);
  if (formOf(head) === 'document') {
    yield* ofDocument(head, chunks, { maxBytes, maxDepth }, place);
    return;
  }
  let index = 0;
  for await (const lines of linesOf(head, chunks, maxLineBytes)) {
    for (const line of lines) {
      const message = ofLine(line, maxLineBytes, maxDepth);
      if (message) yield { index: index++, line: line.number, ...message };
    }
  }
  if (index === 0) throw raise('JSON_EMPTY', {}, place);
}

async function* opened(source: string | AsyncIterable<Buffer>, place: string): AsyncGenerator<Buffer, undefined> {
  try {
    yield* typeof source === 'string' ? createReadStream(source, { highWaterMark: 1024 * 1024 }) : source;
  } catch (error) {
    const problem = (error as NodeJS.ErrnoException).code ?? String(error);
    const near = problem === 'ENOENT' && typeof source === 'string' ? await nearestFile(source) : undefined;
    throw raise('MESSAGES_UNREADABLE', { problem, nearest: near ? ` Nearest: ${near}.` : '' }, place, error);
  }
}

/** A file of the same folder that was probably meant. */
async function nearestFile(file: string): Promise<string | undefined> {
  const names = await readdir(dirname(file)).catch((): string[] => []);
  const name = nearest(basename(file), names);
  return name && join(dirname(file), name);
}

/** The first lines, or as many bytes as one line may have. */
async function beginning(chunks: AsyncIterator<Buffer, undefined>, maxLineBytes: number): Promise<Buffer> {
  const head: Buffer[] = [];
  for (let size = 0; size <= maxLineBytes;) {
    const { value } = await chunks.next();
    if (!value) break;
    head.push(value);
    size += value.length;
    if (value.includes(0x0a) && showsForm(Buffer.concat(head))) break;
  }
  return Buffer.concat(head);
}

/** The lines of each chunk. */
async function* linesOf(head: Buffer, rest: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Iterable<Line>> {
  const splitter = new LineSplitter(maxBytes);
  yield splitter.push(head);
  for await (const chunk of rest) yield splitter.push(chunk);
  yield splitter.end();
}

function ofLine({ bytes, number }: Line, maxBytes: number, maxDepth: number): Content | undefined {
  if (!bytes) {
    const text = `the line has more than ${maxBytes} bytes`;
    return { problem: { code: 'JSON_TOO_LARGE', text, path: '', line: number, column: 1 } };
  }
  const parsed = parseJson(bytes, { maxBytes, maxDepth });
  if (parsed.ok) return contentOf(parsed.value);
  const { problem } = parsed;
  return problem.code === 'JSON_EMPTY' ? undefined : { problem: { ...problem, line: number } };
}

async function* ofDocument(
  head: Buffer,
  rest: AsyncIterable<Buffer>,
  { maxBytes, maxDepth }: Pick<JsonLimits, 'maxBytes' | 'maxDepth'>,
  place: string,
): AsyncGenerator<ReadMessage> {
  const parts = [head];
  let size = head.length;
  for await (const chunk of rest) {
    size += chunk.length;
    if (size > maxBytes) break;
    parts.push(chunk);
  }
  if (size > maxBytes) throw raise('JSON_TOO_LARGE', { problem: `it has more than ${maxBytes} bytes` }, place);
  const parsed = parseJson(Buffer.concat(parts), { maxBytes, maxDepth });
  if (!parsed.ok) {
    const { code, text, path, line, column } = parsed.problem;
    throw raise(code, { problem: path ? `${path}: ${text}` : text }, `${place}:${line}:${column}`);
  }
  const all: unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
  for (const [index, value] of all.entries()) yield { index, ...contentOf(value) };
}

/** Takes a payload out of what stands around it. */
function contentOf(value: unknown): Content {
  if (typeof value !== 'object' || value === null || !('payload' in value) || 'CommonBlock' in value) {
    return { payload: value };
  }
  const { payload, interface: of, event } = value as Record<string, unknown>;
  const said = { ...(typeof of === 'string' && { interface: of }), ...(typeof event === 'string' && { event }) };
  return { payload, ...(said.interface !== undefined && { said }) };
}
