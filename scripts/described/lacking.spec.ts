import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lackingCodes, lackingIn, strayIn } from './lacking';
import { codesIn, readProcesses } from './processes';
import { against, readStated } from './stated';
import { readFeature } from './told';

const markdown = `## 4. Processes

### BP002 An invented process

| # | Sender -> recipients | Message | Key payload |
|---|---|---|---|
| 1 | CSS -> REGS | off-DIP | a notice |
| 2 | SUP -> REGS | \`IF-031[MSApp]\` | B070 |
| 3 | REGS -> MSS/MSA/UMSO (proposed) | \`IF-033[MSAppSPRequest]\` | B070 |
| 4 | REGS -> old MS; SUP, LDSO | \`IF-037[MSDeApp]\` | B008 |

Variant events:

- IF-034/IF-035 in the variants DSAppSPResponse, DSAppAccepted: as a step.
- IF-026[SMSO]: as a step.

Alternative paths:

| Condition | Path | Codes |
|---|---|---|
| One | IF-032 R; no IF-033 | REG1030, REG1031 |
| Two | IF-035[MSAppRejected] or IF-035[DSAppRejected] | SP001-SP003, SP099 |
| Three | IF-035[MSAppLapsed] and IF-035[DSAppLapsed] | none |
| Four | status message | RCP1061 |
| Five | nothing to see | none |

To prove:

| Role | As sender |
|---|---|
| SUP | IF-031 |

### BP010a Another one

| # | Sender -> recipients | Message |
|---|---|---|
| 1 | LDSO -> REGS | off-DIP |
| 2 | REGS -> SUP | \`IF-018[AddressChg]\` |

## 5. Weakest parts
`;

const table = (...rows: string[]) => [
  '    Then these messages are exchanged for MPAN "A":',
  ...['| | from | to | message |', ...rows].map((row) => `      ${row}`),
];

function scenarios(lines: readonly string[], { process = 'BP002', tags = '', file = 'bp002-x' } = {}) {
  const head = [`@process:${process} @theme:mpan-ownership`, 'Feature: F', `  @MQ-${process}-010 ${tags}`];
  return readFeature([...head, '  Scenario: S', ...lines].join('\n'), `features/mpan-ownership/${file}.feature`);
}

const all = [
  'BP002 step 1, off the DIP, CSS to REGS',
  'BP002 step 2, IF-031 [MSApp], SUP to REGS',
  'BP002 step 3, IF-033 [MSAppSPRequest], REGS to MSS, MSA, UMSO',
  'BP002 step 4, IF-037 [MSDeApp], REGS to MS, SUP, LDSO',
  'BP002 variant IF-034 [DSAppSPResponse]',
  'BP002 variant IF-034 [DSAppAccepted]',
  'BP002 variant IF-035 [DSAppSPResponse]',
  'BP002 variant IF-035 [DSAppAccepted]',
  'BP002 variant IF-026 [SMSO]',
  'BP002 path 1, IF-032, REG1030 or REG1031',
  'BP002 path 2, IF-035 [MSAppRejected] or IF-035 [DSAppRejected], SP001 or SP002 or SP003 or SP099',
  'BP002 path 3, IF-035 [MSAppLapsed], IF-035 [DSAppLapsed]',
  'BP002 path 4, RCP1061',
  'BP002 path 5',
  'BP010a step 1, off the DIP, LDSO to REGS',
  'BP010a step 2, IF-018 [AddressChg], REGS to SUP',
];

const described = readProcesses(markdown);
/** What the lines of one scenario take from the list of what lacks. */
function taken(lines: readonly string[], options?: Parameters<typeof scenarios>[1]): string[] {
  const left = lackingIn(described, scenarios(lines, options));
  return all.filter((name) => !left.includes(name)).map((name) => name.split(',')[0]!);
}

test('without a scenario every step, variant and other path lacks, with its number, message and parties', () => {
  assert.deepEqual(lackingIn(described, []), all);
});

