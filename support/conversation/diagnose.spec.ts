import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversationErrors } from '../errors';
import { accept, b070, context, ids, r0, rows, Told, told, type Who } from './conversation.fixture';
import { diagnose } from './diagnose';
import { matchLegs } from './match';
import { parseLegs } from './parse-legs';

const legs = parseLegs(rows);

function told_(ledger: Told, participant: Who, over = {}) {
  const ctx = context(participant, over);
  const found = diagnose(matchLegs(legs, ledger.entries, ctx), ledger.entries, ctx, 5000);
  assert.ok(found.text.split('\n').length <= 25, found.text);
  return found;
}

test('a missing leg: what was expected, what came, the time, the fault and the next step', () => {
  const { text, blame, code } = told_(told(3), 'MSS (proposed)');
  assert.deepEqual([blame, code], ['participant', 'LEG_MISSING']);
  assert.match(text, /^Row 4: IF-034 \[MSAppSPResponse\] did not come/);
  assert.match(
    text,
    /expected {2}4 {2}MSS \(proposed\) → REGS {2}IF-034 \[MSAppSPResponse\] {2}for MPAN 2000000000006 {2}after 3/,
  );
  assert.match(text, /B007 = A, SP000; B070 = as in 3/);
  assert.match(text, /came {6}no IF-034 that fits/);
  assert.match(text, /line 5 {2}\+40 ms {2}REGS → MSS \(proposed\) {2}IF-033 \[MSAppSPRequest\]/);
  assert.match(text, /also {6}row 5/);
  assert.match(text, /elapsed {3}5\.0 s of 5\.0 s \(limits\.leg of pit\.yaml\)/);
  assert.match(text, /looked {4}in ledger\.ndjson, MPAN \d{13}: what the simulated DIP saw \(\d+ lines\)/);
  assert.match(text, /next .*the proposed Metering Service \(smart\).*IF-033 \[MSAppSPRequest\] was taken up/);
});

test('the nearest that came is shown with each field that differs', () => {
  const wrong = told(3).say('MSS (incumbent)', ['REGS'], 'IF-034 [MSAppSPResponse]', {
    custom: { ...accept, ...b070({ appointmentScenario: 'CSP' }) },
  });
  const { text } = told_(wrong, 'MSS (proposed)');
  assert.match(text, /came {6}line 7 {2}MSS \(incumbent\) {2}IF-034/);
  assert.match(text, /from: expected MSS \(proposed\), got MSS \(incumbent\)/);
  assert.match(text, /B070\.appointmentScenario: expected "COS" as in 3, got "CSP"/);
});

test('wrong content names its fields', () => {
  const wrong = told(3).say('MSS (proposed)', ['REGS'], 'IF-034 [MSAppSPResponse]', {
    custom: { ...accept, ...b070({ appointmentScenario: 'CSP' }) },
  });
  const { text, blame, code } = told_(wrong, 'MSS (proposed)');
  assert.deepEqual([blame, code], ['participant', 'LEG_CONTENT']);
  assert.match(text, /B070\.appointmentScenario: expected "COS" as in 3, got "CSP"/);
});

test('what a simulated or an external party fails to send is not the fault of the participant', () => {
  assert.equal(told_(told(2), 'SUP (incoming)').blame, 'harness');
  const actors = { ...context('SUP (incoming)').actors, REGS: 'external' };
  assert.equal(told_(told(2), 'SUP (incoming)', { actors }).blame, 'environment');
});

test('a simulated party that waits for the participant is not to blame', () => {
  const { blame, text } = told_(told(0), 'SUP (incoming)');
  assert.equal(blame, 'participant');
  assert.match(text, /^Row 1: IF-031/);
  assert.match(text, /seen {6}no message about MPAN/);
});

test('a request that was refused is the fault of whoever made it', () => {
  const refused = told(1).say('REGS', ['SUP (incoming)'], 'IF-032 [MSAppInitialResp]', {
    common: r0('R', 'REG1032 - Dates'),
    custom: b070(),
  });
  const { text, blame, code } = told_(refused, 'SUP (incoming)');
  assert.deepEqual([blame, code], ['participant', 'LEG_REQUEST_REFUSED']);
  assert.match(
    text,
    /the Registration Service refused IF-031 \[MSApp\] of the incoming Supplier with R REG1032 - Dates/,
  );
  assert.equal(told_(refused, 'MSS (proposed)').blame, 'harness', 'the request of a simulated party');
});

test('a refusal that is not in the table explains what is missing, unless the request was made again', () => {
  const table = parseLegs([rows[0]!, rows[2]!]);
  const ctx = context('SUP (incoming)');
  const refused = told(1).say('REGS', ['SUP (incoming)'], 'IF-032 [MSAppInitialResp]', {
    common: r0('R', 'REG1032'),
    custom: b070(),
  });
  const blame = () => diagnose(matchLegs(table, refused.entries, ctx), refused.entries, ctx, 1).blame;
  assert.equal(blame(), 'participant');
  refused.say('SUP (incoming)', ['REGS'], 'IF-031 [MSApp]', { custom: b070() });
  assert.equal(blame(), 'harness');
});

