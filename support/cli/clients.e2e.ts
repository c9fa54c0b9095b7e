import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import type { Exchange } from '../hub';
import { home } from '../session';
import { scratchDir } from '../testing';
import { ask, freePort, messageOf, register, startHub, type Participant, type RunningHub } from './hub.fixture';
import { collection, prepare, send } from './postman.fixture';
import { newPlace, startNode } from './qualify.fixture';
import { needsShell, signAndSend } from './sign-and-send.fixture';

/* The clients of docs/clients against a real hub: what they sign is taken, what is changed after that is not. */

interface TestMpan {
  mpan: string;
  meteringPoint: { distributor: string; gspGroup: string };
}

const place = newPlace();
let hub: RunningHub;
let one: Participant;
let mpans: TestMpan[];

before(async () => {
  hub = await startHub(place, { dip: await freePort(), control: await freePort() });
  one = await register(place, 'one', ['SUP']);
  mpans = (await ask<{ mpans: TestMpan[] }>(`${hub.control}/mpans?limit=2&segment=S`, one.token)).body.mpans;
});
after(() => hub.going.child.kill('SIGKILL'));

const secretOf = (...parts: string[]) => readFileSync(path.join(one.folder, ...parts), 'utf8');
const answerSchema = (text: string) => JSON.parse(text) as { messageArray: { message: string; help: string | null }[] };

function bodyFile(reference: string): string {
  const { mpan, meteringPoint } = mpans[0]!;
  const payload = messageOf('IF-031', 'MSApp', one.dipId, 'SUP', mpan, []);
  payload.CommonBlock.S1.senderUniqueReference = `S-IF-031-${one.dipId}-SUP-20270601-${reference}`;
  Object.assign(payload.CommonBlock.M0!, { distributorDIPID: meteringPoint.distributor });
  const file = path.join(scratchDir(), 'body.json');
  writeFileSync(file, JSON.stringify([{ payload }]));
  return file;
}

test('sign-and-send.sh: a message is taken, and no process is told a secret in its arguments', needsShell, async () => {
  const { code, stdout, stderr, called } = await signAndSend(one, [
    'post',
    `${hub.dip}/dip-channel/IF-031`,
    bodyFile('1'),
  ]);
  assert.deepEqual([code, stderr], [0, 'HTTP 201\n']);
  assert.equal(answerSchema(stdout).messageArray[0]!.message, 'MSG0000 - Success');
  assert.match(called, /dip-channel\/IF-031/);
  for (const secret of [secretOf('secrets', `${one.dipId}-api-key`), 'X-DIP-Signature', 'PRIVATE']) {
    assert.ok(!called.includes(secret), 'a secret is an argument');
  }
});

test('sign-and-send.sh: a request without a body is signed as well', needsShell, async () => {
  const url = `${hub.dip}/dip-channel/IF-032/pubconfig/${one.dipId}`;
  const file = path.join(scratchDir(), 'webhook.json');
  writeFileSync(file, '{"callbackURL":"https://127.0.0.1:1/dip"}');
  assert.equal((await signAndSend(one, ['POST', url, file])).stderr, 'HTTP 201\n');
  assert.equal((await signAndSend(one, ['DELETE', url])).stderr, 'HTTP 204\n');
});

test('sign-and-send.sh: a byte that changes after signing gives 401 and exit code 1', needsShell, async () => {
  const file = bodyFile('2');
  const url = `${hub.dip}/dip-channel/IF-031`;
  const { code, stdout, stderr } = await signAndSend(one, ['POST', url, file], `echo >> '${file}'`);
  assert.deepEqual([code, stderr], [1, 'HTTP 401\n']);
  const [, title] = /^# (.*)$/m.exec(readFileSync(path.join(home, 'docs/simulated-dip.md'), 'utf8'))!;
  assert.ok(answerSchema(stdout).messageArray[0]!.help!.includes(`"${title}"`), 'the answer names the page');
});

test('sign-and-send.sh: a file that is not there, and a server that is not there, are told', needsShell, async () => {
  const lost = await signAndSend(one, ['POST', 'https://127.0.0.1:1/dip-channel/IF-031', bodyFile('3')]);
  assert.deepEqual([lost.code, /curl: \(7\)/.test(lost.stderr)], [1, true], lost.stderr);
  const without = await signAndSend(one, ['POST', hub.dip, '/no/such/body']);
  assert.deepEqual([without.code, without.stderr, without.called], [2, 'cannot read /no/such/body\n', '']);
});

