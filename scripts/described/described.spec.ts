import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { findFiles } from '../lib/test-run';
import { root } from '../lib/process';
import { lackingCodes, lackingIn, strayIn } from './lacking';
import { readProcesses } from './processes';
import { against, readStated } from './stated';
import { readFeature } from './told';

const domain = path.resolve(root, '../shared/domain');
const present = { skip: existsSync(domain) ? false : 'left out: the process description is absent' };
const theme = 'features/mpan-ownership';
const ofTheme = /^BP(?:00[126]|003[ABC]?|010[a-e])$/;

const read = (...parts: string[]) => readFileSync(path.join(...parts), 'utf8');

/** Codes that come of their fault and of no other, by the confidence that the reference gives them. */
function sureCodes(): Set<string> {
  const entries = read(domain, 'rejection-codes.yaml')
    .split(/^- code: /m)
    .slice(1);
  const sure = entries.filter((entry) => Number(/^ {2}confidence: ([\d.]+)/m.exec(entry)?.[1]) >= 0.9);
  return new Set(sure.map((entry) => /^\w+/.exec(entry)![0]));
}

test(
  'every step, variant and other path of the processes of MPAN ownership is told, or lacks for a stated reason',
  present,
  (t) => {
    const described = readProcesses(read(domain, 'processes.md')).filter(({ process }) => ofTheme.test(process));
    assert.equal(described.length, 12);
    const scenarios = findFiles([theme], '.feature').flatMap((file) => readFeature(read(root, file), file));
    const stated = readStated(read(__dirname, 'stated.yaml'));
    const sure = sureCodes();
    assert.ok(sure.size > 70);

    const found = [
      ...lackingIn(described, scenarios, stated.said),
      ...lackingCodes(described, scenarios, (code) => sure.has(code)),
    ];
    for (const [reason, names] of Object.entries(stated.lacking)) t.diagnostic(`${reason}: ${names?.length ?? 0}`);
    const { unstated, stale, twice } = against(stated, found);
    const told = (what: string, names: readonly string[]) =>
      names.length ? [`${what}:`, ...names.map((name) => `    - ${name}`)] : [];
    const problems = [
      ...told('No scenario of the process tells', unstated),
      ...told('To be deleted from scripts/described/stated.yaml, as it is told by now or not described', stale),
      ...told('Stated twice', twice),
      ...told('Said to go past the DIP, but described otherwise', strayIn(described, stated.said)),
    ];
    assert.ok(problems.length === 0, `\n${problems.join('\n')}`);
  },
);
