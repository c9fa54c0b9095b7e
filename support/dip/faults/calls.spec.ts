import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { wholeEntry } from '../../ledger';
import { expired, ids } from '../dip.fixture';
import { start, stopAll, transactions, webhook, webhookWith } from '../webhook.fixture';
import type { FaultSpec } from './types';

after(stopAll);

/** One publication to a webhook, with a fault. */
async function published(spec: FaultSpec, options: Parameters<typeof start>[0] = {}, ...statuses: number[]) {
  const t = await start(options);
  const hook = await webhook(...statuses);
  t.dip.configureWebhook(ids.sup, 'IF-032', hook.url);
  t.dip.fault(spec);
  await t.send(t.answer());
  await t.dip.idle();
  const answers = t.entries('answered').map((e) => ({ ...wholeEntry(e), facts: t.factsOf(e) }));
  return { ...t, hook, answers };
}

test('corrupt-body: the hash does not fit, and the good one follows', async () => {
  const { hook, answers, entries } = await published({ kind: 'corrupt-body' });
  assert.deepEqual(hook.refusals, ['hash-mismatch']);
  assert.equal(hook.calls.length, 1);
  assert.deepEqual(
    answers.map((e) => [e.httpStatus, e.facts.mustBeRefused !== undefined]),
    [
      [400, true],
      [201, false],
    ],
  );
  const [bad, good] = entries('delivered');
  assert.notEqual(bad!.transactionID, good!.transactionID);
});

for (const [kind, options, reason] of [
  ['wrong-certificate', {}, 'certificate-untrusted'],
  ['expired-certificate', { expired }, 'certificate-expired'],
] as const) {
  test(`${kind}: the connection is refused, which is no failure of the webhook`, async () => {
    const { hook, answers } = await published({ kind }, options);
    assert.deepEqual(hook.tlsRefusals, [reason]);
    assert.equal(hook.calls.length, 1);
    const [bad, good] = answers;
    assert.ok(bad!.facts.mustBeRefused && bad!.facts.turnedAway && !bad!.facts.unreachable);
    assert.deepEqual([good!.httpStatus, good!.facts.mustBeRefused], [201, undefined]);
  });
}

test('a webhook that is down is unreachable, whichever certificate is shown', async () => {
  const t = await start();
  t.dip.configureWebhook(ids.sup, 'IF-032', 'https://127.0.0.1:1/in');
  t.dip.fault({ kind: 'wrong-certificate' });
  await t.send(t.answer());
  await t.dip.idle();
  const facts = t.factsOf(t.entries('answered')[0]);
  assert.deepEqual([facts.turnedAway, facts.unreachable !== undefined], [undefined, true]);
});

test('reset: the call breaks off in mid-body and is made again, though nothing is retried', async () => {
  const limits = { deliveryTimeoutMs: 2000, retryDelaysMs: [], signatureSkewMs: 60_000, maxBodyBytes: 65_536 };
  const { hook, answers, entries } = await published({ kind: 'reset' }, { limits });
  assert.equal(hook.calls.length, 1);
  assert.match((answers[0]!.body as { error: string }).error, /mid-body/);
  assert.deepEqual(
    answers.map((e) => [e.name, e.httpStatus, e.facts.unreachable]),
    [
      ['unreachable', undefined, undefined],
      [undefined, 201, undefined],
    ],
  );
  assert.equal(entries('refused').length, 0);
});

test('slow-body: the body takes its time and arrives whole', async () => {
  const { hook, answers } = await published({ kind: 'slow-body', delayMs: 200 });
  assert.equal(hook.calls.length, 1);
  assert.deepEqual(
    answers.map((e) => e.httpStatus),
    [201],
  );
  assert.ok(answers[0]!.ms! >= 190, `${answers[0]!.ms} ms`);
});

