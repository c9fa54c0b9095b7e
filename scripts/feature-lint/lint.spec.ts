import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { lintFeatures } from './lint';

const dirs: string[] = [];
after(() => dirs.forEach((dir) => rmSync(dir, { recursive: true })));

const good = `@process:BP001 @theme:mpan-ownership
Feature: BP001 Change of Supplier

  Background:
    Given MPAN "A" is Smart

  @MQ-BP001-010 @role:SUP @role:MSS:incumbent @segment:S @kind:positive @assumes:answer-time @needs:travel
  Scenario: One
    When the Incoming Supplier appoints its Metering Service
    Then these messages are exchanged for MPAN "A":
      |   | from           | to   | message        | within |
      | 1 | SUP (incoming) | REGS | IF-031 [MSApp] | answer |

  @MQ-BP001-110 @role:REGS @kind:negative @mode:enforces
  Scenario Outline: Two
    When the Incoming Supplier errs with <code>
    Then the Registration Service refuses it with <code>

    Examples:
      | case   | code    |
      | first  | REG1031 |
      | second | REG1032 |
`;

async function lint(features: Record<string, string>): Promise<string[]> {
  const dir = mkdtempSync(path.join(tmpdir(), 'feature-lint-'));
  dirs.push(dir);
  const assumption = '- { id: answer-time, text: t, basis: b, default: 5s }\n';
  for (const [file, text] of Object.entries({ 'fixtures/assumptions/a.yaml': assumption, ...features })) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  }
  const { findings } = await lintFeatures(dir);
  assert.ok(findings.every((finding) => finding.text && finding.fix));
  return findings.map(({ file, line, code }) => `${path.basename(file)}:${line} ${code}`);
}

const file = 'features/mpan-ownership/a.feature';

/** The findings of the good feature with one passage changed, without the file's name. */
async function lintChanged(from: string | RegExp, to: string): Promise<string[]> {
  const changed = good.replace(from, to);
  assert.notEqual(changed, good);
  return (await lint({ [file]: changed })).map((finding) => finding.replace('a.feature:', ''));
}

test('a feature in the agreed form has no findings', async () => {
  assert.deepEqual(await lint({ [file]: good }), []);
});

const offences: [what: string, from: string | RegExp, to: string, findings: string[]][] = [
  ['a scenario without an id', '@MQ-BP001-010 ', '', ['8 ID_MISSING']],
  ['two ids', '@MQ-BP001-010', '@MQ-BP001-010 @MQ-BP001-020', ['8 ID_MANY']],
  ['an id of another form', '@MQ-BP001-010', '@MQ-BP001-10', ['8 ID_FORM']],
  ['an id of another process', '@MQ-BP001-010', '@MQ-BP002-010', ['8 ID_WORD']],
  ['an id used twice', '@MQ-BP001-110', '@MQ-BP001-010', ['15 ID_REUSED']],
  ['an id on the feature', 'Feature:', '@MQ-BP001-990\nFeature:', ['2 ID_MISPLACED']],
  ['an id on examples', '    Examples:', '    @MQ-BP001-990\n    Examples:', ['19 ID_MISPLACED']],
  ['no process', '@process:BP001 ', '', ['8 TAG_MISSING', '15 TAG_MISSING']],
  ['no theme', ' @theme:mpan-ownership', '', ['8 TAG_MISSING', '15 TAG_MISSING']],
  [
    'a theme that is not the folder',
    '@theme:mpan-ownership',
    '@theme:meter-to-bank',
    ['8 THEME_FOLDER', '15 THEME_FOLDER'],
  ],
  ['no role', '@role:REGS ', '', ['15 TAG_MISSING']],
  ['no kind', '@kind:positive', '', ['8 TAG_MISSING']],
  ['two kinds', '@kind:positive', '@kind:positive @kind:timing', ['8 TAG_MANY']],
  ['a negative without a mode', ' @mode:enforces', '', ['15 TAG_MISSING']],
  ['an unknown group of tags', '@segment:S', '@segmnt:S', ['7 TAG_UNKNOWN']],
  ['a tag without a value', '@segment:S', '@smart', ['7 TAG_UNKNOWN']],
  ['an unknown segment', '@segment:S', '@segment:X', ['7 TAG_UNKNOWN']],
  ['an unknown kind', '@kind:positive', '@kind:good', ['7 TAG_UNKNOWN']],
  ['an unknown mode', '@mode:enforces', '@mode:refuses', ['14 TAG_UNKNOWN']],
  ['an unknown role', '@role:REGS', '@role:REG', ['14 TAG_UNKNOWN']],
  ['a side that the role has not', '@role:MSS:incumbent', '@role:MSS:incoming', ['7 TAG_UNKNOWN']],
  ['an unknown act', '@needs:travel', '@needs:appoint', ['7 TAG_UNKNOWN']],
  ['an assumption that is not registered', '@assumes:answer-time', '@assumes:answer', ['7 TAG_UNKNOWN']],
  ['examples without cases', '| case ', '| name ', ['19 CASE_MISSING']],
  ['a case without a name', '| first ', '|       ', ['21 CASE_MISSING']],
  ['a case used twice', '| second ', '| first  ', ['22 CASE_REUSED']],
  ['a number as a limit in a table', '| answer |', '| 5s     |', ['12 LIMIT_NUMBER']],
  ['a number as a limit in a step', 'refuses it with <code>', 'refuses it within 5 seconds', ['17 LIMIT_NUMBER']],
  ['a scenario that asserts nothing', '    Then the', '    And the', ['8 THEN_MISSING']],
  ['a feature that cannot be parsed', 'Scenario: One', 'Scenari: One', ['8 SYNTAX']],
  ['a feature without scenarios', /\n {2}Background[^]*/, '\n', ['2 SYNTAX']],
  ['an empty file', /[^]*/, '\n', ['1 SYNTAX']],
];

