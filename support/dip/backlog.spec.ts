import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createDipClient } from '../wire';
import { identitiesOf, ids, keyOf, message } from './dip.fixture';
import { start, stopAll, webhook } from './webhook.fixture';

after(stopAll);

const limits = { deliveryTimeoutMs: 5000, retryDelaysMs: [1], signatureSkewMs: 60_000, maxBodyBytes: 65_536 };

async function backlogged(hook: Awaited<ReturnType<typeof webhook>>, slowMs: number) {
  const t = await start({ limits: { ...limits, backlog: 2, slowMs } });
  t.dip.configureWebhook(ids.sup, 'IF-032', hook.url);
  const { regs } = await identitiesOf();
  const client = createDipClient({ identity: regs, dipId: ids.regs, apiKey: keyOf(ids.regs), baseUrl: t.dip.url });
  const submit = async () => {
    const one = message('IF-032', 'MSAppInitialResp', ids.regs, [ids.sup]);
    const answer = await client.submit('IF-032', [one]);
    return { status: answer.status, retryAfter: answer.headers['retry-after'] };
  };
  return { t, submit, close: () => client.close() };
}

test('a sender to a recipient whose backlog is full waits for its answer until there is room', async () => {
  const hook = await webhook('hang');
  const { t, submit, close } = await backlogged(hook, 5000);
  assert.equal((await submit()).status, 201);
  await hook.firstCall;
  assert.deepEqual([(await submit()).status, (await submit()).status], [201, 201]);
  let answered = false;
  const late = submit().then((answer) => {
    answered = true;
    return answer;
  });
  // Who sends to others is not held up meanwhile.
  const other = message('IF-036', 'MSAppActive', ids.regs, [ids.mss]);
  assert.equal((await t.dip.submit(ids.regs, 'IF-036', [other])).status, 201);
  assert.equal(answered, false);
  hook.letGo();
  assert.equal((await late).status, 201);
  await t.dip.idle();
  assert.equal(hook.calls.flatMap((call) => call.items).length, 4);
  close();
});

test('a sender that waited too long is told to come again, and nothing of it was taken', async () => {
  const hook = await webhook('hang');
  const { t, submit, close } = await backlogged(hook, 20);
  await submit();
  await hook.firstCall;
  await Promise.all([submit(), submit()]);
  assert.deepEqual(await submit(), { status: 429, retryAfter: '1' });
  assert.equal(t.entries('refused')[0]!.name, 'backlog-full');
  hook.letGo();
  await t.dip.idle();
  assert.equal(hook.calls.flatMap((call) => call.items).length, 3);
  close();
});
