import assert from 'node:assert/strict';
import { validateMessage, type Message } from '../../../catalogue';
import { hooksOf, judged, publication, sample, sent } from './faults.fixture';

const referenceOf = (message: Message | undefined) => message?.CommonBlock.S1.senderUniqueReference;
const call = { method: 'POST', path: '/', url: '', headers: {}, body: Buffer.from(''), clientFingerprint: '' };
const ask = { mpan: '2000000000016', args: {} };

/** Proofs of the faults that show in how a participant gets on with the DIP. */
export const dipCases: Record<string, (name: string) => Promise<void>> = {
  'ignores-retry-after': async (name) => assert.equal((await hooksOf(name)).patience(1_000), 0),
  'new-reference-after-outage': async (name) => {
    const { again } = await hooksOf(name);
    const message = sample();
    assert.equal(again(message, {}), message);
    const late = again(message, { status: 503 });
    assert.notEqual(referenceOf(late), referenceOf(message));
    assert.equal(validateMessage(late, 'ingress').ok, true);
  },
  'loses-what-waited': async (name) => {
    const { again } = await hooksOf(name);
    const message = sample();
    assert.equal(again(message, { status: 503 }), message);
    assert.equal(again(message, { status: 503, afterMs: 1_000 }), undefined);
  },
  'lets-strangers-in': async (name) => assert.equal((await hooksOf(name)).letsIn('anybody'), true),
  'takes-changed-bodies': async (name) => {
    const { verified } = await hooksOf(name);
    const refused = (fault: 'hash-mismatch' | 'signature-mismatch') => ({ ok: false as const, fault, detail: '' });
    assert.equal(verified(refused('hash-mismatch'), call).ok, true);
    assert.equal(verified(refused('signature-mismatch'), call).ok, false);
  },
  'refuses-large-bodies': async (name) => assert.equal((await hooksOf(name)).largestBody(1e7), 100 * 1024),
  'drops-overtaken': async (name) => {
    const { book } = await hooksOf(name);
    const numbered = (serial: string, message = publication('IF-031', 'MSApp')) => {
      message.CommonBlock.D0!.transactionID = `T-IF-031-1-SUP-20270601-${serial}`;
      return message;
    };
    const booked = [numbered('1'), numbered('3'), numbered('2'), numbered('4')].map((one) => book(one).length);
    assert.deepEqual(booked, [1, 1, 0, 1]);
    assert.equal(book(numbered('2', publication('IF-034', 'MSAppSPResponse'))).length, 1);
  },
  'never-asks-again': async (name) => {
    const { act } = await hooksOf(name);
    const done = ['requestRequeue', 'requestReplay', 'dayArrives'].map((one) => act({ ...ask, name: one }).length);
    assert.deepEqual(done, [0, 0, 1]);
  },
  'names-unknown-recipient': async (name) => {
    const message = sample('IF-033', 'MSAppSPRequest');
    message.CommonBlock.A0 = { primaryRecipients: ['2000000021'], secondaryRecipients: [], always: [] };
    const [made] = await sent(name, message);
    assert.deepEqual(made!.CommonBlock.A0!.primaryRecipients, ['2999999999']);
    assert.equal(validateMessage(made, 'ingress').ok, true);
    const own = sample('IF-036', 'MSAppActive');
    assert.deepEqual(await sent(name, own), [own]);
  },
  'refuses-filled-addresses': async (name) => {
    const { judged: say } = await hooksOf(name);
    const filled = publication('IF-036', 'MSAppActive');
    filled.CommonBlock.A0 = { primaryRecipients: [], secondaryRecipients: [], always: ['2000000091'] };
    assert.equal(say(judged(filled), filled).message, undefined);
    filled.CommonBlock.A0.always = [];
    assert.ok(say(judged(filled), filled).message);
  },
};
