export type JsonCode =
  | 'JSON_EMPTY'
  | 'JSON_NOT_UTF8'
  | 'JSON_TOO_LARGE'
  | 'JSON_TOO_DEEP'
  | 'JSON_NOT_VALID'
  | 'JSON_CUT_OFF'
  | 'JSON_KEY_TWICE'
  | 'JSON_KEY_RESERVED';

/** Why bytes were not taken as JSON. */
export interface JsonProblem {
  code: JsonCode;
  /** In one line, without the place. */
  text: string;
  /** `CommonBlock.S0`, `[3].payload`; empty for the whole. */
  path: string;
  /** From 1. */
  line: number;
  /** In characters, from 1. */
  column: number;
}

/** Bounds of one JSON text. */
export interface JsonLimits {
  maxBytes: number;
  /** Objects and lists inside one another. */
  maxDepth: number;
  /** As many as there are commas, and beginnings of objects and lists. */
  maxValues: number;
}

/** Keys that are names of a program's own things. No data item is called so. */
export const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Line and column of an offset. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}
