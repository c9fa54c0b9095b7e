import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { QualifyError } from '../errors';
import { scratchDir } from '../testing';
import { readRegisters } from '.';
import { changed, changedCopy } from './registers.fixture';

async function refusal(reading: Promise<unknown>): Promise<QualifyError> {
  const error: unknown = await reading.then(
    () => assert.fail('it was not refused'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof QualifyError, String(error));
  assert.equal(error.kind, 'configuration');
  assert.doesNotMatch(`${error.message} ${error.fix}`, /[{}]/);
  return error;
}

const wrong: [what: string, file: string, from: string | RegExp, to: string, text: RegExp][] = [
  ['an unknown field', 'artefacts/reports.yaml', 'count: 6', 'counts: 6', /MQ-A-REP-UNNAMED, counts cannot be 6/],
  [
    'a missing field',
    'artefacts/reports.yaml',
    / {4}title: DUoS report for suppliers.*\n/,
    '',
    /MQ-A-REP-002, title cannot be absent/,
  ],
  [
    'a confidence above 1',
    'artefacts/reports.yaml',
    'confidence: 0.7',
    'confidence: 7',
    /MQ-A-REP-002, confidence cannot be 7/,
  ],
  ['no confidence', 'artefacts/reports.yaml', / {4}confidence: 0.7\n/, '', /MQ-A-REP-002, confidence cannot be absent/],
  [
    'carried and not carried',
    'artefacts/reports.yaml',
    'today: REP-002\n',
    'today: REP-002\n    none: why\n',
    /MQ-A-REP-002, today/,
  ],
  ['neither', 'artefacts/reports.yaml', / {4}today: REP-002\n/, '', /MQ-A-REP-002, today cannot be absent/],
  [
    'a reference without form',
    'artefacts/reports.yaml',
    'today: REP-002\n',
    'today: REP-2\n',
    /MQ-A-REP-002, today cannot be "REP-2"/,
  ],
  ['an unknown kind', 'artefacts/reports.yaml', 'report:\n', 'reports:\n', /row \(the file\), reports/],
  [
    'an id of another form',
    'artefacts/reports.yaml',
    'MQ-A-REP-002\n',
    'REP-002\n',
    /row REP-002, id cannot be "REP-002"/,
  ],
  [
    'a reused number without a word on it',
    'artefacts/interfaces.yaml',
    'Today IF-001 is',
    'Now that is',
    /MQ-A-IF-001, note/,
  ],
  [
    'a numbered interface without its number today',
    'artefacts/interfaces.yaml',
    / {4}numberToday: other\n/,
    '',
    /MQ-A-IF-001, numberToday/,
  ],
  [
    'an unknown constituency',
    'constituency.yaml',
    'stated: supplier, dno',
    'stated: suplier, dno',
    /row BP001, stated cannot be "suplier/,
  ],
  ['an unknown theme', 'constituency.yaml', 'theme: Meter to Bank', 'theme: Meter to Banks', /row BP004, theme/],
  [
    'a requirement of another process',
    'requirements.yaml',
    'MQ-R-BP002-010',
    'MQ-R-BP005-010',
    /MQ-R-BP005-010, id.*MQ-R-BP002-/,
  ],
  [
    'a scenario without form',
    'requirements.yaml',
    'scenarios: MQ-BP001-010',
    'scenarios: BP001-010',
    /MQ-R-BP001-010, scenarios/,
  ],
  [
    'a requirement without a basis',
    'requirements.yaml',
    / {6}basis: stated\n/,
    '',
    /MQ-R-BP001-010, basis cannot be absent/,
  ],
];

for (const [what, file, from, to, text] of wrong) {
  test(`${what}: refused, with file, row, field and value`, async () => {
    const error = await refusal(changed(file, from, to));
    assert.equal(error.code, 'REGISTER_ROW_WRONG');
    assert.match(error.message, text);
    assert.ok(error.message.includes(file) && error.place?.includes(file), error.message);
  });
}

test('an id, or a row of a process, that stands twice is refused', async () => {
  const twice: [string, string, string, RegExp][] = [
    ['artefacts/reports.yaml', 'id: MQ-A-REP-003A', 'id: MQ-A-REP-003', /MQ-A-REP-003/],
    ['requirements.yaml', 'id: MQ-R-BP002-020', 'id: MQ-R-BP002-010', /MQ-R-BP002-010/],
    ['constituency.yaml', 'process: BP006', 'process: BP001', /row BP001, process/],
    ['constituency.yaml', 'id: idno', 'id: dno', /row dno, id/],
  ];
  for (const [file, from, to, text] of twice) {
    const error = await refusal(changed(file, from, to));
    assert.equal(error.code, 'REGISTER_ID_TWICE');
    assert.match(error.message, text);
  }
});

test('a folder without registers, without one of them, or with one that is no YAML is refused', async () => {
  assert.equal((await refusal(readRegisters(scratchDir()))).code, 'REGISTER_MISSING');
  const without = changedCopy('requirements.yaml', 'MQ-BP001-010', 'MQ-BP001-020');
  rmSync(path.join(without, 'requirements.yaml'));
  assert.match((await refusal(readRegisters(without))).place!, /requirements\.yaml$/);
  const broken = await refusal(changed('constituency.yaml', 'constituencies:', 'constituencies: ['));
  assert.equal(broken.code, 'REGISTER_UNREADABLE');
  assert.match(broken.place!, /constituency\.yaml:\d+$/);
});
