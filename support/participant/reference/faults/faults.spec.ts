import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { validateMessage, type Message } from '../../../catalogue';
import type { AppointmentRecord, Records } from '../../../market';
import type { Signer, StandardItem } from '../../../wire';
import { callCases } from './call-cases.fixture';
import { connectionCases } from './connection-cases.fixture';
import { dipCases } from './dip-cases.fixture';
import { updateCases } from './update-cases.fixture';
import { readCases } from './read-cases.fixture';
import { faults } from './index';
import { hooksOf, judged, market, mpan, publication, sample, sent, supplier } from './faults.fixture';

const signer: Signer = { certificatePem: '', fingerprint: 'own', sign: () => '' };
const call = { method: 'POST', path: '/', url: '', headers: {}, body: Buffer.from(''), clientFingerprint: '' };
const channelUrl = 'https://dip/dip-channel/IF-031';
const appointment = (status: AppointmentRecord['status']): AppointmentRecord => ({
  ...{ service: 'metering', dipId: '2000000021', from: '2027-06-22T00:00:00+01:00', status, code: null },
});
const records: Records = {
  mpan,
  supplier: null,
  appointments: [appointment('proposed')],
  booked: ['T-1'],
  exceptions: [],
};
const act = (scenario: string, name = 'appointMeteringService') => ({
  ...{ name, mpan, args: { scenario, from: '2027-06-22' } },
});
const s1 = (message: Message) => message.CommonBlock.S1;
const problems = (message: Message): string => {
  const checked = validateMessage(message, 'ingress');
  return checked.ok ? '' : checked.problems.map(({ path }) => path).join(' ');
};

/** What goes out is no message any more, at that place. */
const breaks = (place: RegExp, message?: Message) => async (name: string) => {
  const [made] = await sent(name, message ?? sample());
  assert.match(problems(made!), place);
};
const good = judged(publication());
const answer = { status: 201, items: [good.item] };
const answered = async (name: string) => (await hooksOf(name)).answer(answer);

