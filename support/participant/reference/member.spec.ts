import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { sampleMessage, validateMessage, type Message } from '../../catalogue';
import type { Party } from '../../market';
import type { StandardItem } from '../../wire';
import { createMember } from './member';

const mpan = '2000000000016';
const party: Party = { dipId: '1000000001', mpid: 'REFS', role: 'SUP', name: 'Reference' };
const service = { dipId: '2000000021', mpid: 'META' };
const market = {
  parties: [party, { ...service, role: 'MSS' as const, name: 'Alder' }],
  effectiveDatesBeginAt: 'local' as const,
};

type Answer = number | undefined | { status: number; retryAfter: string };

/** A supplier whose DIP answers with these in turn, the last for ever; `undefined` is no answer. */
const member = (...answers: Answer[]) => memberAs(party, ...answers);

function memberAs(self: Party, ...answers: Answer[]) {
  const sent: Message[] = [];
  const asked: unknown[][] = [];
  const waiting: (() => void)[] = [];
  const log: string[] = [];
  const made = createMember({
    party: self,
    market,
    environmentTag: 'DEV',
    repeatAfterMs: 0,
    log: (line) => log.push(line),
    client: {
      async submit(_channel, payloads) {
        const answer = answers[Math.min(sent.length, answers.length - 1)];
        const { status, retryAfter } = typeof answer === 'object' ? answer : { status: answer, retryAfter: undefined };
        sent.push(payloads[0] as Message);
        waiting.shift()?.();
        if (status === undefined) throw new Error('connection lost');
        const headers: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
        return { status, headers, body: Buffer.from(''), ms: 1 };
      },
      async requeue(...call) {
        asked.push(call);
        return { status: 400, headers: {}, body: Buffer.from(''), ms: 1 };
      },
      async replay(...call) {
        asked.push(call);
        const body = Buffer.from(JSON.stringify([{ payload: gain() }]));
        return { status: 200, headers: {}, body, ms: 1 };
      },
    },
  });
  const untilSent = () => new Promise<void>((resolve) => waiting.push(resolve));
  return { made, sent, asked, log, untilSent };
}

const gain = (tag = 'DEV') => {
  const message = sampleMessage('IF-002', 'GainMPANInfo', { mpan, egress: true });
  message.CommonBlock.S1.environmentTag = tag as typeof message.CommonBlock.S1.environmentTag;
  return message;
};
const appoint = { service, from: '2027-06-22', scenario: 'COS', contractReference: 'C1' };

describe('taking publications', () => {
  it('answers 201 and names the transaction', async () => {
    const { made } = member(201);
    const message = gain();
    const { status, items } = made.take([message]);
    assert.equal(status, 201);
    assert.equal(items[0]?.transactionID, message.CommonBlock.D0?.transactionID);
    assert.match(items[0]?.message ?? '', /^RCP0000/);
    assert.equal(items[0]?.senderID, party.dipId);
    await nextTurn();
    assert.deepEqual(made.records(mpan).booked, [message.CommonBlock.D0?.transactionID]);
  });

  it('refuses another environment with RCP1004 and a broken schema with RCP1001, and books neither', async () => {
    const { made } = member(201);
    const broken = gain();
    delete (broken.CustomBlock as Record<string, unknown>).B013;
    const { status, items } = made.take([gain('UIT'), broken, undefined]);
    assert.equal(status, 400);
    assert.deepEqual(
      items.map((item) => item.message?.slice(0, 7)),
      ['RCP1004', 'RCP1001', 'RCP1001'],
    );
    assert.match(items[1]?.help ?? '', /B013/);
    assert.equal(items[1]?.transactionID, broken.CommonBlock.D0?.transactionID);
    await nextTurn();
    assert.deepEqual(made.records(mpan).booked, []);
  });

  it('answers 207 to a mixed batch and takes what is good', async () => {
    const { made } = member(201);
    assert.equal(made.take([gain(), gain('UIT')]).status, 207);
    await nextTurn();
    assert.equal(made.records(mpan).booked?.length, 1);
  });

  it('takes a transaction that comes again with 201 and books it once', async () => {
    const { made } = member(201);
    const message = gain();
    made.take([message]);
    assert.equal(made.take([message]).status, 201);
    await nextTurn();
    assert.equal(made.records(mpan).booked?.length, 1);
  });
});