const smart = '    Given MPAN "A" is Smart, import and energised, registered to the Supplier';

const telling: [what: string, lines: string[], takes: string[]][] = [
  ['a row of legs', table('| 1 | SUP | REGS | IF-031 [MSApp] |'), ['BP002 step 2']],
  ['a row to one of the recipients', table('| 1 | REGS | LDSO | IF-037 [MSDeApp] |'), ['BP002 step 4']],
  [
    'a service of any segment',
    table('| 1 | REGS | UMSO (incumbent), EES | IF-037 [MSDeApp] |', '| 2 | REGS | MSA | IF-033 [MSAppSPRequest] |'),
    ['BP002 step 3', 'BP002 step 4'],
  ],
  ['who sends', ['    Then the Supplier sends IF-031 [MSApp] for MPAN "A" with B013 is absent'], ['BP002 step 2']],
  [
    'who receives',
    [smart, '    Then the proposed Metering Service receives IF-033 [MSAppSPRequest] for MPAN "A"'],
    ['BP002 step 3'],
  ],
  ['what was received before', ['    Given LDSO has received IF-037 [MSDeApp] for MPAN "A"'], ['BP002 step 4']],
  ['who refuses', ['    Given REGS will refuse the next IF-031 [MSApp] for MPAN "A" with REG1031'], ['BP002 step 2']],
  ['a row that goes past the DIP', table('| - | CSS | REGS | off-DIP: a notice |'), ['BP002 step 1']],
  ['an act from outside the DIP', ['    When CSS secures the switch of MPAN "A"'], ['BP002 step 1']],
  [
    'a variant',
    ['    Then the Supplier receives IF-035 [DSAppAccepted] for MPAN "A"'],
    ['BP002 variant IF-035 [DSAppAccepted]'],
  ],
  [
    'one message of a path and one of its codes',
    ['    Then the Supplier receives IF-035 [DSAppRejected] for MPAN "A" with B007 = R, SP002'],
    ['BP002 path 2'],
  ],
  [
    'any event of an interface',
    ['    Then the Supplier receives IF-032 [DSAppInitialResp] for MPAN "A" with R0 responseCode = R, REG1031'],
    ['BP002 path 1'],
  ],
  [
    'each message that a path joins',
    ['MSAppLapsed', 'DSAppLapsed'].map((event) => `    Then the Supplier receives IF-035 [${event}] for MPAN "A"`),
    ['BP002 path 3'],
  ],
  ['a code without a message', ['    Then the Supplier refuses it with RCP1061'], ['BP002 path 4']],
];
for (const [what, lines, takes] of telling) {
  test(`told by ${what}`, () => assert.deepEqual(taken(lines), takes));
}

const notTelling: [what: string, lines: string[]][] = [
  ['another sender', table('| 1 | LDSO | REGS | IF-031 [MSApp] |')],
  ['another recipient', table('| 1 | REGS | MDS | IF-037 [MSDeApp] |')],
  ['a service of the other kind', table('| 1 | REGS | SDS | IF-033 [MSAppSPRequest] |')],
  ['another event', table('| 1 | SUP | REGS | IF-031 [DSApp] |')],
  ['who sends what others send', ['    Then the Registration Service sends IF-031 [MSApp] for MPAN "A"']],
  ['who receives what others receive', ['    Then the Supplier receives IF-033 [MSAppSPRequest] for MPAN "A"']],
  ['what is not sent', ['    Then the Supplier sends no IF-031 [MSApp] for MPAN "A"']],
  ['what is not sent again', ['    Then the Supplier sends no second IF-031 [MSApp] for MPAN "A"']],
  ['what stays without an answer', ['    Given REGS will not answer the next IF-031 [MSApp] for MPAN "A"']],
  ['a row between others past the DIP', table('| - | DCC | REGS | off-DIP: a notice |')],
  ['an act of another from outside the DIP', ['    When the DCC answers for MPAN "A"']],
  ['the message of a path without a code', ['    Then the Supplier receives IF-035 [MSAppRejected] for MPAN "A"']],
  ['a code without the message of its path', ['    Given the Supplier refuses it with SP001']],
  ['one of two messages that a path joins', ['    Then the Supplier receives IF-035 [MSAppLapsed] for MPAN "A"']],
];
for (const [what, lines] of notTelling) {
  test(`not told by ${what}`, () => assert.deepEqual(taken(lines), []));
}

