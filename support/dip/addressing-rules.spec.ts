import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type A0, eventDefinition, type Message } from '../catalogue';
import { addressingProblem } from './addressing-rules';
import { ids, message, parties } from './dip.fixture';

function problem(m: Message) {
  const { interfaceID, eventCode } = m.CommonBlock.S0;
  return addressingProblem(m, eventDefinition(interfaceID, eventCode.slice(1, -1))!, parties);
}

const answer = (to?: string[]) => message('IF-032', 'MSAppInitialResp', ids.regs, to);

/** An event that goes to a supplier by the directory and to central systems always. */
function active(A0: Partial<A0>) {
  const m = message('IF-036', 'MSAppActive', ids.regs);
  m.CommonBlock.A0 = { primaryRecipients: [ids.mss], secondaryRecipients: [], always: [], ...A0 };
  return m;
}

test('primary recipients: there, known, and of a role that receives the event', () => {
  assert.equal(problem(answer([ids.sup])), undefined);
  assert.equal(problem(answer())?.code, 'MSG1030');
  assert.equal(problem(answer(['2300000099']))?.code, 'MSG1031');
  const wrong = problem(answer([ids.sup, ids.mss]));
  assert.equal(wrong?.code, 'MSG1032');
  assert.match(wrong.help, new RegExp(`A0.primaryRecipients: ${ids.mss} \\(MSS\\) may not receive.*goes to SUP`));
});

test('secondary recipients and always, where the sender set them itself', () => {
  assert.equal(problem(active({ secondaryRecipients: [ids.sup], always: [ids.mds] })), undefined);
  assert.equal(problem(active({ secondaryRecipients: ['2300000099'] }))?.code, 'MSG1033');
  assert.equal(problem(active({ secondaryRecipients: [ids.regs] }))?.code, 'MSG1034');
  assert.equal(problem(active({ always: ['2300000099'] }))?.code, 'MSG1035');
  assert.equal(problem(active({ always: [ids.regs] }))?.code, 'MSG1036');
  assert.match(problem(active({ always: [ids.regs] }))!.help, /^A0.always: /);
});

test('a list that holds null names nobody', () => {
  const none = { primaryRecipients: [null], secondaryRecipients: [null], always: [null] } as unknown as A0;
  assert.equal(problem(active(none))?.code, 'MSG1030');
  const request = message('IF-031', 'MSApp', ids.sup);
  request.CommonBlock.A0 = none;
  assert.equal(problem(request), undefined);
});

test('a message without A0 needs none when its event goes to nobody whom a sender names', () => {
  assert.equal(problem(message('IF-031', 'MSApp', ids.sup)), undefined);
});
