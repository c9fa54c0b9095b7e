import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Command } from 'commander';
import { parse } from 'yaml';
import { faultKind, faultRequest } from '../control';
import { loadSettings, usualSettings } from '../hub';
import { bundled, home } from '../session';
import { loadAssumptions } from '../stage';
import { scratchFile } from '../testing';
import { commands } from './commands';
import { addLazily } from './lazily';
import { collection, signingScript } from './postman.fixture';

/* docs/simulated-dip.md speaks of nothing that is not there. */

const file = path.join(home, 'docs/simulated-dip.md');
const page = readFileSync(file, 'utf8');

const sectionOf = (title: string): string => {
  const found = page.split(/^## /m).find((one) => one.startsWith(`${title}\n`));
  assert.ok(found !== undefined, `the page has no section ${title}`);
  return found;
};
const cells = (row: string) => row.split('|').slice(1, -1);
/** The rows of a section's table, without its head. */
const rowsOf = (section: string) =>
  section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map(cells);
const codeIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

/** The options in the help of a command. */
async function optionsOf(...command: string[]): Promise<string[]> {
  let help = '';
  const program = new Command('qualify').exitOverride().configureOutput({ writeOut: (text) => void (help += text) });
  addLazily(program, commands, () => undefined);
  await assert.rejects(program.parseAsync(['node', 'qualify', ...command, '--help']), {
    code: 'commander.helpDisplayed',
  });
  assert.ok(help.startsWith(`Usage: qualify ${command.join(' ')} `), `there is no ${command.join(' ')}`);
  return [...help.matchAll(/--[a-z-]+/g)].map(([option]) => option);
}

/** Options that a text gives to `qualify`, which do not exist. */
async function wrongOptions(text: string): Promise<string[]> {
  const calls = [...text.replaceAll(/\\\n\s*/g, ' ').matchAll(/\bqualify (catalogue [a-z]+|[a-z]+)([^`\n#>]*)/g)];
  const wrong = calls.map(async ([, command, rest]) => {
    const known = await optionsOf(...command!.split(' '));
    return [...rest!.matchAll(/--[a-z-]+/g)].map(([option]) => option).filter((option) => !known.includes(option));
  });
  return (await Promise.all(wrong)).flat();
}

test('every option of qualify on the page exists', async () => {
  assert.deepEqual(await wrongOptions(page), []);
  assert.deepEqual(await wrongOptions('`qualify hub --json` and `qualify init --huub`'), ['--huub']);
  assert.deepEqual(await wrongOptions('npx qualify catalogue sample X \\\n  --set a=b --sit c'), ['--sit']);
  await assert.rejects(wrongOptions('`qualify hubb --json`'), /there is no hubb/);
  const bare = codeIn(page).filter((code) => /^--[a-z-]+$/.test(code));
  const known = (await Promise.all(['hub', 'init'].map((name) => optionsOf(name)))).flat();
  assert.deepEqual(
    bare.filter((option) => !known.includes(option)),
    [],
  );
});

test('every kind of fault is on the page, no other, with an example that can be asked for', () => {
  const rows = rowsOf(sectionOf('Faults'));
  assert.deepEqual(rows.flatMap(([kinds]) => codeIn(kinds!)).sort(), [...faultKind.options].sort());
  for (const [kinds, , example] of rows) {
    const { kind } = faultRequest.parse(JSON.parse(codeIn(example!)[0]!));
    assert.ok(codeIn(kinds!).includes(kind), kind);
  }
});

test('every assumption that the page names is registered', async () => {
  const known = (await loadAssumptions(bundled.assumptions)).map(({ id }) => id);
  const named = rowsOf(sectionOf('What is official, what is assumed')).map(([, , assumed]) => codeIn(assumed!));
  assert.ok(named.length >= 9 && named.every((ids) => ids.length > 0));
  assert.deepEqual(
    named.flat().filter((id) => !known.includes(id)),
    [],
  );
});

test('the settings file of the page is one, and has every setting', async () => {
  const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(page)!;
  await loadSettings(scratchFile('hub.yaml', yaml!));
  const proxied = yaml!.replace(/^# (proxy:)/gm, '$1').replace(/^# {3}/gm, '  ');
  const { proxy } = await loadSettings(scratchFile('hub.yaml', proxied));
  assert.deepEqual(proxy, { header: 'X-Client-Cert', from: ['10.0.0.0/8'] });
  const shown = Object.keys(parse(proxied) as object);
  const all = [...Object.keys(usualSettings()), 'publicBase', 'proxy', 'webhookHosts', 'environment'];
  assert.deepEqual(
    all.filter((key) => !shown.includes(key)),
    [],
  );
});

test('every file that the page links to is there', () => {
  const links = [...page.matchAll(/\]\(([^)#]+)/g)].map(([, link]) => path.resolve(path.dirname(file), link!));
  assert.ok(links.length > 5);
  assert.deepEqual(
    links.filter((link) => !existsSync(link)),
    [],
  );
});

test('the script in the Postman collection is the one that stands beside it', () => {
  assert.equal(`${collection().event[0].script.exec.join('\n')}\n`, signingScript());
});
