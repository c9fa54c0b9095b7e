import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accept, b070, context, rows, Told, told } from './conversation.fixture';
import { matchLegs } from './match';
import { parseLegs } from './parse-legs';
import type { LegRow, Match } from './types';

const legs = parseLegs(rows);
const ctx = context('SUP (incoming)');
const failing = (match: Match) =>
  match.checks.filter((c) => c.status === 'fail').map((c) => `${c.id} ${c.level} ${c.reason}`);
const row = (n: string, over: Partial<LegRow>): LegRow => ({ ...rows.find((r) => r['#'] === n)!, ...over });

test('a good conversation is complete, whatever the order of the rows', () => {
  const match = matchLegs(legs, told().entries, ctx);
  assert.ok(match.complete && match.settled, failing(match).join('\n'));
  assert.deepEqual(match.unclaimed, []);
  assert.ok(matchLegs([...legs].reverse(), told().entries, ctx).complete);
});

test('a missing leg is not complete, and is told with its row', () => {
  const match = matchLegs(legs, told(4).entries, ctx);
  assert.equal(match.complete, false);
  assert.match(failing(match)[0]!, /^leg-seen must row 5 IF-035 \[MSAppAccepted\]: expected; it did not come/);
});

test('a wrong field fails the content of its leg', () => {
  const ledger = told(3).say('MSS (proposed)', ['REGS'], 'IF-034 [MSAppSPResponse]', {
    custom: { ...accept, ...b070({ contractReferenceMeteringService: 'C9' }) },
  });
  const match = matchLegs(legs.slice(0, 4), ledger.entries, ctx);
  assert.equal(match.complete, false);
  assert.match(
    failing(match).join(),
    /leg-content must row 4.*contractReferenceMeteringService: expected "C1" as in 3, got "C9"/,
  );
});

test('a message of the wrong sender, or about another MPAN, is not the leg', () => {
  const other = told(3).say('MSS (incumbent)', ['REGS'], 'IF-034 [MSAppSPResponse]', {
    custom: { ...b070(), ...accept },
  });
  assert.equal(matchLegs(legs.slice(0, 4), other.entries, ctx).legs[3]!.entry, undefined);
  const elsewhere = new Told().say('SUP (incoming)', ['REGS'], 'IF-031 [MSApp]', {
    custom: b070(),
    mpan: '2000000000099',
  });
  assert.equal(matchLegs(legs.slice(0, 1), elsewhere.entries, ctx).complete, false);
});

test('an answer before its request fails a must; another order fails a should', () => {
  const early = new Told()
    .say('SUP (incoming)', ['REGS'], 'IF-031 [MSApp]', { custom: b070() })
    .say('MSS (proposed)', ['REGS'], 'IF-034 [MSAppSPResponse]', { custom: { ...b070(), ...accept } })
    .say('REGS', ['MSS (proposed)'], 'IF-033 [MSAppSPRequest]', { custom: b070() });
  const match = matchLegs(parseLegs([rows[0]!, rows[2]!, rows[3]!]), early.entries, ctx);
  assert.equal(match.complete, false);
  assert.match(
    failing(match).join(),
    /leg-answers must row 4.*after IF-033 \[MSAppSPRequest\] \(line 5\); it came before \(line 3\)/,
  );

  const swapped = new Told()
    .say('REGS', ['MSS (proposed)'], 'IF-033 [MSAppSPRequest]', { custom: b070() })
    .say('SUP (incoming)', ['REGS'], 'IF-031 [MSApp]', { custom: b070() });
  const order = matchLegs(parseLegs([rows[0]!, rows[2]!]), swapped.entries, ctx);
  assert.deepEqual([order.complete, order.settled], [true, false]);
  assert.match(failing(order).join(), /leg-order should row 3/);
});

test('an answer whose request was never seen fails', () => {
  const alone = new Told().say('MSS (proposed)', ['REGS'], 'IF-034 [MSAppSPResponse]', {
    custom: { ...b070(), ...accept },
  });
  const match = matchLegs(parseLegs([row('4', { order: '', with: '' })]), alone.entries, ctx);
  assert.match(failing(match).join(), /which was not seen/);
});

test('two rows with the same message each find their own, in any order of rows and messages', () => {
  const two: LegRow[] = [
    {
      '#': '1',
      from: 'SUP (incoming)',
      to: 'REGS',
      message: 'IF-031 [MSApp]',
      with: 'contractReferenceMeteringService = C1',
    },
    {
      '#': '2',
      from: 'SUP (incoming)',
      to: 'REGS',
      message: 'IF-031 [MSApp]',
      with: 'contractReferenceMeteringService = C2',
    },
    row('3', { '#': '3', order: '', with: 'B070 = as in 2' }),
    row('3', { '#': '4', order: '', with: 'B070 = as in 1' }),
  ];
  const C2 = { custom: b070({ contractReferenceMeteringService: 'C2' }) };
  const ledger = new Told()
    .say('SUP (incoming)', ['REGS'], 'IF-031 [MSApp]', C2)
    .say('SUP (incoming)', ['REGS'], 'IF-031 [MSApp]', { custom: b070() })
    .say('REGS', ['MSS (proposed)'], 'IF-033 [MSAppSPRequest]', { custom: b070() })
    .say('REGS', ['MSS (proposed)'], 'IF-033 [MSAppSPRequest]', C2);
  for (const table of [two, [...two].reverse()]) {
    const match = matchLegs(parseLegs(table), ledger.entries, ctx);
    assert.ok(match.complete, failing(match).join('\n'));
    assert.equal(match.legs.find((r) => r.leg.id === '1')!.entry!.seq, 3);
    assert.equal(match.legs.find((r) => r.leg.id === '3')!.entry!.seq, 7);
  }
});

test('rows that nothing tells apart take the messages in their order; one message is no two legs', () => {
  const two = parseLegs([row('1', { with: '' }), row('1', { '#': '2', with: '' })]);
  const ledger = told(1).say('SUP (incoming)', ['REGS'], 'IF-031 [MSApp]', { custom: b070() });
  assert.deepEqual(
    matchLegs(two, ledger.entries, ctx).legs.map((r) => r.entry!.seq),
    [1, 3],
  );
  const one = matchLegs(two, told(1).entries, ctx);
  assert.equal(one.legs.filter((r) => r.entry).length, 1);
  assert.equal(one.complete, false);
});

test('a second message is unclaimed; messages of earlier steps are no legs but can be referred to', () => {
  const again = told().say('SUP (incoming)', ['REGS'], 'IF-031 [MSApp]', { custom: b070() });
  assert.deepEqual(
    matchLegs(legs, again.entries, ctx).unclaimed.map((e) => e.seq),
    [11],
  );

  const later = parseLegs([row('1', { with: 'B070 = as in IF-031' })]);
  const since = { ...ctx, sinceSeq: 10 };
  assert.equal(matchLegs(later, told().entries, since).complete, false);
  const match = matchLegs(later, again.entries, since);
  assert.ok(match.complete, failing(match).join());
  assert.equal(match.legs[0]!.entry!.seq, 11);
});
