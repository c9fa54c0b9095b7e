import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { QualifyError } from '../errors';
import { subjectFolder } from './subject-argument';

const cwd = mkdtempSync(path.join(os.tmpdir(), 'subject-'));
after(() => rmSync(cwd, { recursive: true, force: true }));
const reports = path.join(cwd, 'reports');
const run = path.join(reports, '20270210-100000-PIT-a1b2');
const campaign = path.join(reports, 'campaigns', 'cycle-1');

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof QualifyError);
    return `${error.code} ${error.fix}`;
  }
  return 'nothing';
}

test('an argument names a run by folder or id, the last run, or a campaign by name or folder', () => {
  assert.match(
    codeOf(() => subjectFolder(undefined, { cwd })),
    /^RUN_NOT_NAMED /,
  );
  for (const [folder, file] of [
    [run, 'verdicts.json'],
    [campaign, 'campaign.ndjson'],
  ] as const) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, file), '');
  }
  writeFileSync(path.join(reports, 'latest.txt'), `${path.basename(run)}\n`);
  for (const text of [undefined, 'latest', path.basename(run), `reports/${path.basename(run)}`, run]) {
    assert.equal(subjectFolder(text, { cwd }), run);
  }
  for (const text of ['cycle-1', 'reports/campaigns/cycle-1', campaign]) {
    assert.equal(subjectFolder(text, { cwd }), campaign);
  }
});

test('a folder that only bears the name of a campaign does not hide it', () => {
  mkdirSync(path.join(cwd, 'cycle-1'), { recursive: true });
  assert.equal(subjectFolder('cycle-1', { cwd }), campaign);
});

test('a name that is nothing is told with the nearest', () => {
  assert.match(
    codeOf(() => subjectFolder('cycle-2', { cwd })),
    /^SUBJECT_UNKNOWN Did you mean cycle-1\? /,
  );
  assert.match(
    codeOf(() => subjectFolder('20270210-100000-PIT-a1b3', { cwd })),
    /^SUBJECT_UNKNOWN Did you mean 2027.*a1b2\? /,
  );
  assert.match(
    codeOf(() => subjectFolder('reports/latest.txt', { cwd })),
    /^SUBJECT_UNKNOWN Name the folder/,
  );
});