test('a process is told by its own scenarios only; the file says which part of BP010 it is', () => {
  const lines = table('| 1 | REGS | SUP | IF-018 [AddressChg] |');
  assert.deepEqual(taken(lines, { process: 'BP010', file: 'bp010a-address' }), ['BP010a step 2']);
  assert.deepEqual(taken(lines, { process: 'BP010', file: 'bp010-change/a-address' }), ['BP010a step 2']);
  for (const file of ['bp010b-consent', 'bp010-change/b-consent', 'bp010-change/all']) {
    assert.deepEqual(taken(lines, { process: 'BP010', file }), []);
  }
  assert.deepEqual(taken(table('| 1 | SUP | REGS | IF-031 [MSApp] |'), { process: 'BP003' }), []);
});

test('a step past the DIP that has a saying is told by these words only', () => {
  const sayings = { 'BP002 step 1': 'is pending in CSS' };
  const left = (...lines: string[]) => lackingIn(described, scenarios(lines), sayings).includes(all[0]!);
  assert.ok(left('    When CSS secures the switch of MPAN "A"'));
  assert.ok(!left('    Given a switch of MPAN "A" is pending in CSS'));
  assert.ok(!left(...table('| - | CSS | REGS | off-DIP: the switch is pending in CSS |')));
  assert.deepEqual(strayIn(described, { ...sayings, 'BP002 step 2': 'x', 'BP009 step 1': 'y' }), [
    'BP002 step 2',
    'BP009 step 1',
  ]);
});

test('a sure code must be asked for by a scenario that enforces', () => {
  const lines = ['    Then the Supplier receives IF-035 [MSAppRejected] for MPAN "A" with B007 = R, SP001'];
  const isSure = (code: string) => ['SP001', 'REG1030', 'REG9999'].includes(code);
  const left = (tags: string) => lackingCodes(described, scenarios(lines, { tags }), isSure);
  assert.deepEqual(left('@mode:enforces'), ['code REG1030']);
  assert.deepEqual(left('@mode:handles'), ['code REG1030', 'code SP001']);
});

test('codes of a text, ranges written out', () => {
  assert.deepEqual(codesIn('SP009-SP011, SP099; REG0000 or REG0000'), ['SP009', 'SP010', 'SP011', 'SP099', 'REG0000']);
});

test('a step that cannot be read is no step left out', () => {
  const wrong = markdown.replace('`IF-031[MSApp]`', '`IF-031`');
  assert.throws(() => readProcesses(wrong), /BP002 step 2 cannot be read/);
  assert.throws(() => readProcesses(markdown.replace('CSS -> REGS', 'CSS')), /BP002 step 1 cannot be read/);
});

test('what lacks without a reason, what is stated and does not lack, and what is stated twice', () => {
  const text =
    'said: {}\nlacking:\n  not yet written: [BP002 step 1, BP002 step 2]\n  other: [BP002 step 2]\n  none:\n';
  const { unstated, stale, twice } = against(readStated(text), ['BP002 step 1', 'BP002 step 3']);
  assert.deepEqual(unstated, ['BP002 step 3']);
  assert.deepEqual(stale, ['BP002 step 2', 'BP002 step 2']);
  assert.deepEqual(twice, ['BP002 step 2']);
  assert.throws(() => readStated('said: {}\nlacking: [BP002 step 1]\n'));
});
