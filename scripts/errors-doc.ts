// Writes docs/errors.md from the registry and docs/acts.md from the table of acts; `--check` only says whether they are
// up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkCatalogue, type CheckDefinition, scenarioChecks } from '../support/checks';
import * as registry from '../support/errors';
import type { ErrorDefinition } from '../support/errors';
import * as acts from './acts-doc';
import { root } from './lib/process';

export const file = path.join(root, 'docs/errors.md');

/** Every table of the registry, by the folder that raises its errors. */
function tables(): [string, Record<string, ErrorDefinition>][] {
  return Object.entries(registry as Record<string, unknown>)
    .filter(([name]) => name.endsWith('Errors'))
    .map(([name, table]): [string, Record<string, ErrorDefinition>] => [
      name.replace(/Errors$/, ''),
      table as Record<string, ErrorDefinition>,
    ])
    .sort(([a], [b]) => a.localeCompare(b));
}

const head = `# Errors and checks

Every message of \`qualify\` has a code, says whose fault it is, and what to do next. Look the code up here. Words in
braces stand for what the message names.

Blame: **participant** (its message or answer is wrong, missing or late), **configuration** (profile, environment,
certificates, selection), **environment** (the network, an external party), **harness** (this tool).
`;

/** The text of docs/errors.md. */
export function errorsPage(): string {
  const sections = tables().map(([folder, table]) => {
    const entries = Object.entries(table).sort(([a], [b]) => a.localeCompare(b));
    return [`## ${folder}`, ...entries.map(([code, error]) => errorText(code, error))].join('\n\n');
  });
  return `${[head, ...sections, checksText()].join('\n')}\n`.replace(/\n{3,}/g, '\n\n');
}

function errorText(code: string, { kind, text, cause, fix }: ErrorDefinition): string {
  const oneLine = (value: string) => value.replace(/\s*\n\s*/g, ' · ').trim();
  return `### ${code}\n\n${oneLine(text)}\n\n- blame: ${kind}\n- cause: ${oneLine(cause)}\n- fix: ${oneLine(fix)}`;
}

function checksText(): string {
  return [
    '## Always-on checks',
    '',
    'These hold for every message of the participant and every answer of its webhooks. An environment file may raise a',
    '*should* to a *must*.',
    '',
    ...checkTable(checkCatalogue),
    '',
    '## Checks of a scenario',
    '',
    'These are made by the steps of a scenario, and by the sweep at the end of a run.',
    '',
    ...checkTable(scenarioChecks),
  ].join('\n');
}

function checkTable(checks: Record<string, Omit<CheckDefinition, 'of'>>): string[] {
  const rows = Object.entries(checks).map(([id, { level, text, source, cause, fix }]) => {
    const next = cause ? `${fix} Usual cause: ${cause}` : fix;
    return `| \`check:${id}\` | ${level} | ${text} | ${source} | ${next} |`;
  });
  return ['| check | level | what must hold | source | next |', '|---|---|---|---|---|', ...rows];
}

if (require.main === module) {
  const pages: [file: string, text: string][] = [
    [file, errorsPage()],
    [acts.file, acts.actsPage()],
  ];
  const old = pages.filter(([name, text]) => !existsSync(name) || readFileSync(name, 'utf8') !== text);
  if (process.argv.includes('--check')) {
    for (const [name] of old) console.error(`${path.relative(root, name)} is out of date: npm run docs`);
    process.exitCode = old.length === 0 ? 0 : 1;
  } else for (const [name, text] of old) writeFileSync(name, text);
}
