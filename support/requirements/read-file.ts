import { readFile } from 'node:fs/promises';
import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { errorsOf, requirementsErrors } from '../errors';

const raise = errorsOf(requirementsErrors);

/**
 * Reads one file of a register. QualifyErrors REGISTER_MISSING, REGISTER_UNREADABLE, REGISTER_ROW_WRONG, the last with
 * file, row, field and value.
 */
export async function readRegisterFile<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  let raw: unknown;
  try {
    raw = parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw raise('REGISTER_MISSING', { file }, file, error);
    const line = error.linePos?.[0].line;
    const problem = error.message.split('\n')[0] ?? '';
    throw raise('REGISTER_UNREADABLE', { file, problem }, line ? `${file}:${line}` : file);
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const { row, field, value, problem } = explain(raw, parsed.error.issues[0]!);
  throw raise('REGISTER_ROW_WRONG', { file, row, field, value, problem }, `${file}: ${row}.${field}`);
}

/** Where an issue is, in the words of a register: the row by its id, the field, and what stands there. */
function explain(raw: unknown, issue: z.core.$ZodIssue) {
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...unknownKey];
  const index = path.findIndex((step) => typeof step === 'number');
  const toRow = index < 0 ? [] : path.slice(0, index + 1);
  const row = at(raw, toRow);
  const field = String(path[toRow.length] ?? '(the whole row)');
  return {
    row: index < 0 ? '(the file)' : rowName(row, toRow),
    field,
    value: shown(at(row, path.slice(toRow.length, toRow.length + 1))),
    problem: issue.message,
  };
}

function at(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : value,
    raw,
  );
}

/** The id of a row; of one without an id, its place in the file. */
function rowName(row: unknown, path: readonly PropertyKey[]): string {
  const name = ['id', 'process', 'artefacts'].map((key) => at(row, [key])).find((value) => typeof value === 'string');
  return typeof name === 'string' ? name : path.map(String).join('.');
}

function shown(value: unknown): string {
  if (value === undefined) return 'absent';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'of this form' : JSON.stringify(value);
}
