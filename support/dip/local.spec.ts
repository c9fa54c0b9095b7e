import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { dipForTest, ids, message, mpan } from './dip.fixture';

const cleanUp: (() => Promise<void>)[] = [];
after(async () => void (await Promise.all(cleanUp.map((close) => close()))));

async function start() {
  const t = await dipForTest();
  cleanUp.push(t.close);
  return t;
}

const active = () => message('IF-036', 'MSAppActive', ids.regs, [ids.mss]);

test('a simulated party submits in process: validated, routed, recorded without HTTP', async () => {
  const t = await start();
  const { status, response } = await t.dip.submit(ids.mss, 'IF-031', [message('IF-031', 'MSApp', ids.sup)]);
  assert.equal(status, 400);
  assert.match(response.messageArray[0]!.message!, /^MSG1009/);
  assert.equal((await t.dip.submit(ids.regs, 'IF-036', [active()])).status, 201);
  const [accepted] = t.entries('accepted');
  assert.deepEqual(
    [accepted!.method, accepted!.url, accepted!.headers, accepted!.bodySha256],
    Array(4).fill(undefined),
  );
  assert.equal(t.factsOf(accepted).signature, undefined);
  assert.equal(t.dip.directory(mpan)!.meteringService, ids.mss);
});

test('delivery in process is never within the call, in order, once each', async () => {
  const t = await start();
  const got: string[] = [];
  t.dip.attach(ids.mss, (m) => got.push(m.CommonBlock.S1.senderUniqueReference));
  const sent = [active(), active(), active()];
  void t.dip.submit(ids.regs, 'IF-036', sent.slice(0, 2));
  void t.dip.submit(ids.regs, 'IF-036', sent.slice(2));
  assert.deepEqual(got, []);
  await t.dip.idle();
  assert.deepEqual(
    got,
    sent.map((m) => m.CommonBlock.S1.senderUniqueReference),
  );
  assert.equal(t.entries('delivered', ids.mss).length, 3);
});

test('a party may answer from its handler, and idle waits for the end of the conversation', async () => {
  const t = await start();
  t.dip.attach(ids.regs, () => {
    void t.dip.submit(ids.regs, 'IF-032', [message('IF-032', 'MSAppInitialResp', ids.regs, [ids.sup])]);
  });
  const got: string[] = [];
  t.dip.attach(ids.sup, (m) => got.push(m.CommonBlock.S0.eventCode));
  void t.dip.submit(ids.sup, 'IF-031', [message('IF-031', 'MSApp', ids.sup)]);
  await t.dip.idle();
  assert.deepEqual(got, ['[MSAppInitialResp]']);
});

test('a party that throws is recorded and stops nobody', async () => {
  const t = await start();
  let calls = 0;
  t.dip.attach(ids.mss, () => {
    calls += 1;
    throw new Error('broken party');
  });
  void t.dip.submit(ids.regs, 'IF-036', [active(), active()]);
  await t.dip.idle();
  assert.equal(calls, 2);
  assert.deepEqual(
    t.entries('refused', ids.mss).map((e) => e.name),
    ['party-failed', 'party-failed'],
  );
});

test('what a party does to a delivered message reaches nobody else', async () => {
  const t = await start();
  const seen: string[] = [];
  t.dip.attach(ids.mss, (m) => (m.CommonBlock.S1.senderDIPID = 'spoilt'));
  t.dip.attach(ids.sds, (m) => seen.push(m.CommonBlock.S1.senderDIPID));
  void t.dip.submit(ids.regs, 'IF-036', [active()]);
  await t.dip.idle();
  assert.deepEqual(seen, [ids.regs]);
});

test('duplicate works in process; a spoilt copy has nobody to refuse it', async () => {
  const t = await start();
  const got: string[] = [];
  t.dip.attach(ids.mss, (m) => got.push(m.CommonBlock.D0!.transactionID));
  t.dip.fault({ mpan, to: ids.mss, kind: 'duplicate' });
  void t.dip.submit(ids.regs, 'IF-036', [active()]);
  await t.dip.idle();
  assert.equal(got.length, 2);
  assert.equal(got[0], got[1]);
  assert.throws(() => t.dip.fault({ mpan, to: ids.mss, kind: 'broken-schema' }), { code: 'DIP_FAULT_NEEDS_WEBHOOK' });
});

test('a fault strikes only its MPAN, recipient and event, as often as it is told', async () => {
  const t = await start();
  const got: string[] = [];
  t.dip.attach(ids.mss, (m) => got.push(m.CommonBlock.D0!.transactionID));
  t.dip.fault({ mpan: '2000000000099', to: ids.mss, kind: 'duplicate' });
  t.dip.fault({ mpan, to: ids.sup, kind: 'duplicate' });
  t.dip.fault({ mpan, to: ids.mss, kind: 'duplicate', event: 'DSAppActive' });
  void t.dip.submit(ids.regs, 'IF-036', [active()]);
  await t.dip.idle();
  assert.equal(got.length, 1);
  t.dip.fault({ mpan, to: ids.mss, kind: 'duplicate', event: 'MSAppActive', times: 2 });
  void t.dip.submit(ids.regs, 'IF-036', [active(), active(), active()]);
  await t.dip.idle();
  assert.equal(got.length, 1 + 5);
});
