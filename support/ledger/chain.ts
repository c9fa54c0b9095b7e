import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { genesis, hashOfLine } from './line';

/** What every line of a chained record holds besides its own. */
export interface Chained {
  /** Number of the line, from 1. */
  seq: number;
  /** SHA-256 (hex) of the bytes of the line before it; zeros for the first. */
  prev: string;
}

export interface Chain<T> {
  /** The lines that can be read, in their order. */
  lines: T[];
  /** The first thing that is wrong, with its line number. */
  problem?: string;
  /** What the next line begins with. */
  next: Chained;
}

/** A record of this size was not written by us. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Reads a small append-only record of chained lines, whole; one that is not there is empty. Lines that are none of its
 * schema are left out and reported.
 */
export function readChain<T extends Chained>(file: string, schema: z.ZodType<T>): Chain<T> {
  const first = { seq: 1, prev: genesis };
  if (!existsSync(file)) return { lines: [], next: first };
  if (statSync(file).size > mostBytes) return { lines: [], problem: 'it is larger than 64 MB', next: first };
  const parts = readFileSync(file, 'utf8').split('\n');
  const rest = parts.pop()!;
  const lines: T[] = [];
  let problem: string | undefined;
  let prev = genesis;
  parts.forEach((text, index) => {
    const number = index + 1;
    const parsed = schema.safeParse(parseJson(text));
    if (!parsed.success) problem ??= `line ${number} is not one of this record`;
    else if (parsed.data.prev !== prev) problem ??= `line ${number} does not follow from the line before it`;
    else if (parsed.data.seq !== number) problem ??= `line ${number} bears the sequence number ${parsed.data.seq}`;
    if (parsed.success) lines.push(parsed.data);
    prev = hashOfLine(text);
  });
  if (rest !== '') {
    problem ??= `line ${parts.length + 1} is cut off`;
    prev = hashOfLine(rest);
  }
  const next = { seq: parts.length + (rest === '' ? 1 : 2), prev };
  return { lines, ...(problem && { problem }), next };
}

/** Adds a line to a chained record; returns its number. One that was cut off is ended first, and so stays visible. */
export function appendChained(file: string, { next }: Pick<Chain<unknown>, 'next'>, own: object): number {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const cutOff = bytes.length > 0 && bytes.at(-1) !== 0x0a;
  appendFileSync(file, `${cutOff ? '\n' : ''}${JSON.stringify({ ...next, ...own })}\n`);
  return next.seq;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
