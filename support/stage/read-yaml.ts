import { readFile } from 'node:fs/promises';
import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { nearest } from '../errors';
import { keysAt } from '../participant';

export type YamlReading<T> = { ok: true; value: T } | { ok: false; problem: string; place: string; missing: boolean };

/** Reads a YAML file and checks it against a schema; a problem names the line or the field. */
export async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<YamlReading<T>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return { ok: false, problem: 'the file cannot be read', place: file, missing: true };
  }
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    const problem = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { ok: false, problem, place: line ? `${file}:${line}` : file, missing: false };
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0]!;
  const field = issue.path.map(String).join('.') || '(the whole file)';
  const problem = issue.code === 'unrecognized_keys' ? unknownKey(issue, schema) : issue.message;
  return { ok: false, problem: `${field}: ${problem}`, place: `${file}: ${field}`, missing: false };
}

function unknownKey({ keys, path }: z.core.$ZodIssueUnrecognizedKeys, schema: z.ZodType): string {
  const known = keysAt(schema, path);
  const near = nearest(keys[0]!, known);
  return `unknown key "${keys[0]}"${near ? `; did you mean "${near}"?` : ''} Known: ${known.join(', ')}`;
}
