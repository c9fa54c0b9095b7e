import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { mpanCheckDigit } from '../catalogue';
import { scratchFile } from '../testing';
import { loadPool, type MpanKind } from '.';

const smart = {
  first: '990000000000',
  count: 3,
  segment: 'S',
  meterKind: 'smart',
  energyDirection: 'I',
  energisation: 'E',
  gspGroup: '_A',
};
const advanced = { ...smart, first: '990000200000', count: 1, segment: 'A', meterKind: 'advanced', gspGroup: '_C' };

const pool = (...ranges: object[]) => loadPool(scratchFile('pool.yaml', stringify({ schema: 1, ranges })));

test('each MPAN is handed out once, with its check digit, until the range is used up', async () => {
  const { take } = await pool(smart);
  const mpans = [1, 2, 3].map(() => take({ segment: 'S' })!.mpan);
  assert.deepEqual(
    mpans.map((mpan) => mpan.slice(0, 12)),
    ['990000000000', '990000000001', '990000000002'],
  );
  assert.ok(mpans.every(mpanCheckDigit));
  assert.equal(take({ segment: 'S' }), undefined);
  assert.equal(take({}), undefined);
});

test('the kind that is asked for decides the range; what is left open may be anything', async () => {
  const { take } = await pool(smart, advanced);
  const taken = take({ segment: 'A' });
  assert.deepEqual([taken?.meterKind, taken?.gspGroup, taken?.mpan.slice(0, 12)], ['advanced', '_C', '990000200000']);
  assert.equal(take({ energyDirection: 'I', meterKind: undefined })?.segment, 'S');
});

test('when one range is used up the next of that kind follows', async () => {
  const { take } = await pool({ ...smart, count: 1 }, { ...smart, first: '990000900000', count: 1 });
  const cores = [1, 2, 3].map(() => take({ segment: 'S' })?.mpan.slice(0, 12));
  assert.deepEqual(cores, ['990000000000', '990000900000', undefined]);
});

test('a kind that no range has is never handed out, though others are left', async () => {
  const { take } = await pool(smart);
  const kinds: MpanKind[] = [
    { energyDirection: 'E' },
    { energisation: 'D' },
    { meterKind: 'traditional' },
    { segment: 'S', meterKind: 'advanced' },
  ];
  assert.deepEqual(
    kinds.map((kind) => take(kind)),
    kinds.map(() => undefined),
  );
  assert.ok(take({}));
});

test('two ranges that overlap do not hand out one MPAN twice', async () => {
  await assert.rejects(
    pool(smart, { ...advanced, first: '990000000002' }),
    (error: { code: string; place: string }) => {
      assert.equal(error.code, 'POOL_MPAN_TWICE');
      assert.match(error.place, /pool\.yaml:10$/);
      return true;
    },
  );
  await pool(smart, { ...advanced, first: '990000000003' });
});

test('a range of another form is refused where it stands', async () => {
  for (const wrong of [{ first: '9900000000006' }, { count: 0 }, { segment: 'X' }, { gspGroup: 'A' }, { owner: 'x' }]) {
    await assert.rejects(pool({ ...smart, ...wrong }), { code: 'POOL_WRONG', kind: 'configuration' });
  }
  await assert.rejects(pool(), { code: 'POOL_WRONG' });
});