function values(more: Record<string, string> = {}): Record<string, string> {
  const { mpan, meteringPoint } = mpans[1]!;
  return {
    ...{ dip: hub.dip, dipId: one.dipId, role: 'SUP', mpan },
    ...{ distributor: meteringPoint.distributor, gspGroup: meteringPoint.gspGroup },
    apiKey: secretOf('secrets', `${one.dipId}-api-key`),
    signingKey: secretOf('certificates', `${one.dipId}-signing-key.pem`),
    signingCertificate: secretOf('certificates', `${one.dipId}-signing.pem`),
    ...more,
  };
}

const call = async (name: string, more?: Record<string, string>) => send(one, await prepare(name, values(more)));

test('webhook.js prints what it is brought, and answers so that it is settled', async () => {
  const { child } = startNode(place, [path.join(home, 'docs/clients/webhook.js'), one.folder, one.dipId, '0']);
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const next = async () => (await lines.next()).value as string;
  const client = one.client(hub.dip);
  try {
    const url = await next();
    assert.equal((await client.configureWebhook('IF-032', `${url}/dip`)).status, 201);
    const message = messageOf('IF-031', 'MSApp', one.dipId, 'SUP', mpans[0]!.mpan, []);
    assert.equal((await client.submit('IF-031', [message])).status, 201);
    assert.match(await next(), /^IF-032 \[MSAppInitialResp\] \d{13} T-IF-032-\S+ R REG/);
    await ask(`${hub.control}/idle`, one.token, 'POST', {});
    const { body } = await ask<{ exchanges: Exchange[] }>(`${hub.control}/exchanges?mpan=${mpans[0]!.mpan}`, one.token);
    const answered = body.exchanges.filter(({ level, interface: id }) => level === 'L3' && id === 'IF-032');
    assert.deepEqual(
      answered.map(({ status, code, failed }) => [status, code, failed]),
      [[201, 'RCP0000', []]],
    );
  } finally {
    client.close();
    child.kill();
  }
});

test('the Postman collection: every request is taken', async () => {
  const args = {
    registrationId: 'SWITCH-1',
    supplier: { dipId: one.dipId, mpid: 'EXMA' },
    supplyStartDate: '2027-06-22',
  };
  const act = { mpan: mpans[1]!.mpan, act: 'switchPending', args };
  assert.equal((await ask(`${hub.control}/acts`, one.token, 'POST', act)).status, 200);
  await ask(`${hub.control}/idle`, one.token, 'POST', {});

  const seen: Record<string, number> = {};
  const transactionID: { value?: string } = {};
  for (const { name } of collection().item) {
    const { status, text } = await call(name, transactionID.value ? { transactionID: transactionID.value } : {});
    seen[name] = status;
    if (name === 'Replay') transactionID.value = /"transactionID":"([^"]+)"/.exec(text)![1]!;
  }
  assert.deepEqual(seen, {
    'Send IF-031 [MSApp]': 201,
    'Validate IF-031 [MSApp]': 201,
    'Set the webhook': 201,
    'Remove the webhook': 204,
    Replay: 200,
    Requeue: 200,
    'Send a status message': 201,
  });
});

test('the Postman script: keys pasted into a field of one line do', async () => {
  const oneLine = (text: string) => text.replaceAll('\n', ' ');
  const { signingKey, signingCertificate } = values();
  const pasted = { signingKey: oneLine(signingKey!), signingCertificate: oneLine(signingCertificate!) };
  assert.equal((await call('Send IF-031 [MSApp]', pasted)).status, 201);
});

test('the Postman script: a byte that changes after signing gives 401', async () => {
  const signed = await prepare('Send IF-031 [MSApp]', values());
  assert.equal((await send(one, { ...signed, body: `${signed.body} ` })).status, 401);
  assert.equal((await send(one, signed)).status, 201);
  assert.equal((await send(one, signed)).status, 401, 'a signature counts once');
});

test('the Postman script says which variable is empty, and what to do with a key of another form', async () => {
  await assert.rejects(prepare('Replay', values({ apiKey: '' })), /variable apiKey is empty/);
  const other = values().signingKey!.replaceAll('PRIVATE KEY', 'RSA PRIVATE KEY');
  await assert.rejects(prepare('Replay', values({ signingKey: other })), /openssl pkcs8 -topk8/);
  await assert.rejects(prepare('Replay', values({ signingCertificate: 'x' })), /signingCertificate is no PEM/);
});
