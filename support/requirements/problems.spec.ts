import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { QualifyError } from '../errors';
import { readRegisters, registerProblems, type Registers } from '.';
import { bundled, changed } from './registers.fixture';

let registers: Registers;
/** Scenarios that the bundled requirements name. */
let named: string[];
before(async () => {
  registers = await readRegisters(bundled);
  named = registers.requirements.flatMap(({ scenarios }) => scenarios);
});

/** The one problem of changed registers; its text holds what a reader needs. */
function only(of: Registers, ids: readonly string[] = named): QualifyError {
  const [problem, ...more] = registerProblems(of, ids);
  assert.ok(problem, 'no problem');
  assert.deepEqual(more, []);
  assert.equal(problem.kind, 'configuration');
  assert.doesNotMatch(`${problem.message} ${problem.fix}`, /[{}]/);
  return problem;
}

const misspelt: [what: string, file: string, from: string | RegExp, to: string, text: RegExp, fix: RegExp][] = [
  [
    'an event',
    'artefacts/interfaces.yaml',
    '[MSAppActive]',
    '[MSAppActve]',
    /MQ-A-IF-001.*today.*event/,
    /\[MSAppActive\]/,
  ],
  [
    'an interface',
    'artefacts/interfaces.yaml',
    'today: IF-005\n',
    'today: IF-105\n',
    /IF-105/,
    /Did you mean IF-\d05\?/,
  ],
  ['a process', 'artefacts/processes.yaml', 'BP010a, BP010b', 'BP010a, BP010f', /process BP010f/, /BP010/],
  ['a role', 'artefacts/documents.yaml', 'today: UMSDS', 'today: UMSDX', /role UMSDX/, /UMSDS/],
  ['a report', 'artefacts/reports.yaml', 'today: REP-007', 'today: REP-077', /interface REP-077/, /REP-007/],
  ['a role of a constituency', 'constituency.yaml', 'roles: SUP', 'roles: SUX', /row supplier, roles/, /SUP/],
  ['an artefact', 'constituency.yaml', 'MQ-A-SVC-MRS', 'MQ-A-SVC-MRX', /artefact MQ-A-SVC-MRX/, /MQ-A-SVC-MRS/],
  ['a source', 'requirements.yaml', 'source: api, codes', 'source: apy, codes', /source apy/, /api/],
  ['a role of a requirement', 'requirements.yaml', 'roles: REGS\n', 'roles: REGX\n', /MQ-R-BP001-010/, /REGS/],
  ['a message', 'requirements.yaml', 'IF-031 [DSApp]', 'IF-031 [DSAp]', /IF-031 \[DSAp\]/, /IF-031 \[DSApp\]/],
  ['a scenario', 'requirements.yaml', 'MQ-BP001-150', 'MQ-BP001-159', /scenario MQ-BP001-159/, /MQ-BP001-\d50/],
];

for (const [what, file, from, to, text, fix] of misspelt) {
  test(`${what} that does not exist is named, with file, row, field and value`, async () => {
    const copy = await changed(file, from, to);
    const problem = only(copy, what === 'a scenario' ? named.filter((id) => id !== 'MQ-BP001-150') : named);
    assert.equal(problem.code, 'REGISTER_REFERENCE_UNKNOWN');
    assert.match(problem.message, text);
    assert.match(problem.fix, fix);
    assert.ok(problem.place?.includes(file), problem.place);
  });
}

test('a scenario that no requirement names is found', () => {
  const problem = only(registers, [...named, 'MQ-BP999-010']);
  assert.equal(problem.code, 'REGISTER_ROW_MISSING');
  assert.match(problem.message, /MQ-BP999-010 is missing/);
});

test('a number that is in use today cannot be called unused, nor the other way round', async () => {
  const used = only(
    await changed('artefacts/interfaces.yaml', 'fate: same\n    numberToday: same', 'numberToday: unused'),
  );
  assert.equal(used.code, 'REGISTER_NUMBER_WRONG');
  assert.match(used.message, /MQ-A-IF-005.*an interface IF-005/);
  const unused = only(await changed('artefacts/interfaces.yaml', 'numberToday: unused', 'numberToday: same'));
  assert.match(unused.message, /MQ-A-IF-010.*no interface IF-010/);
});

test('a process without a row of constituencies, or without a requirement, is found', async () => {
  const row = / {2}- process: BP014\n {4}why: .*\n/;
  assert.match(only(await changed('constituency.yaml', row, '')).message, /BP014 is missing from processes/);
  const requirements = / {2}BP014:\n(?: {4}.*\n)+/;
  assert.match(
    only(await changed('requirements.yaml', requirements, '')).message,
    /BP014 is missing from requirements/,
  );
});
