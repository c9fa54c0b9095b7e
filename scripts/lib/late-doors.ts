// The doors of the library, compiled: `index.js` of each folder, which loads what it names when that is first used. A process
// of a run needs little of what stands behind the doors that it comes through, and there are many such processes.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

/** What a door names: the name, the module, and the name there. */
export type Named = readonly [name: string, from: string, original: string];

/**
 * The exports of a door's source text, or undefined where it does anything besides naming what stands in other modules.
 * `all` gives the names that a module exports.
 */
export function namedBy(text: string, all: (from: string) => readonly string[]): Named[] | undefined {
  const { statements } = ts.createSourceFile('index.ts', text, ts.ScriptTarget.Latest);
  const named = new Map<string, Named>();
  const stars: string[] = [];
  for (const statement of statements) {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) return undefined;
    const { exportClause, isTypeOnly } = statement;
    if (isTypeOnly) continue;
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    if (!exportClause) stars.push(from);
    else if (!ts.isNamedExports(exportClause)) return undefined;
    else
      for (const one of exportClause.elements.filter((element) => !element.isTypeOnly)) {
        named.set(one.name.text, [one.name.text, from, (one.propertyName ?? one.name).text]);
      }
  }
  for (const from of stars) {
    for (const name of all(from)) if (!named.has(name)) named.set(name, [name, from, name]);
  }
  return [...named.values()];
}

/** A door as JavaScript. */
export function lateDoor(named: readonly Named[]): string {
  const text = JSON.stringify;
  return `'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
function late(name, load) {
  const get = () => {
    const value = load();
    if (value !== undefined) Object.defineProperty(exports, name, { enumerable: true, value });
    return value;
  };
  Object.defineProperty(exports, name, { enumerable: true, configurable: true, get });
}
${named.map(([name, from, original]) => `late(${text(name)}, () => require(${text(from)})[${text(original)}]);`).join('\n')}
`;
}

/** Makes the doors of the compiled `support/` late. `sources` is the folder that `dist` was compiled from. */
export function makeDoorsLate(sources: string, dist: string): void {
  const doors = readdirSync(path.join(sources, 'support')).flatMap((folder) => {
    const source = path.join(sources, 'support', folder, 'index.ts');
    const file = path.join(dist, 'support', folder, 'index.js');
    if (!existsSync(source) || !existsSync(file)) return [];
    const load = createRequire(file);
    const all = (from: string) => Object.keys(load(from) as object).filter((name) => name !== 'default');
    const named = namedBy(readFileSync(source, 'utf8'), all);
    return named ? [{ file, text: lateDoor(named) }] : [];
  });
  // Only now: the modules behind a door have been loaded through others.
  for (const { file, text } of doors) writeFileSync(file, text);
}
