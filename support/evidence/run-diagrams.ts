import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileId } from './text';

/** A message sequence, expected against actual, as SVG text. */
export interface Diagram {
  /** The scenario's label of the MPAN; null for its first. */
  mpan: string | null;
  svg: string;
}

/**
 * Looks which diagrams a folder holds; gives the way to read those of a scenario, one for each MPAN. Its first MPAN has
 * a file of the scenario's name, a further one that name with its label behind.
 */
export async function readRunDiagrams(folder: string): Promise<(scenario: string) => Diagram[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.svg')).sort();
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const id = name.replace(/(-[A-Z])?\.svg$/, '');
    groups.set(id, [...(groups.get(id) ?? []), name]);
  }
  const read = (name: string): Diagram => ({
    mpan: /-([A-Z])\.svg$/.exec(name)?.[1] ?? null,
    svg: readFileSync(path.join(folder, name), 'utf8'),
  });
  return (scenario) => (groups.get(fileId(scenario)) ?? []).map(read).sort(byLabel);
}

const byLabel = (a: Diagram, b: Diagram) => (a.mpan ?? '').localeCompare(b.mpan ?? '');