const cases: Record<string, (name: string) => Promise<void>> = {
  ...callCases,
  ...connectionCases,
  ...dipCases,
  ...updateCases,
  ...readCases,
  'answers-200': async (name) => {
    assert.equal((await answered(name)).status, 200);
    assert.equal((await hooksOf(name)).answer({ ...answer, status: 400 }).status, 400);
  },
  'answers-with-nine-fields': async (name) =>
    assert.equal(Object.keys((await answered(name)).items[0] as StandardItem).length, 9),
  'names-no-transaction': async (name) => assert.equal((await answered(name)).items[0]!.transactionID, null),
  'works-inside-webhook': async (name) => assert.ok((await answered(name)).afterMs! > 2_000),
  'answers-ahead': async (name) => {
    const [early, request] = await sent(name, sample('IF-033', 'MSAppSPRequest'));
    assert.equal(early!.CommonBlock.S0.interfaceID, 'IF-035');
    assert.equal(problems(early!), '');
    assert.equal(request!.CommonBlock.S0.interfaceID, 'IF-033');
  },
  'answers-another-request': async (name) => {
    const { outgoing } = await hooksOf(name);
    const of = (id: string) => {
      const message = sample('IF-032', 'MSAppInitialResp');
      s1(message).senderCorrelationID = id;
      return s1(outgoing(message)[0]!.message).senderCorrelationID;
    };
    assert.deepEqual([of('CI-1'), of('CI-2')], ['CI-1', 'CI-1']);
  },
  'begins-days-in-utc': async (name) => {
    const [made] = await sent(name, sample());
    const { B070 } = made!.CustomBlock!;
    assert.equal(B070!.proposedMeteringServiceDIPEffectiveFromDate, '2027-06-21T00:00:00+00:00');
  },
  'books-nothing': async (name) => {
    const shown = (await hooksOf(name)).records({ ...records, facts: { B022: undefined } });
    assert.deepEqual([shown.appointments, shown.booked, shown.facts], [[], [], {}]);
  },
  'books-twice': async (name) => {
    const hooks = await hooksOf(name);
    const message = publication();
    const ids = [message, message].flatMap(hooks.book).map((one) => one.CommonBlock.D0!.transactionID);
    assert.notEqual(ids[0], ids[1]);
    const { transactionID } = message.CommonBlock.D0!;
    assert.deepEqual(hooks.records({ ...records, booked: ids }).booked, [transactionID, transactionID]);
  },
  'books-replays-again': async (name) => {
    const hooks = await hooksOf(name);
    const [once, again] = [publication(), publication()];
    again.CommonBlock.D0 = { ...once.CommonBlock.D0!, replayIndicator: true };
    const ids = [once, again].flatMap(hooks.book).map((one) => one.CommonBlock.D0!.transactionID);
    assert.notEqual(ids[0], ids[1]);
    assert.deepEqual(hooks.records({ ...records, booked: ids }).booked, [ids[0], ids[0]]);
  },
  'drops-replays': async (name) => {
    const { book } = await hooksOf(name);
    const message = publication();
    assert.equal(book(message).length, 1);
    message.CommonBlock.D0!.replayIndicator = true;
    assert.equal(book(message).length, 0);
  },
  'verifies-its-own-writing': async (name) => {
    const { verified } = await hooksOf(name);
    const ok = { ok: true as const, fingerprint: '' };
    const request = (text: string) => ({ ...call, body: Buffer.from(text) });
    assert.equal(verified(ok, request('{"a":1}')).ok, true);
    assert.equal(verified(ok, request('{ "a": 1 }')).ok, false);
  },
  'event-in-capitals': breaks(/eventCode/),
  'event-without-brackets': breaks(/eventCode/),
  'foreign-mpid': async (name) => {
    const [made] = await sent(name, sample());
    assert.equal(problems(made!), '');
    assert.notEqual(
      made!.CustomBlock!.B070!.proposedMeteringServiceMPID,
      sample().CustomBlock!.B070!.proposedMeteringServiceMPID,
    );
  },
  'forgets-data-service': async (name) => {
    const { act: done } = await hooksOf(name);
    assert.deepEqual(done(act('COS', 'appointDataService')), []);
    assert.equal(done(act('COS')).length, 1);
  },
  'gives-up': async (name) => assert.equal((await hooksOf(name)).again(sample(), {}), undefined),
  'late-answer': async (name) => {
    const { outgoing } = await hooksOf(name);
    assert.ok(outgoing(sample('IF-034', 'MSAppSPResponse'))[0]!.afterMs! > 5_000);
    assert.equal(outgoing(sample())[0]!.afterMs, undefined);
  },
  'leaves-out-null': breaks(/subText/),
  'missing-block': breaks(/B070/),
  'mpan-as-number': breaks(/MPANCore/),
  'needs-one-order': async (name) => {
    const { book } = await hooksOf(name);
    const active = publication('IF-036', 'MSAppActive');
    assert.equal(book(active).length, 0);
    book(publication());
    assert.equal(book(active).length, 1);
  },
  'never-proposes-as-csp': async (name) => assert.equal((await hooksOf(name)).act(act('CSP'))[0]!.args.scenario, 'COS'),
  'no-registration-id': async (name) => {
    const message = sample();
    message.CustomBlock = { ...message.CustomBlock, B013: { CSSRegistrationID: 'R-1' } };
    assert.equal((await sent(name, message))[0]!.CustomBlock!.B013, undefined);
  },
  'names-wrong-scenario': async (name) => {
    const [made] = await sent(name, sample());
    assert.equal(problems(made!), '');
    assert.equal(made!.CustomBlock!.B070!.appointmentScenario, 'SEG');
  },
  'dates-the-day-before': async (name) => {
    const message = sample();
    message.CustomBlock!.B070!.proposedMeteringServiceDIPEffectiveFromDate = '2027-03-29T00:00:00+01:00';
    const [made] = await sent(name, message);
    assert.equal(made!.CustomBlock!.B070!.proposedMeteringServiceDIPEffectiveFromDate, '2027-03-28T00:00:00+00:00');
  },
  'proposes-before-its-ownership': async (name) =>
    assert.equal((await hooksOf(name)).act(act('COS'))[0]!.args.from, '2027-04-23'),
  'publication-for-interface': async (name) => {
    const [departure] = (await hooksOf(name)).outgoing(sample());
    assert.equal(departure!.channel, 'IF-031');
    assert.equal(departure!.message.CommonBlock.S0.interfaceID, 'PUB-031');
  },
  'refuses-nothing': async (name) => {
    const message = sample('IF-034', 'MSAppSPResponse');
    message.CustomBlock!.B007 = { responseCode: 'R', proposedAppointmentResponseCode: 'SP001' };
    assert.equal((await sent(name, message))[0]!.CustomBlock!.B007!.responseCode, 'A');
  },
  'refuses-null': async (name) => {
    const { judged: say } = await hooksOf(name);
    assert.equal(say(good, publication()).message, undefined);
  },
  'repeats-with-new-reference': async (name) => {
    const message = sample();
    const again = (await hooksOf(name)).again(message, {})!;
    assert.notEqual(s1(again).senderUniqueReference, s1(message).senderUniqueReference);
    assert.equal(problems(again), '');
  },
  'says-it-again': async (name) => {
    const [first, second] = (await hooksOf(name)).outgoing(sample());
    assert.equal(first!.afterMs, undefined);
    assert.equal(second!.afterMs, 2_000);
    assert.notEqual(s1(second!.message).senderUniqueReference, s1(first!.message).senderUniqueReference);
  },
  'signs-as-stranger': async (name) => {
    await assert.rejects(hooksOf(name), /no certificates here/);
  },
  'signs-other-bytes': async (name) => {
    const { sign } = await hooksOf(name);
    const body = Buffer.from('[{"payload":{}}]');
    assert.notDeepEqual(sign({ signer, url: channelUrl, body }).body, body);
    assert.deepEqual(sign({ signer, url: `${channelUrl}/pubconfig/1`, body }).body, body);
  },
  'stale-registration-id': async (name) => {
    const message = sample();
    message.CustomBlock = { ...message.CustomBlock, B013: { CSSRegistrationID: 'R-1' } };
    assert.notEqual((await sent(name, message))[0]!.CustomBlock!.B013!.CSSRegistrationID, 'R-1');
  },
  'takes-201-for-acceptance': async (name) =>
    assert.equal((await hooksOf(name)).records(records).appointments[0]!.status, 'accepted'),
  'takes-any-environment': async (name) => {
    const foreign = publication();
    s1(foreign).environmentTag = 'UIT';
    const { judged: say } = await hooksOf(name);
    assert.equal(judged(foreign).message, undefined);
    assert.equal(say(judged(foreign), foreign).message, foreign);
  },
  'takes-any-schema': async (name) => {
    const broken = { ...publication(), CustomBlock: {} };
    const { judged: say } = await hooksOf(name);
    assert.equal(judged(broken).message, undefined);
    assert.equal(say(judged(broken), broken).message, broken);
  },
  'trusts-any-signature': async (name) => {
    const refused = { ok: false as const, fault: 'signature-mismatch' as const, detail: '' };
    assert.equal((await hooksOf(name)).verified(refused, call).ok, true);
  },
  'writes-nothing-for-null': breaks(/subText/),
  'wrong-correlation': async (name) =>
    assert.match(s1((await sent(name, sample()))[0]!).senderCorrelationID ?? '', /^CI-/),
  'wrong-dip-id': async (name) => {
    const { senderDIPID } = s1((await sent(name, sample()))[0]!);
    assert.notEqual(senderDIPID, supplier.dipId);
    assert.ok(market.parties.some(({ dipId, role }) => dipId === senderDIPID && role === 'SUP'));
  },
  'wrong-environment-tag': async (name) => assert.equal(s1((await sent(name, sample()))[0]!).environmentTag, 'UIT'),
  'wrong-event': breaks(/./),
};

describe('faults', () => {
  for (const [name, prove] of Object.entries(cases)) it(name, () => prove(name));

  it('every fault has a case here, a line of words and a role', () => {
    assert.deepEqual(Object.keys(cases).sort(), Object.keys(faults).sort());
    for (const { what, roles } of Object.values(faults)) assert.ok(what.endsWith('.') && roles.length > 0);
  });

  it('several work together, in the order in which they are named', async () => {
    const { outgoing, answer: answers } = await hooksOf('event-in-capitals', 'says-it-again', 'answers-200');
    const departures = outgoing(sample());
    assert.equal(departures.length, 2);
    assert.ok(departures.every(({ message }) => message.CommonBlock.S0.eventCode === '[MSAPP]'));
    assert.equal(answers(answer).status, 200);
  });
});
