import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LineCounter, parseDocument, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { nearest } from '../errors';
import { fieldName, keysAt, placeIn, type FieldPath } from '../participant';

/** `placeOf`: `file:line` of a field. */
export type YamlReading<T> =
  | { ok: true; value: T; placeOf(field: FieldPath): string }
  | { ok: false; problem: string; place: string; missing: boolean };

interface Mistake {
  field: FieldPath;
  text: string;
}

const mostShown = 10;

/** Reads a YAML file and checks it against a schema; every mistake is told with its line, an unknown key with the nearest. */
export async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<YamlReading<T>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return { ok: false, problem: 'the file cannot be read', place: file, missing: true };
  }
  const own = schema.safeParse(ownContent(text));
  if (own.success) return { ok: true, value: own.data, placeOf: (field) => placeOf(field, [layerOf(file, text)]) };
  const layer = layerOf(file, text);
  const { document } = layer;
  const [broken] = document.errors;
  if (broken) return { ok: false, problem: firstLine(broken), place: `${file}:${lineOf(broken)}`, missing: false };
  let data: unknown;
  try {
    data = document.toJS();
  } catch (error) {
    // Aliases without an anchor, or far too many of them.
    return { ok: false, problem: firstLine(error), place: file, missing: false };
  }
  const parsed = schema.safeParse(data);
  const layers = [layer];
  if (parsed.success) return { ok: true, value: parsed.data, placeOf: (field) => placeOf(field, layers) };
  const mistakes = mistakesOf(parsed.error.issues, schema, data);
  const told = mistakes.map(({ field, text: what }) => `${fieldName(field) || '(the whole file)'}: ${what}`);
  const more = told.length > mostShown ? [`and ${told.length - mostShown} more`] : [];
  const numbered = told.map((one, index) => `${placeIn(layers, mistakes[index]!.field)} ${one}`);
  const problem = told.length === 1 ? told[0]! : [...numbered.slice(0, mostShown), ...more].join('\n  ');
  return { ok: false, problem, place: placeOf(mistakes[0]!.field, layers), missing: false };
}

function layerOf(file: string, text: string) {
  const lines = new LineCounter();
  return { file, lines, document: parseDocument(text, { lineCounter: lines }), data: {} };
}

const placeOf = (field: FieldPath, layers: ReturnType<typeof layerOf>[]): string =>
  path.join(path.dirname(layers[0]!.file), placeIn(layers, field));

/** What a file of the harness's own holds, which is had far quicker than YAML is read. */
const ownContent = (text: string): unknown => fixtureContent(text) ?? preparedContent(text);

let fixtures: Record<string, unknown> | undefined;

/** Of a bundled file, as the build has read it; in a checkout that was not built there is none. */
function fixtureContent(text: string): unknown {
  const file = path.join(__dirname, '../../fixtures.json');
  fixtures ??= existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
  return fixtures[createHash('sha256').update(text).digest('hex')];
}

/** Of a file prepared for a run: JSON without a space between. What would be written the same holds no key twice. */
function preparedContent(text: string): unknown {
  if (!/^[{[]/.test(text)) return undefined;
  try {
    const data: unknown = JSON.parse(text);
    return JSON.stringify(data) === text ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Unknown keys first; a key that is missing because it was misspelt is told once. */
function mistakesOf(issues: readonly z.core.$ZodIssue[], schema: z.ZodType, data: unknown): Mistake[] {
  const unknown = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => ({ field: [...issue.path, key], near: nearest(key, known), known }));
  });
  const meant = new Set(unknown.map(({ field, near }) => JSON.stringify([...field.slice(0, -1), near])));
  const others = issues.filter(
    (issue) => issue.code !== 'unrecognized_keys' && !(meant.has(JSON.stringify(issue.path)) && isMissing(issue, data)),
  );
  return [
    ...unknown.map(({ field, near, known }) => {
      const hint = near ? `; did you mean "${near}"?` : '';
      return { field, text: `unknown key "${String(field.at(-1))}"${hint} Known: ${known.join(', ')}` };
    }),
    ...others.map((issue) => ({ field: issue.path, text: expectedOf(issue, data) })),
  ];
}

const valueAt = (data: unknown, field: FieldPath): unknown =>
  field.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data);

const isMissing = ({ path: field }: z.core.$ZodIssue, data: unknown) => valueAt(data, field) === undefined;

function expectedOf({ path: field, message }: z.core.$ZodIssue, data: unknown): string {
  const expected = message.replace(/^Invalid \w+: /, '').replace(/, received .*$/, '');
  const value = JSON.stringify(valueAt(data, field));
  return `${expected}, got ${value === undefined ? 'nothing' : value.slice(0, 60)}`;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

function lineOf(error: YAMLParseError): number {
  return error.linePos?.[0].line ?? 1;
}