test('a failing webhook is the fault of its owner; a message that was not delivered is not', () => {
  const failed = told(2).say('REGS', ['MSS (proposed)'], 'IF-033 [MSAppSPRequest]', {
    custom: b070(),
    answered: [503, 503],
  });
  assert.deepEqual(told_(failed, 'MSS (proposed)').code, 'LEG_WEBHOOK_FAILED');
  assert.match(told_(failed, 'MSS (proposed)').text, /its webhook call was answered 503/);
  const retried = told(2).say('REGS', ['MSS (proposed)'], 'IF-033 [MSAppSPRequest]', {
    custom: b070(),
    answered: [503, 201],
  });
  assert.equal(told_(retried, 'MSS (proposed)').code, 'LEG_MISSING');
  const returned = told(2).say('REGS', ['MSS (proposed)'], 'IF-033 [MSAppSPRequest]', {
    custom: b070(),
    returned: 'no-webhook',
  });
  assert.match(told_(returned, 'MSS (proposed)').text, /could not be handed over .*: no-webhook \(line 7\)/);
  assert.doesNotMatch(
    told_(returned, 'REGS').text,
    /First look/,
    'what a receiver turned down is no refused submission',
  );
  const lost = told(2).say('REGS', [], 'IF-033 [MSAppSPRequest]', { custom: b070() });
  const { blame, code } = told_(lost, 'MSS (proposed)');
  assert.deepEqual([blame, code], ['harness', 'LEG_NOT_DELIVERED']);
});

test('an answer that names another than who asked is the fault of its sender, a lost one that of the DIP', () => {
  const row = { from: 'REGS', to: 'SUP (incoming)', message: 'IF-026 [ConsentGranularity]', level: 'must' };
  const blamed = (...primaryRecipients: string[]) => {
    const A0 = { primaryRecipients, secondaryRecipients: [], always: [] };
    const asked = new Told().say('SUP (incoming)', ['REGS'], 'IF-025 [ConsentGranularity]');
    const said = { common: { A0 }, quotes: 'CI-1' };
    const ledger = asked.say('REGS', ['SUP (outgoing)'], 'IF-026 [ConsentGranularity]', said);
    const ctx = context('REGS');
    const { blame, code } = diagnose(
      matchLegs(parseLegs([{ ...row, '': '1' }]), ledger.entries, ctx),
      ledger.entries,
      ctx,
      0,
    );
    return [blame, code];
  };
  assert.deepEqual(blamed(ids['SUP (outgoing)']), ['participant', 'LEG_MISADDRESSED']);
  assert.deepEqual(blamed(ids['SUP (incoming)']), ['harness', 'LEG_NOT_DELIVERED']);
});

test('a refused submission or a failed must of the participant is said first', () => {
  const check = {
    id: 'schema',
    level: 'must',
    status: 'fail',
    reason: 'B070: expected, got nothing',
    blame: 'participant',
  } as const;
  const entry = { kind: 'refused', name: 'MSG1001', httpStatus: 400 } as const;
  const refused = told(0).say('SUP (incoming)', [], 'IF-031 [MSApp]', { entry: { ...entry, checks: [check] } });
  const first = told_(refused, 'SUP (incoming)');
  assert.deepEqual([first.blame, first.code], ['participant', 'check:schema']);
  assert.match(first.text, /^check {5}schema, on IF-031 \[MSApp\] of \d+ \(ledger line 1\)/);
  assert.match(first.text, /^came {6}B070: expected, got nothing$/m);
  assert.match(first.text, /^awaited {3}1 {2}SUP \(incoming\) → REGS {2}IF-031 \[MSApp\] {2}for MPAN/m);
  const unchecked = told(0).say('SUP (incoming)', [], 'IF-031 [MSApp]', { entry });
  assert.equal(told_(unchecked, 'SUP (incoming)').code, 'LEG_SUBMISSION_REFUSED');
  assert.equal(told_(unchecked, 'MSS (proposed)').code, 'LEG_MISSING', 'refused, but not of the participant');
  const outage = told(0).say('SUP (incoming)', [], 'IF-031 [MSApp]', { entry: { ...entry, httpStatus: 503 } });
  assert.equal(told_(outage, 'SUP (incoming)').code, 'LEG_MISSING');
});

test('a long conversation still fits, and every code of a leg is in the registry', () => {
  const ledger = told(3);
  for (let i = 0; i < 20; i++)
    ledger.say('MSS (incumbent)', ['REGS'], 'IF-034 [MSAppSPResponse]', {
      custom: b070({ appointmentScenario: 'CSP', contractReferenceMeteringService: 'C9' }),
    });
  const { text, code } = told_(ledger, 'MSS (proposed)');
  assert.match(text, /17 more before/);
  assert.ok(Object.hasOwn(conversationErrors, code));
});
