import assert from 'node:assert/strict';
import { validateMessage } from '../../../catalogue';
import type { StandardItem } from '../../../wire';
import { hooksOf, judged, publication, sample } from './faults.fixture';

const good = judged(publication());
const bad = judged({ ...publication(), CustomBlock: {} });
/** What is said of a bad publication and two good ones in one call. */
const together = async (name: string, said = [good, bad, good]) =>
  (await hooksOf(name)).judgedTogether(said, [publication(), 'bad', publication()]).map(({ message }) => !!message);
const status: StandardItem = { ...good.item, transactionID: 'T-1', message: 'MSG1037 - x' };
const call3 = { status: 207, items: ['RCP0000', 'RCP1001', 'RCP0000'].map((message) => ({ ...good.item, message })) };
const one = { status: 201, items: [good.item] };

/** Proofs of the faults that show in a call of a webhook: with several publications, or with status messages. */
export const callCases: Record<string, (name: string) => Promise<void>> = {
  'batch-all-or-nothing': async (name) => {
    assert.deepEqual(await together(name), [false, false, false]);
    assert.deepEqual(await together(name, [good, good]), [true, true]);
  },
  'batch-saves-all': async (name) => {
    assert.deepEqual(await together(name), [true, true, true]);
    assert.deepEqual(await together(name, [bad]), [false]);
  },
  'batch-answers-first': async (name) =>
    assert.deepEqual((await hooksOf(name)).answer(call3).items, call3.items.slice(0, 1)),
  'batch-names-another': async (name) => {
    const { items } = (await hooksOf(name)).answer(call3);
    assert.deepEqual(
      items.map(({ message }) => message),
      ['RCP0000', 'RCP0000', 'RCP1001'],
    );
    assert.deepEqual((await hooksOf(name)).answer(one).items, one.items);
  },
  'books-what-it-refuses': async (name) => {
    const { judged: say, answer: answers } = await hooksOf(name);
    assert.deepEqual(say(bad, 'bad'), { item: bad.item, message: 'bad' });
    assert.equal(answers({ ...call3, status: 201 }).status, 207);
    assert.equal(answers({ items: [bad.item], status: 201 }).status, 400);
  },
  'ignores-status-messages': async (name) => {
    assert.deepEqual((await hooksOf(name)).statuses([status]), { status: 201, items: [], again: [] });
  },
  'serves-no-status-webhook': async (name) => assert.equal((await hooksOf(name)).statuses([status]).status, 404),
  'sends-again-after-status': async (name) => {
    const hooks = await hooksOf(name);
    const message = sample();
    hooks.outgoing(message);
    const { senderUniqueReference } = message.CommonBlock.S1;
    const { again, items } = hooks.statuses([status, { ...status, senderUniqueReference }]);
    assert.deepEqual([again.length, items.length], [1, 2]);
    assert.notEqual(again[0]!.CommonBlock.S1.senderUniqueReference, senderUniqueReference);
    assert.equal(validateMessage(again[0], 'ingress').ok, true);
  },
};
