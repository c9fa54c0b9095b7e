import assert from 'node:assert/strict';
import { test } from 'node:test';
import { b070, context, ids, r0, rows, Told, told } from './conversation.fixture';
import { matchLegs } from './match';
import { parseLegs } from './parse-legs';
import type { LegRow, Match } from './types';

const legs = parseLegs(rows);
const ctx = context('SUP (incoming)');
const failing = (match: Match) =>
  match.checks.filter((c) => c.status === 'fail').map((c) => `${c.id} ${c.level} ${c.reason}`);
const row = (n: string, over: Partial<LegRow>): LegRow => ({ ...rows.find((r) => r['#'] === n)!, ...over });

test('who received it is a should, and a must where the table says so of one recipient', () => {
  const undelivered = new Told().say('SUP (incoming)', [], 'IF-031 [MSApp]', { custom: b070() });
  const plain = matchLegs(parseLegs([rows[0]!]), undelivered.entries, ctx);
  assert.deepEqual([plain.complete, plain.settled], [true, false]);
  assert.match(failing(plain).join(), /leg-audience should row 1.*delivered to REGS/);
  assert.equal(matchLegs(parseLegs([row('1', { level: 'must' })]), undelivered.entries, ctx).complete, false);
});

test('a leg that is a should as a whole, and a flow off the DIP, are not waited for', () => {
  const table = parseLegs([
    row('1', { level: 'should' }),
    { '#': '-', from: 'SUP', to: 'MSS', message: 'D0142 (DTN)' },
  ]);
  const match = matchLegs(table, [], ctx);
  assert.deepEqual([match.complete, match.settled], [true, false]);
  assert.match(failing(match).join(), /^leg-seen should/);
});

test('a masked value passes and is noted', () => {
  const ledger = new Told().say('SUP (incoming)', ['REGS'], 'IF-031 [MSApp]', {
    custom: b070({ appointmentScenario: 'x' }),
  });
  const match = matchLegs(legs.slice(0, 1), ledger.entries, ctx);
  assert.ok(match.complete);
  assert.match(match.checks.find((c) => c.id === 'leg-content')!.reason, /masked.*B070\.appointmentScenario/);
});

test('within: a limit of the environment, from what the leg follows', () => {
  const table = parseLegs([rows[0]!, row('2', { within: 'answer' })]);
  const timed = (limit: number) => matchLegs(table, told(2).entries, { ...ctx, limits: { answer: limit } });
  assert.ok(timed(20).settled);
  assert.match(failing(timed(19)).join(), /leg-within should row 2.*within 19 ms \(answer\); it took 20 ms/);
  assert.throws(() => matchLegs(table, told(2).entries, { ...ctx, limits: { answers: 1 } }), /did you mean "answers"/);
});

test('a position that nobody fills is an error of the configuration', () => {
  const { REGS: _, ...positions } = ids;
  assert.throws(() => matchLegs(legs, [], { ...ctx, positions }), /nobody fills the position REGS/);
  const outgoing = parseLegs([{ '#': '1', from: 'REGS', to: 'MSS (outgoing)', message: 'IF-037 [MSDeApp]' }]);
  assert.equal(matchLegs(outgoing, [], ctx).complete, false);
});

test('blame of a check: the sender, or whoever the leg waits for', () => {
  const silent = matchLegs(legs, told(3).entries, context('MSS (proposed)'));
  const blames = silent.checks.filter((c) => c.status === 'fail').map((c) => [c.reason.slice(0, 5), c.blame]);
  assert.deepEqual(blames, [
    ['row 4', 'participant'],
    ['row 5', 'participant'],
  ]);
  const ours = matchLegs(legs, told(1).entries, ctx).checks.filter((c) => c.status === 'fail');
  assert.ok(ours.every((c) => c.blame === 'harness'));
  const refused = told(1).say('REGS', ['SUP (incoming)'], 'IF-032 [MSAppInitialResp]', {
    common: r0('R', 'REG1032'),
    custom: b070(),
  });
  const answered = matchLegs(legs, refused.entries, ctx).checks.filter((c) => c.status === 'fail');
  assert.ok(
    answered.every((c) => c.blame === 'participant'),
    'a refusal is the fault of the request',
  );
});
