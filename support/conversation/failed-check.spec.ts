import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Check, LedgerEntry } from '../ledger';
import { context, told, type Who } from './conversation.fixture';
import { diagnoseFailedCheck, firstFailedMust } from './failed-check';
import { parseLegs } from './parse-legs';

const failing = (id: string, reason: string, over: Partial<Check> = {}): Check => ({
  ...{ id, level: 'must', status: 'fail', reason, blame: 'participant' },
  ...over,
});

/** A conversation in which a message of that party, or the answer of its webhook, fails a check. */
function conversation(who: Who, check: Check, entry: Partial<LedgerEntry> = {}): LedgerEntry[] {
  const ledger = told(2).say(who, ['REGS'], 'IF-031 [MSApp]', {
    entry: { position: who, checks: [check], ...entry },
  });
  return ledger.entries;
}

const [leg] = parseLegs([{ '#': '3', from: 'REGS', to: 'MSS (proposed)', message: 'IF-033 [MSAppSPRequest]' }]);

function diagnosed(entries: LedgerEntry[], who: Who = 'SUP (incoming)') {
  const waiting = { leg, ctx: context(who), elapsedMs: 300 };
  const found = diagnoseFailedCheck(firstFailedMust(entries)!, entries, waiting);
  assert.ok(found.text.split('\n').length <= 25, found.text);
  assert.doesNotMatch(found.text, /Correct what the ledger line|\{\w+\}/, 'nothing that fits every check');
  return found;
}

const columns = (text: string) => text.split('\n').flatMap((line) => /^[a-z]+/.exec(line)?.[0] ?? []);

test('a signature: every column of a missing leg, and what to do in words of the market', () => {
  const reason = 'expected a certificate bound to 2300000001 or its connection provider; it is bound to no DIP ID';
  const { text, blame, code } = diagnosed(conversation('SUP (incoming)', failing('signature', reason)));
  assert.deepEqual([blame, code], ['participant', 'check:signature']);
  const all = ['check', 'rule', 'expected', 'came', 'awaited', 'seen', 'elapsed', 'looked', 'fault', 'next'];
  assert.deepEqual(columns(text), all);
  assert.match(text, /^check {5}signature, on IF-031 \[MSApp\] of SUP \(incoming\) \(ledger line 5\)$/m);
  assert.match(text, /^rule {6}The message is signed by .*DI-997.*; assumption signing-scheme\)$/m);
  assert.match(text, /^expected {2}a certificate bound to 2300000001 or its connection provider$/m);
  assert.match(text, /^came {6}it is bound to no DIP ID$/m);
  assert.match(text, /^awaited {3}3 {2}REGS → MSS \(proposed\) {2}IF-033 \[MSAppSPRequest\] {2}for MPAN \d{13}$/m);
  assert.match(text, /^elapsed {3}0\.3 s of 5\.0 s \(limits\.leg of pit\.yaml\)$/m);
  assert.match(text, /^fault {5}participant: SUP \(incoming\) is the participant under test/m);
  assert.match(text, /^next {6}Look up with which certificate the gateway of SUP \(incoming\) signs/m);
});

test('a schema: each item that is wrong stands on a line of its own', () => {
  const reason = 'the DIP refused it: MSG1001 - Schema Failure; B070.a: expected a date; B070.b: expected a text';
  const refused = { kind: 'refused', to: 'DIP', name: 'MSG1001', httpStatus: 400 } as const;
  const { text, code } = diagnosed(conversation('SUP (incoming)', failing('schema', reason), refused));
  assert.equal(code, 'check:schema');
  assert.match(text, /^came {6}the DIP refused it: MSG1001 - Schema Failure\n {12}B070\.a: .*\n {12}B070\.b: /m);
  assert.match(text, /refused by the DIP {2}IF-031 \[MSApp\]/);
  assert.match(text, /^next {6}Correct what the system of SUP \(incoming\) writes into IF-031 \[MSApp\]/m);
});

test('a late answer: its own time, and the assumption that the limit is', () => {
  const reason = 'expected an answer within 2000 ms; it took 2600 ms';
  const entry = { kind: 'answered', from: '2300000004', to: 'DIP', ms: 2600, position: 'MSS (proposed)' } as const;
  const entries = conversation('MSS (proposed)', failing('answered-within', reason), entry);
  const { text } = diagnosed(entries, 'MSS (proposed)');
  assert.match(text, /^check {5}answered-within, on the webhook's answer to IF-031 \[MSApp\] of MSS \(proposed\)/m);
  assert.match(text, /^elapsed {3}2\.6 s, past the limit above \(assumption webhook-answer-time\)$/m);
  assert.equal(columns(text).filter((name) => name === 'elapsed').length, 1, 'not the time of the step');
  assert.match(text, /^next {6}Let the webhook of MSS \(proposed\) take the publication in, answer at once/m);
});

test('who else is to blame is named, and nobody is told to mend the participant', () => {
  const harness = diagnosed(conversation('REGS', failing('correlation', 'it quotes another', { blame: 'harness' })));
  assert.equal(harness.blame, 'harness');
  assert.match(harness.text, /^fault {5}harness: REGS is simulated by the harness/m);
  assert.match(harness.text, /^next {6}This is not the participant/m);
  const external = failing('correlation', 'it quotes another', { blame: 'environment' });
  assert.match(diagnosed(conversation('REGS', external)).text, /^next {6}Ask whoever runs REGS/m);
});

test('where no step says who is who, the ledger does', () => {
  const entries = conversation('SUP (incoming)', failing('key-case', 'differs at s0'));
  const { text } = diagnoseFailedCheck(firstFailedMust(entries)!, entries);
  assert.doesNotMatch(text, /^(?:awaited|elapsed)/m);
  assert.match(text, /line 5 {2}\+\d+ ms {2}SUP \(incoming\) → /);
});

test('a should, a pass and what is not applicable fail nothing', () => {
  for (const over of [{ level: 'should' }, { status: 'pass' }, { status: 'not-applicable' }] as const)
    assert.equal(firstFailedMust(conversation('SUP (incoming)', failing('schema', 'r', over))), undefined);
});