test('an odd call has the time limit of any other', async () => {
  const limits = { deliveryTimeoutMs: 60, retryDelaysMs: [], signatureSkewMs: 60_000, maxBodyBytes: 65_536 };
  const t = await start({ limits });
  const hook = await webhook('hang');
  t.dip.configureWebhook(ids.sup, 'IF-032', hook.url);
  t.dip.fault({ kind: 'large-body-expect' });
  await t.send(t.answer());
  await t.dip.idle();
  assert.equal(t.factsOf(t.entries('answered')[0]).unreachable, 'no answer within 60 ms');
});

test('a webhook that answers before it has the body has answered, and the next call is good', async () => {
  const t = await start();
  const hook = await webhookWith({ maxBodyBytes: 65_536 });
  t.dip.configureWebhook(ids.sup, 'IF-032', hook.url);
  t.dip.fault({ kind: 'large-body-expect' });
  await t.send(t.answer());
  await t.send(t.answer());
  await t.dip.idle();
  assert.deepEqual(
    t.entries('answered').map((e) => e.httpStatus),
    [413, 201],
  );
});

test('large-body and large-body-expect: just over 100 kB, the second asks for leave first', async () => {
  for (const kind of ['large-body', 'large-body-expect'] as const) {
    const { hook, answers } = await published({ kind });
    assert.equal(Buffer.byteLength(hook.calls[0]!.text), 102_401);
    assert.equal(hook.calls[0]!.headers.expect, kind === 'large-body' ? undefined : '100-continue');
    assert.deepEqual(
      answers.map((e) => e.httpStatus),
      [201],
    );
  }
});

test('white-space and with-nulls: it reads the same', async () => {
  const spaced = await published({ kind: 'white-space' });
  assert.match(spaced.hook.calls[0]!.text, /^\[\n {2}\{/);
  const t = await start();
  const hook = await webhook();
  t.dip.configureWebhook(ids.sup, 'IF-032', hook.url);
  t.dip.fault({ kind: 'with-nulls' });
  const remarked = t.answer();
  remarked.CommonBlock.S1.subText = 'a remark';
  await t.send(remarked);
  await t.dip.idle();
  assert.equal(hook.calls[0]!.items[0]!.CommonBlock.S1.subText, null);
});

test('large-body is repeated as it was', async () => {
  const { hook } = await published({ kind: 'large-body' }, {}, 503);
  assert.equal(hook.calls.length, 2);
  assert.equal(hook.calls[0]!.text, hook.calls[1]!.text);
  assert.deepEqual(transactions(hook.calls[0]), transactions(hook.calls[1]));
});

test('a fault of a call passes a party in this process by', async () => {
  const t = await start();
  const got: unknown[] = [];
  t.dip.attach(ids.sup, (m) => got.push(m));
  t.dip.fault({ kind: 'reset' });
  await t.send(t.answer());
  await t.dip.idle();
  assert.equal(got.length, 1);
  assert.deepEqual([t.dip.faults()[0]?.struck, t.entries('refused').length], [0, 0]);
});

test('what would never strike is refused with what there is', async () => {
  const { dip } = await start();
  const wrong: [FaultSpec, RegExp][] = [
    [{ kind: 'drop', to: '2300000009' }, /no DIP ID 2300000009 \(did you mean 2300000001\?\)/],
    [{ kind: 'drop', channel: 'IF-003X' }, /no channel IF-003X/],
    [{ kind: 'drop', channel: 'IF-031', event: 'MSAp' }, /no event MSAp \(did you mean MSApp\?\)/],
    [{ kind: 'hold', pace: 5 }, /pace means nothing for it/],
    [{ kind: 'answer', to: ids.sup }, /to means nothing for it/],
    [{ kind: 'outage', forMs: 2 ** 31 }, /forMs is too long \(at most 24 days\)/],
  ];
  for (const [spec, text] of wrong) assert.throws(() => dip.fault(spec), { code: 'DIP_FAULT_WRONG', message: text });
  assert.deepEqual(dip.faults(), []);
});