describe('acting', () => {
  it('sends a valid IF-031 that quotes the registration id of IF-002', async () => {
    const { made, sent, untilSent } = member(201);
    const message = gain();
    made.take([message]);
    await nextTurn();
    const going = untilSent();
    made.act('appointMeteringService', mpan, appoint);
    await going;
    assert.deepEqual(validateMessage(sent[0], 'ingress').ok, true);
    assert.equal(sent[0]?.CustomBlock?.B013?.CSSRegistrationID, message.CustomBlock?.B013?.CSSRegistrationID);
    assert.equal(sent[0]?.CommonBlock.M0?.distributorDIPID, message.CommonBlock.M0?.distributorDIPID);
  });

  it('creates an MPAN that it knows nothing of, where it is told of which network and group it is', async () => {
    const self: Party = { dipId: '2000000011', mpid: 'REGA', role: 'REGS', name: 'Register' };
    const { made, sent, untilSent } = memberAs(self, 201);
    const unsited = () => made.act('createMpan', mpan, { segment: 'S', energyDirection: 'I' });
    assert.throws(unsited, { code: 'REFERENCE_MPAN_UNKNOWN' });
    const going = untilSent();
    made.act('createMpan', mpan, { segment: 'S', energyDirection: 'I', distributor: '5000000001', gspGroup: '_K' });
    await going;
    const { M0, S0 } = sent[0]!.CommonBlock;
    assert.deepEqual([S0.interfaceID, M0?.distributorDIPID, M0?.GSPGroupID], ['IF-050', '5000000001', '_K']);
  });

  it('does not act on an MPAN that it knows nothing of', () => {
    const { made, sent } = member(201);
    assert.throws(() => made.act('appointMeteringService', mpan, appoint), { code: 'REFERENCE_MPAN_UNKNOWN' });
    assert.equal(sent.length, 0);
  });

  const wait = (status: number) => ({ status, retryAfter: '0' });
  for (const [name, answers, times] of [
    ['repeats what got no answer, then 503', [undefined, 503, 201], 3],
    ['repeats what was too much', [429, 408, 201], 3],
    ['outlasts a DIP that says when to come again', [...Array<Answer>(6).fill(wait(503)), wait(429), 201], 8],
    ['takes a date for a time', [{ status: 503, retryAfter: new Date(0).toUTCString() }, 201], 2],
    ['gives up after three repeats', [503], 4],
    ['does not repeat what was refused', [400, 201], 1],
  ] as const) {
    it(`${name}, each time with the same reference`, async () => {
      const { made, sent, untilSent } = member(...answers);
      made.take([gain()]);
      await nextTurn();
      const all = Array.from({ length: times }, untilSent);
      made.act('appointMeteringService', mpan, appoint);
      await Promise.all(all);
      // Two turns of the loop more, in which one repeat too many would go out.
      await nextTurn();
      await nextTurn();
      assert.equal(sent.length, times);
      assert.equal(new Set(sent.map(({ CommonBlock }) => CommonBlock.S1.senderUniqueReference)).size, 1);
      assert.equal(made.records(mpan).exceptions?.length, answers.at(-1) === 201 && times > 1 ? 0 : 1);
    });
  }

  it('keeps what the DIP has asked it to send later', async () => {
    const { made, sent, untilSent } = member({ status: 503, retryAfter: '1' }, 201);
    made.take([gain()]);
    await nextTurn();
    const [first, second] = [untilSent(), untilSent()];
    const began = performance.now();
    made.act('appointMeteringService', mpan, appoint);
    await first;
    await second;
    assert.ok(performance.now() - began >= 990);
    assert.equal(sent.length, 2);
  });

  it('asks the DIP for what it missed, takes what a replay answers and shows a refusal', async () => {
    const { made, asked } = member(201);
    const since = '2027-06-01T09:00:00+00:00';
    made.act('requestReplay', mpan, { interface: 'IF-002', event: 'GainMPANInfo', since });
    made.act('requestRequeue', mpan, { interface: 'IF-035', since });
    await nextTurn();
    await nextTurn();
    const all = { datetimeFrom: since, datetimeTo: null, MPAN: mpan, version: null };
    assert.deepEqual(asked, [
      ['IF-002', { ...all, eventCode: '[GainMPANInfo]' }],
      ['IF-035', { ...all, eventCode: null }],
    ]);
    assert.equal(made.records(mpan).booked?.length, 1);
    assert.deepEqual(made.records(mpan).exceptions, ['requeue of IF-035: 400']);
  });

  it('shows a bad status message about what it sent, and logs a good one only', async () => {
    const { made, sent, untilSent } = member(201);
    made.take([gain()]);
    await nextTurn();
    const going = untilSent();
    made.act('appointMeteringService', mpan, appoint);
    await going;
    const senderUniqueReference = sent[0]!.CommonBlock.S1.senderUniqueReference;
    const item = (message: string): StandardItem => ({
      transactionID: null,
      senderUniqueReference,
      correlationID: null,
      sentTimestamp: '2027-06-22T09:30:00+00:00',
      senderID: '0',
      recipientID: party.dipId,
      DIPConnectionProviderID: null,
      message,
      help: null,
      serviceTicketURL: null,
    });
    assert.deepEqual(made.takeStatus([item('RCP0000 - Message Success')]), { status: 201 });
    assert.deepEqual(made.records(mpan).exceptions, []);
    made.takeStatus([item('MSG1005 - Schema Version Invalid')]);
    assert.match(made.records(mpan).exceptions?.[0] ?? '', /MSG1005/);
  });
});
