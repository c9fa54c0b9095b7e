import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Message, sampleMessage, validateMessage, wireTime } from '../catalogue';
import { dipForTest, holder, ids, mpan, parties } from './dip.fixture';
import type { DipParty } from './types';

const ads = '3500000001';
const adsBefore = '3500000002';
const market: DipParty[] = [
  ...parties,
  { dipId: ads, role: 'ADS', mpid: 'ADSN', name: 'ads' },
  { dipId: adsBefore, role: 'ADS', mpid: 'ADSO', name: 'adsBefore' },
];

const cleanUp: (() => Promise<void>)[] = [];
after(async () => void (await Promise.all(cleanUp.map((close) => close()))));

/** A DIP in which an advanced data service holds the MPAN, with all that it is brought. */
async function start(dataService = ads) {
  const t = await dipForTest({ parties: market });
  cleanUp.push(t.close);
  t.dip.seed(mpan, { ...holder, dataService });
  const got: Message[] = [];
  t.dip.attach(ads, (m) => got.push(m));
  for (const { dipId } of market) if (dipId !== ads) t.dip.attach(dipId, () => {});
  return { t, got };
}

function sent(name: [string, string], from: string, over: { to?: string[]; mpan?: string } = {}) {
  const role = market.find(({ dipId }) => dipId === from)!.role;
  const made = sampleMessage(...name, { mpan: over.mpan ?? mpan, from, role, at: new Date() });
  made.CommonBlock.S1.senderTimestamp = wireTime(new Date());
  if (over.to) made.CommonBlock.A0 = { primaryRecipients: over.to, secondaryRecipients: [], always: [] };
  return made;
}

async function submit({ t }: Awaited<ReturnType<typeof start>>, m: Message) {
  const { S0, S1 } = m.CommonBlock;
  const { status, response } = await t.dip.submit(S1.senderDIPID, S0.interfaceID, [m]);
  assert.equal(status, 201, JSON.stringify(response.messageArray));
  await t.dip.idle();
}

const ask = () => sent(['IF-015', 'ConsumptionReplay'], ads);
const events = (got: Message[]) => got.map((m) => `${m.CommonBlock.S0.interfaceID} ${m.CommonBlock.S0.eventCode}`);
const part = (m: Message, name: 'S2' | 'R1') =>
  (m.CommonBlock as unknown as Record<string, Record<string, unknown>>)[name];

test('what was submitted, refused and made up before comes again, whole and with its sender', async () => {
  const world = await start();
  const active = sent(['IF-021', 'ActivePower'], adsBefore);
  const refused = sent(['IF-014', 'ActivePowerRejected'], ids.mds, { to: [adsBefore] });
  const made = sent(['IF-013', 'ActivePowerDefaulted'], ids.mds, { to: [adsBefore] });
  const reactive = sent(['IF-021', 'ReactivePower'], adsBefore);
  for (const m of [active, refused, made, reactive]) await submit(world, m);
  world.got.length = 0;
  await submit(world, ask());
  assert.deepEqual(events(world.got), [
    'IF-016 [ActivePower]',
    'IF-016 [ActivePowerRejected]',
    'IF-016 [ActivePowerDefaulted]',
    'IF-016 [ReactivePower]',
  ]);
  for (const [index, past] of [active, refused, made, reactive].entries()) {
    const again = world.got[index]!;
    const checked = validateMessage(again, 'egress');
    assert.deepEqual(checked.ok ? [] : checked.problems, []);
    assert.deepEqual(again.CustomBlock, past.CustomBlock);
    assert.deepEqual(part(again, 'S2'), JSON.parse(JSON.stringify(past.CommonBlock.S1)));
    assert.equal(part(again, 'R1')!.responseCode, 'A');
  }
  assert.deepEqual(world.got[1]!.CommonBlock.R0, refused.CommonBlock.R0);
  assert.equal(world.got[0]!.CommonBlock.R0, undefined);
  const delivered = world.t.entries('delivered', ads).filter((it) => it.interface === 'IF-016');
  assert.equal(delivered.length, 4);
});

test('an answer continues the conversation of its request, and has ids of its own', async () => {
  const world = await start();
  await submit(world, sent(['IF-021', 'ActivePower'], adsBefore));
  await submit(world, sent(['IF-021', 'ActivePower'], adsBefore));
  await submit(world, ask());
  const conversation = world.t.entries('accepted').find((it) => it.interface === 'IF-015')!.initialCorrelationID;
  const answers = world.got.filter((m) => m.CommonBlock.S0.interfaceID === 'IF-016');
  assert.equal(answers.length, 2);
  for (const { CommonBlock } of answers) {
    assert.equal(CommonBlock.D0!.initialCorrelationID, conversation);
    assert.equal(CommonBlock.S1.senderCorrelationID, conversation);
    assert.deepEqual(CommonBlock.A0!.primaryRecipients, [ads]);
  }
  const unique = (of: (m: Message) => string) => new Set(answers.map(of)).size;
  assert.equal(
    unique((m) => m.CommonBlock.D0!.transactionID),
    2,
  );
  assert.equal(
    unique((m) => m.CommonBlock.S1.senderUniqueReference),
    2,
  );
});

test('another MPAN, and messages of another kind, are not replayed', async () => {
  const world = await start();
  const other = '2000000000025';
  world.t.dip.seed(other, { ...holder, dataService: ads });
  await submit(world, sent(['IF-021', 'ActivePower'], adsBefore, { mpan: other }));
  await submit(world, sent(['IF-014', 'ConsumptionOnDeEnergisedMPAN'], ids.mds, { to: [adsBefore] }));
  await submit(world, ask());
  const [only, ...rest] = world.got.filter((m) => m.CommonBlock.S0.interfaceID === 'IF-016');
  assert.deepEqual(rest, []);
  assert.equal(only!.CommonBlock.S0.eventCode, '[ConsumptionRequestRejected]');
  assert.equal(part(only!, 'R1')!.responseCode, 'R');
  assert.match(String(part(only!, 'R1')!.responseMessages), /No consumption/);
  const checked = validateMessage(only!, 'egress');
  assert.deepEqual(checked.ok ? [] : checked.problems, []);
});

test('who is not the data service of the MPAN gets nothing of it', async () => {
  const world = await start(adsBefore);
  await submit(world, sent(['IF-021', 'ActivePower'], adsBefore));
  await submit(world, ask());
  assert.deepEqual(events(world.got), ['IF-016 [ConsumptionRequestRejected]']);
  assert.match(String(part(world.got[0]!, 'R1')!.responseMessages), /not the Data Service/);
});
