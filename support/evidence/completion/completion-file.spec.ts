import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { QualifyError } from '../../errors';
import { scratchDir } from '../../testing';
import { readCompletionFile } from './completion-file';

function fileOf(text: string): string {
  const file = path.join(scratchDir(), 'completion.yaml');
  writeFileSync(file, text);
  return file;
}

const refused = (code: string, text: RegExp) => (error: unknown) => {
  assert.ok(error instanceof QualifyError, String(error));
  assert.equal(error.code, code);
  assert.match(`${error.message} | ${error.place} | ${error.fix}`, text);
  assert.doesNotMatch(`${error.message}${error.fix}`, /\{\w+\}/);
  return true;
};

test('a file gives its defects, work-off items, thresholds and signers, with defaults', async () => {
  const file = await readCompletionFile(
    fileOf(`schema: 1
defects: [{ tracker: ADO-1, severity: 2, match: { code: LEG_MISSING } }]
workOff: [{ item: a, owner: b, due: 2027-03-31, reason: c }]
exitCriteria: { minimumPassRate: 95, openDefects: { 1: 0 }, minimumGrade: seen on the wire }
signOff: [{ role: Test manager }]
`),
  );
  assert.deepEqual(file.defects[0]!.status, 'open');
  assert.deepEqual(file.workOff[0]!.due, '2027-03-31');
  assert.deepEqual(file.exitCriteria, {
    ...{ minimumPassRate: 95, openDefects: { '1': 0 }, minimumGrade: 'seen on the wire', others: [] },
  });
});

test('what is wrong is told with field, line and the key that is meant', async () => {
  const wrong = async (text: string, expected: RegExp, code = 'COMPLETION_FILE_WRONG') => {
    await assert.rejects(readCompletionFile(fileOf(text)), refused(code, expected));
  };
  await wrong(
    'schema: 1\nexitCriteria:\n  minimumPassrate: 95\n',
    /exitCriteria\.minimumPassrate: there is no such key.*:3 .*Did you mean minimumPassRate/,
  );
  await wrong('schema: 1\nexitCriteria:\n  minimumPassRate: 950\n', /exitCriteria\.minimumPassRate.*:3 /);
  await wrong('schema: 1\nexitCriteria:\n  minimumGrade: wire\n', /expected one of effect read back/);
  await wrong(
    'schema: 1\ndefects:\n  - tracker: A\n    severity: 2\n    match: {}\n',
    /defects\[1\]\.match: expected at least one of code.*:5 /,
  );
  await wrong(
    'schema: 1\ndefects:\n  - tracker: A\n    severity: 9\n    match: { code: A }\n',
    /defects\[1\]\.severity/,
  );
  await wrong(
    'schema: 1\nworkOff:\n  - { item: a, owner: b, due: soon, reason: c }\n',
    /workOff\[1\]\.due: expected a date, as 2027-03-31/,
  );
  await wrong('schema: 2\n', /schema: expected 1/);
  await wrong('exitCriteria: [\n', /:\d+ /, 'COMPLETION_FILE_UNREADABLE');
  await assert.rejects(readCompletionFile('/nowhere.yaml'), refused('COMPLETION_FILE_UNREADABLE', /does not exist/));
});
