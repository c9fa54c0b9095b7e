import { nameKey, nameProblem } from '../pack/limits';

/** A page: its name inside a pack, `pages/index.html`, and its HTML. */
export interface Page {
  name: string;
  text: string;
}

/** Folder of the pages. Where a place is spoken of below, it is seen from this folder: `mpan/1012345678907.html`. */
export const folder = 'pages/';

/** How many ledger lines stand on a page, each with an excerpt of its body; of plain tables, how many rows. */
export const linesOfPage = 100;
export const rowsOfPage = 1000;

/** Names for files, one for each id, that every system takes and that differ by more than capital letters. */
export function fileNames(ids: Iterable<string>): Map<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const id of ids) {
    const plain = id.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 100) || '_';
    const base = nameProblem(`${plain}.html`) === undefined ? plain : `_${plain}`;
    let name = base;
    for (let number = 2; taken.has(nameKey(name)); number += 1) name = `${base}~${number}`;
    taken.add(nameKey(name));
    names.set(id, name);
  }
  return names;
}

/** Place of a page of several, from 1: `mpan/1012345678907.html`, `mpan/1012345678907.2.html`. */
export const placeOf = (base: string, number: number): string =>
  number === 1 ? `${base}.html` : `${base}.${number}.html`;

/** As `placeOf`, for tables that are numbered from their first page on: `transactions-1.html`. */
export const numbered = (base: string, number: number): string => `${base}-${number}.html`;

/** From one place to another, relative, so that it holds wherever the folder is. */
export const link = (from: string, to: string): string => '../'.repeat(from.split('/').length - 1) + to;

/** The items of each page, in their order; at least one page. */
export function paged<T>(items: readonly T[], most: number): T[][] {
  const pages: T[][] = [];
  for (let start = 0; start === 0 || start < items.length; start += most) pages.push(items.slice(start, start + most));
  return pages;
}
