import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { LedgerInput } from '../../ledger';
import { applyPolicy } from './apply-policy';
import {
  bodies,
  entries,
  everything,
  filesOf,
  linesIn,
  personalRun,
  scan,
  sha256,
  told,
  unmasked,
} from './redaction.fixture';

describe('a damaged ledger', () => {
  const damages: [string, (lines: string[]) => string, RegExp][] = [
    [
      'a line was changed',
      (l) => [l[0], l[1]!.replace('harness', 'harnesS'), ...l.slice(2)].join('\n') + '\n',
      /line 3 does not follow/,
    ],
    ['a line is missing', (l) => [l[0], ...l.slice(2)].join('\n') + '\n', /line 2 does not follow/],
    [
      'a line is no entry',
      (l) => [l[0], `{"street":"${told.street}"}`, ...l.slice(2)].join('\n') + '\n',
      /line 2 is not a ledger entry/,
    ],
    ['the end is cut off', (l) => [...l.slice(0, 3), l[3]!.slice(0, 400)].join('\n'), /line 4 is cut off/],
    ['two lines changed places', (l) => [l[1], l[0], ...l.slice(2)].join('\n') + '\n', /line 1 does not follow/],
  ];
  for (const [what, damage, problem] of damages) {
    it(`stays damaged: ${what}`, async () => {
      const { folder, state } = await personalRun(everything('mask'));
      const ledger = path.join(folder, 'ledger.ndjson');
      writeFileSync(ledger, damage(linesIn(folder)));
      const before = await scan(folder);
      assert.match(before.problem!, problem);
      const redaction = (await applyPolicy(folder, { stateFolder: state }))!;
      assert.equal((await scan(folder)).problem, before.problem);
      assert.deepEqual(unmasked(folder), []);
      assert.equal(redaction.originalLedgerSha256, before.sha256);
    });
  }

  it('whose line cannot be read loses the line, and says so', async () => {
    const { folder, state } = await personalRun(everything('mask'));
    const [first, ...rest] = linesIn(folder);
    writeFileSync(path.join(folder, 'ledger.ndjson'), [first, 'Nettlebury, half a line', ...rest].join('\n') + '\n');
    const redaction = (await applyPolicy(folder, { stateFolder: state }))!;
    assert.match(linesIn(folder)[1]!, /^\[struck: unreadable line of 23 bytes, SHA-256 [0-9a-f]{64}\]$/);
    assert.deepEqual(redaction.struck.at(-1), { rule: 'unreadable', treatment: 'mask', values: 0, lines: 1 });
  });
});

for (const [what, put] of [
  ['is not there', () => undefined],
  ['is a folder', (file: string) => mkdirSync(file)],
] as const) {
  it(`a ledger that ${what} keeps nobody from the rest of the evidence`, async () => {
    const { folder, state } = await personalRun(everything('mask'));
    const ledger = path.join(folder, 'ledger.ndjson');
    rmSync(ledger);
    put(ledger);
    const redaction = (await applyPolicy(folder, { stateFolder: state }))!;
    assert.equal(redaction.originalLedgerSha256, null);
  });
}

describe('the ledger that was struck from', () => {
  const anyEntry = fc
    .record({
      at: fc.constantFrom(...entries),
      key: fc.constantFrom('addressLine5', 'v', 'meterID', 'consentGranularity', 'other', '__proto__', 'subText'),
      value: fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null), fc.array(fc.string())),
    })
    .map(({ at, key, value }): LedgerInput => ({ ...at, body: JSON.parse(`{"${key}":${JSON.stringify(value)}}`) }));

  it('holds its chain, with every line and number in its place, whatever the messages say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { minLength: 1, maxLength: 6 }), async (inputs) => {
        const { folder, state } = await personalRun(everything('mask'), { inputs });
        const before = bodies(folder);
        const originals = linesIn(folder);
        await applyPolicy(folder, { stateFolder: state });
        const after = bodies(folder);
        assert.equal((await scan(folder)).problem, undefined);
        assert.deepEqual(
          after.map(({ seq }) => seq),
          before.map(({ seq }) => seq),
        );
        after.forEach(({ captured }, index) => {
          if (captured !== undefined) assert.equal(captured, sha256(originals[index]!));
        });
        const files = filesOf(folder);
        await applyPolicy(folder, { stateFolder: state });
        assert.deepEqual(filesOf(folder), files);
      }),
      { numRuns: 25 },
    );
  });
});
