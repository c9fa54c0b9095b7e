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
import { collection, signingScript } from './postman.fixture';

/* docs/simulated-dip.md speaks of nothing that is not there. */

const file = path.join(home, 'docs/simulated-dip.md');
const page = readFileSync(file, 'utf8');

const sectionOf = (title: string, text = page): string => {
  const found = text.split(/^## /m).find((one) => one.startsWith(`${title}\n`));
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

/** The options of a command, `catalogue sample` included. */
function optionsOf(name: string, sub: string | undefined): string[] {
  assert.ok(Object.hasOwn(commands, name), `there is no command ${name}`);
  const command = new Command(name);
  commands[name]!.load()(command, () => undefined);
  const inner = command.commands.find((one) => one.name() === sub);
  return [command, ...(inner ? [inner] : [])].flatMap(({ options }) => options.map(({ long }) => long!));
}

/** Options that a text gives to `qualify`, which do not exist. */
function wrongOptions(text: string): string[] {
  const calls = text.replaceAll(/\\\n\s*/g, ' ').matchAll(/\bqualify (?!hub` is)([a-z]+)(?: ([a-z]+))?([^`\n#>]*)/g);
  return [...calls].flatMap(([, name, sub, rest]) => {
    const known = optionsOf(name!, sub);
    return [...rest!.matchAll(/--[a-z-]+/g)].map(([option]) => option).filter((option) => !known.includes(option));
  });
}

test('every option of qualify on the page exists', () => {
  assert.deepEqual(wrongOptions(page), []);
  assert.deepEqual(wrongOptions('`qualify hub --json` and `qualify init --huub`'), ['--huub']);
  assert.deepEqual(wrongOptions('npx qualify catalogue sample X \\\n  --set a=b --sit c'), ['--sit']);
  const bare = codeIn(page).filter((code) => /^--[a-z-]+$/.test(code));
  const known = ['hub', 'init'].flatMap((name) => optionsOf(name, undefined));
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
  const proxied = yaml!.replace(/^# (proxy:|  header:|  from:)/gm, '$1').replace(/^#   /gm, '  ');
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