const legEnd = '| IF-031 [MSApp] | answer |';
const offDipRow = (from: string, to: string, message: string) =>
  `${legEnd}\n      | 2 | ${from} | ${to} | ${message} | |`;
for (const [from, to, message, findings] of [
  ['SUP', 'LDSO', 'D0168', []],
  ['CSS', 'REGS', 'off-DIP: switch secured active', []],
  ['REGS', 'CSS', 'off-DIP: whatever it is told', []],
  ['SUP', 'LDSO', 'D168', ['13 OFF_DIP_ROW']],
  ['SUP', 'LDOS', 'D0168', ['13 OFF_DIP_ROW']],
  ['CSS', 'REGS', 'off-DIP: switch secure', ['13 OFF_DIP_ROW']],
  ['CSS', 'REGS', 'IF-001 [ChangeOfSupplier]', ['13 OFF_DIP_ROW']],
  ['SUP', 'REGS', 'off-DIP: switch secured active', ['13 OFF_DIP_ROW']],
] as [string, string, string, string[]][]) {
  test(`a row ${from} to ${to}, ${message}: ${findings.length ? 'found' : 'good'}`, async () =>
    assert.deepEqual(await lintChanged(legEnd, offDipRow(from, to, message)), findings));
}

for (const [what, from, to, findings] of offences) {
  test(`finds ${what}`, async () => assert.deepEqual(await lintChanged(from, to), findings));
}

test('a role may stand on every block of examples in place of the scenario', async () => {
  const more = '\n\n    @role:MSS\n    Examples:\n      | case  | code    |\n      | third | REG1033 |\n';
  const own = good.replace('@role:REGS ', '').replace('    Examples:', '    @role:REGS\n    Examples:').trimEnd();
  assert.deepEqual(await lint({ [file]: own + more }), []);
  assert.deepEqual(await lint({ [file]: own + more.replace('    @role:MSS\n', '') }), ['a.feature:15 TAG_MISSING']);
  assert.deepEqual(await lint({ [file]: own + more.replace(':MSS', ':MS') }), ['a.feature:25 TAG_UNKNOWN']);
});

test('finds an id used twice in different files', async () => {
  const other = good.replace('@MQ-BP001-110', '@MQ-BP001-120');
  assert.deepEqual(await lint({ [file]: good, 'features/mpan-ownership/b.feature': other }), ['b.feature:8 ID_REUSED']);
});

test('a folder with a word of its own needs no process', async () => {
  const dip = good.replace('@process:BP001 @theme:mpan-ownership', '@theme:dip').replaceAll('@MQ-BP001', '@MQ-DIP');
  assert.deepEqual(await lint({ 'features/dip/a.feature': dip }), []);
  const wrong = dip.replace('@MQ-DIP-010', '@MQ-SEC-010');
  assert.deepEqual(await lint({ 'features/dip/a.feature': wrong }), ['a.feature:8 ID_WORD']);
});

test('scenarios below a rule are linted, too', async () => {
  const rule = good.replace('\n  @MQ-BP001-110', '\n  Rule: R\n\n  @MQ-BP001-010');
  assert.deepEqual(await lint({ [file]: rule }), ['a.feature:17 ID_REUSED']);
});

test('finds that there is nothing to lint', async () => {
  assert.deepEqual(await lint({}), ['features:0 NO_FEATURES']);
});
