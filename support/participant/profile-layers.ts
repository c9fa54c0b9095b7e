import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { errorsOf, participantErrors } from '../errors';
import type { FieldPath } from './profile';

const raise = errorsOf(participantErrors);

/** One YAML file of a profile; a profile and its bases are a list of them, the profile first. */
export interface Layer {
  file: string;
  lines: LineCounter;
  document: Document;
  data: Record<string, unknown>;
}

/** Reads a profile with all that it extends; a base outside the folder of the profile is refused. */
export async function readLayers(file: string): Promise<Layer[]> {
  const first = await readLayer(file, file, 'profile');
  const folder = await realpath(path.dirname(path.resolve(file)));
  const layers = [first];
  const seen = new Set([await realpath(file)]);
  for (let layer = first; typeof layer.data.extends === 'string'; layer = layers.at(-1)!) {
    const base = layer.data.extends;
    const place = placeIn([layer], ['extends']);
    const wanted = path.resolve(path.dirname(layer.file), base);
    if (path.isAbsolute(base) || !isInside(path.dirname(path.resolve(file)), wanted)) {
      throw raise('PROFILE_EXTENDS_OUTSIDE', { file: base }, place);
    }
    const next = await readLayer(wanted, base, 'extends', place);
    const real = await realpath(wanted);
    if (!isInside(folder, real)) throw raise('PROFILE_EXTENDS_OUTSIDE', { file: base }, place);
    if (seen.has(real)) throw raise('PROFILE_EXTENDS_CIRCLE', { file: base }, place);
    seen.add(real);
    layers.push(next);
  }
  return layers;
}

/** All layers as one: maps are merged key by key, everything else (lists too) is replaced by the nearer layer. */
export function mergeLayers(layers: readonly Layer[]): Record<string, unknown> {
  const merged = layers.reduceRight<unknown>((base, layer) => merge(base, layer.data), {}) as Record<string, unknown>;
  const { extends: _base, ...rest } = merged;
  return rest;
}

function merge(base: unknown, over: unknown): unknown {
  if (!isRecord(base) || !isRecord(over)) return over;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = key in base ? merge(base[key], value) : value;
  return merged;
}

/** `participant.yaml:12` of a field: of the nearest layer that holds it, else of the deepest ancestor that exists. */
export function placeIn(layers: readonly Layer[], field: FieldPath): string {
  for (let length = field.length; length > 0; length--) {
    for (const layer of layers) {
      const offset = offsetOf(layer.document, field.slice(0, length));
      if (offset !== undefined) return `${path.basename(layer.file)}:${layer.lines.linePos(offset).line}`;
    }
  }
  return `${path.basename(layers[0]!.file)}:1`;
}

function offsetOf(document: Document, field: FieldPath): number | undefined {
  const parent = field.length > 1 ? document.getIn(field.slice(0, -1), true) : document.contents;
  const last = field.at(-1);
  if (isMap(parent)) {
    const key = parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(last))?.key;
    return isNode(key) ? key.range?.[0] : undefined;
  }
  const node = document.getIn(field, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

async function readLayer(file: string, shown: string, field: string, place?: string): Promise<Layer> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw raise('PROFILE_FILE_MISSING', { field, file: shown, reason: error.code ?? error.message }, place ?? shown);
  });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const name = path.basename(file);
  const fault = document.errors[0];
  if (fault) throw raise('PROFILE_YAML', { reason: fault.message }, `${name}:${lines.linePos(fault.pos[0]).line}`);
  const data = toData(document, name);
  if (!isRecord(data)) throw raise('PROFILE_YAML', { reason: 'expected keys and values' }, `${name}:1`);
  return { file: path.resolve(file), lines, document, data };
}

function toData(document: Document, name: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw raise('PROFILE_YAML', { reason: (error as Error).message }, `${name}:1`);
  }
}

function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
