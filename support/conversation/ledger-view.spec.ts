import assert from 'node:assert/strict';
import { test } from 'node:test';
import { b070, context, Told, told } from './conversation.fixture';
import { absent, received } from './ledger-view';

const ctx = context('SUP (incoming)');
const request = { interface: 'IF-031', event: 'MSApp' };

test('absent: every message that breaks a "sends no", or the second ones', () => {
  const twice = told(1).say('SUP (incoming)', ['REGS'], 'IF-031 [MSApp]', { custom: b070() });
  const seqs = (o: object, ledger = twice) => absent(request, ledger.entries, { ...ctx, ...o }).map((e) => e.seq);
  assert.deepEqual(seqs({}), [1, 3]);
  assert.deepEqual(seqs({ second: true }), [3]);
  assert.deepEqual(seqs({ second: true }, told(1)), []);
  assert.deepEqual(seqs({ from: 'REGS' }), []);
  assert.deepEqual(seqs({ sinceSeq: 1 }), [3]);
  assert.deepEqual(seqs({}, new Told().say('SUP (incoming)', [], 'IF-031 [MSApp]', { mpan: '2000000000099' })), []);
  assert.equal(absent({ interface: 'IF-031' }, twice.entries, ctx).length, 2);
});

test('received: deliveries to a position with the answer of its webhook', () => {
  const ledger = new Told().say('SUP (incoming)', ['REGS'], 'IF-031 [MSApp]', { answered: [503, 201] });
  const [first, ...more] = received(request, 'REGS', ledger.entries, ctx);
  assert.deepEqual([first!.delivered.seq, first!.answered?.httpStatus, first!.spoilt, more.length], [2, 201, false, 0]);
  assert.deepEqual(received(request, 'MSS (proposed)', ledger.entries, ctx), []);
  assert.equal(received(request, 'REGS', told(1).entries, ctx)[0]!.answered, undefined);
});

test('received: a publication delivered twice has an answer each', () => {
  const once = new Told().say('SUP (incoming)', ['REGS'], 'IF-031 [MSApp]', { answered: [201] }).entries;
  const again = once.slice(1).map((e, i) => ({ ...e, seq: 4 + i, ...(e.kind === 'answered' && { httpStatus: 400 }) }));
  const answers = received(request, 'REGS', [...once, ...again], ctx).map((r) => r.answered?.httpStatus);
  assert.deepEqual(answers, [201, 400]);
});
