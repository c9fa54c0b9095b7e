import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Facts, factAt, learnFacts } from './facts';

const at = (day: string, offset = '+01:00') => `${day}T00:00:00${offset}`;
const tariff = (DUOSTariffID: string, date: string) => ({
  B024: { DUOSTariffID, DUOSTariffIDEffectiveFromDate: date },
});
const heldOn = (facts: Facts, date?: string) => factAt(facts, 'B024', date)?.DUOSTariffID;
const learnt = (...blocks: ReturnType<typeof tariff>[]) =>
  blocks.reduce<Facts>((so, it) => learnFacts(so, it, at('2027-01-01')), {});

test('an item holds from its date until the next, in whatever order the two are learnt', () => {
  const [first, second] = [tariff('1', at('2027-06-01')), tariff('2', at('2027-06-10'))];
  for (const facts of [learnt(first, second), learnt(second, first)]) {
    assert.equal(heldOn(facts, at('2027-06-09')), '1');
    assert.equal(heldOn(facts, at('2027-06-10')), '2');
    assert.equal(heldOn(facts), '2');
    assert.equal(heldOn(facts, at('2027-05-01')), '1', 'before its first date nothing else is known');
  }
});

test('what is said of the same instant takes the place of what was held', () => {
  const facts = learnt(tariff('1', at('2027-06-01')), tariff('2', '2027-05-31T23:00:00+00:00'));
  assert.equal(facts.B024?.length, 1);
  assert.equal(heldOn(facts), '2');
});

test('a block whose date is null holds from the date that it is given', () => {
  const B030 = { IHDInstallStatus: null, IHDEffectiveFromDate: at('2027-06-01') };
  const B080 = { greenDealEffectiveFromDate: null, greenDealEffectiveToDate: null };
  const facts = learnFacts({}, { B030, B080, B013: { CSSRegistrationID: 'S' } }, at('2027-07-01'));
  assert.equal(facts.B030?.[0]?.from, at('2027-06-01'));
  assert.equal(facts.B080?.[0]?.from, at('2027-07-01'));
  assert.deepEqual(Object.keys(facts), ['B030', 'B080'], 'a block that is no fact of the MPAN is not kept');
  assert.equal(factAt(facts, 'B024'), undefined);
});
