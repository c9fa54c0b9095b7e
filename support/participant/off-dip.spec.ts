import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileSchema } from './profile';

const identities = [{ dipId: '1000000001', mpid: 'EXMP', role: 'SUP' }];
const attested = { flow: 'D0168', by: 'A Person', on: '2027-02-10', document: 'TCR 4' };

const read = (offDip?: object) => {
  const profile = { schema: 1, name: 'Example', systemUnderTest: { name: 'Adapter' }, identities };
  return profileSchema.safeParse({ ...profile, ...(offDip ? { offDip } : {}) });
};

test('a profile may name a folder of DTC files and attested flows', () => {
  assert.deepEqual(read({ folder: 'dtc', attested: [attested] }).data?.offDip, { folder: 'dtc', attested: [attested] });
  assert.deepEqual(read({ folder: 'dtc' }).data?.offDip?.attested, []);
  assert.equal(read()?.data?.offDip, undefined);
});

test('a flow, a date, a document or a key of another form is refused', () => {
  const wrong = [
    { flow: 'D168' },
    { flow: 'D0168001' },
    { on: '10/02/2027' },
    { by: '' },
    { document: '' },
    { who: 'x' },
  ];
  for (const over of wrong) {
    const place = read({ attested: [{ ...attested, ...over }] }).error?.issues[0]?.path.slice(0, 3);
    assert.deepEqual(place, ['offDip', 'attested', 0], JSON.stringify(over));
  }
  assert.equal(read({ folder: '' }).success, false);
});
