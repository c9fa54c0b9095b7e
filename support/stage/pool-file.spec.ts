import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { mpanCheckDigit, mpanWithCheckDigit } from '../catalogue';
import { scratchDir, scratchFile } from '../testing';
import { readPool } from './pool-file';

const kind = { segment: 'S', meterKind: 'smart', energyDirection: 'I', energisation: 'E', gspGroup: '_A' };
const range = { first: '990000000000', count: 3, ...kind };
const one = { mpan: mpanWithCheckDigit('990000000100'), ...kind };
const yaml = (value: object) => scratchFile('pool.yaml', stringify({ schema: 1, ...value }));
const csv = (...mpans: string[]) =>
  scratchFile(
    'pool.csv',
    [Object.keys(one).join(), ...mpans.map((mpan) => Object.values({ ...one, mpan }).join())].join('\n'),
  );

test('YAML and CSV say the same', async () => {
  const [fromYaml, fromCsv] = [await readPool(yaml({ mpans: [one] })), await readPool(csv(one.mpan))];
  const bare = ({ rows }: typeof fromYaml) => rows.map(({ line: _, ...row }) => row);
  assert.deepEqual(bare(fromYaml), [one]);
  assert.deepEqual(bare(fromCsv), [one]);
});

test('a pool of rows remembers, one of ranges does not, unless it says so', async () => {
  const remember = async (value: object) => (await readPool(yaml(value))).remember;
  assert.deepEqual(
    [
      await remember({ ranges: [range] }),
      await remember({ mpans: [one] }),
      await remember({ ranges: [range], mpans: [one] }),
      await remember({ ranges: [range], remember: true }),
      await remember({ mpans: [one], remember: false }),
      (await readPool(csv(one.mpan))).remember,
    ],
    [false, true, true, true, false, true],
  );
});

test('an MPAN that stands twice is refused with both lines', async () => {
  await assert.rejects(readPool(csv(one.mpan, mpanWithCheckDigit('990000000101'), one.mpan)), {
    code: 'POOL_MPAN_TWICE',
    message: new RegExp(`MPAN ${one.mpan} stands twice.*in line 2 and in line 4`),
    place: /pool\.csv:4$/,
  });
  await assert.rejects(readPool(yaml({ mpans: [one, { ...one }] })), {
    code: 'POOL_MPAN_TWICE',
    message: /in line 3 and in line 9/,
    place: /pool\.yaml:9$/,
  });
});

test('a row inside a range, and ranges that overlap, are refused with both lines', async () => {
  const inside = { ...one, mpan: mpanWithCheckDigit('990000000002') };
  await assert.rejects(readPool(yaml({ ranges: [range], mpans: [inside] })), {
    code: 'POOL_MPAN_TWICE',
    message: /in the range that begins with 990000000000 \(line 3\) and in line 11/,
  });
  const beside = { ...one, mpan: mpanWithCheckDigit('990000000003') };
  assert.equal((await readPool(yaml({ ranges: [range], mpans: [beside] }))).rows.length, 1);
  await assert.rejects(readPool(yaml({ ranges: [range, { ...range, first: '990000000002' }] })), {
    message: /\(line 3\) and in the range that begins with 990000000002 \(line 10\)/,
  });
});

test('two mistakes of that sort are told together', async () => {
  await assert.rejects(readPool(csv(one.mpan, one.mpan, one.mpan)), {
    code: 'POOL_FILE_WRONG',
    message: /^2 mistakes/,
  });
});

test('a value of another form, an empty pool and a file that is not there are refused', async () => {
  await assert.rejects(readPool(yaml({ mpans: [{ ...one, mpan: Number(one.mpan) }] })), {
    code: 'POOL_WRONG',
    message: /mpans\[0\]\.mpan: expected 13 digits, got \d{13}/,
    place: /pool\.yaml:3$/,
  });
  await assert.rejects(readPool(yaml({ mpans: [{ ...one, suplier: 'LARC' }] })), {
    message: /did you mean "supplier"/,
  });
  await assert.rejects(readPool(yaml({ mpans: [{ ...one, label: 'A' }] })), { message: /scenario and label together/ });
  await assert.rejects(readPool(yaml({})), { code: 'POOL_WRONG', message: /at least one range/ });
  for (const name of ['gone.csv', 'gone.yaml']) {
    await assert.rejects(readPool(path.join(scratchDir(), name)), { code: 'POOL_WRONG', message: /cannot be read/ });
  }
});

test('the bundled example holds what it explains', async () => {
  const { rows, remember } = await readPool(path.resolve(__dirname, '../../fixtures/mpans/example.csv'));
  assert.deepEqual(
    [remember, rows.map(({ line, supplier, scenario }) => [line, supplier, scenario])],
    [
      ...[true],
      [
        [2, undefined, undefined],
        [3, 'LARC', undefined],
        [4, undefined, 'MQ-BP001-010'],
      ],
    ],
  );
  assert.ok(rows.every(({ mpan }) => mpanCheckDigit(mpan)));
});
