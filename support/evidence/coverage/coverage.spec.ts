import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventsFrom, eventsTo } from '../../catalogue';
import type { Finding } from '../../verdict';
import { scenario, verdictsOf } from '../fixture-verdicts';
import * as f from './coverage.fixture';
import { coverageOf } from './index';

const proposal = 'IF-031 [MSApp]';
const answer = 'IF-032 [MSAppInitialResp]';
const entries = f.ledger(f.sends(proposal), f.receives(answer));
const finding: Finding = { code: 'unclaimed', blame: 'participant', level: 'must', reason: 'x', ledger: [] };

const of = (over: Parameters<typeof f.inputOf>[1] = {}, run = f.runOf(entries)) => coverageOf(f.inputOf(run, over));
const fact = ({ messages }: ReturnType<typeof coverageOf>, label: string, direction: string) =>
  messages.items.find((one) => one.label === label && one.direction === direction);

test('every message of the roles is counted once for each direction, and what is proved among them', () => {
  const coverage = of();
  const [sent, received] = [eventsFrom('SUP').length, eventsTo('SUP').length];
  assert.deepEqual([coverage.messages.proved, coverage.messages.total], [2, sent + received]);
  assert.deepEqual(coverage.messages.byRole, [
    { role: 'SUP', direction: 'sent', proved: 1, total: sent },
    { role: 'SUP', direction: 'received', proved: 1, total: received },
  ]);
  assert.deepEqual(fact(coverage, proposal, 'sent')?.provedBy, [f.id]);
  assert.equal(fact(coverage, 'IF-031 [DSApp]', 'sent')?.gap?.kind, 'not-named');
});

test('what the roles neither send nor receive is out of scope, and never counted', () => {
  const { outOfScope, messages } = of();
  assert.ok(outOfScope.includes('IF-033 [MSAppSPRequest]') && !outOfScope.includes(proposal));
  assert.equal(
    messages.items.some(({ label }) => outOfScope.includes(label)),
    false,
  );
  // Narrowed to a process, the rest of what the role may say is not out of its scope.
  assert.deepEqual(of({ only: { roles: [], processes: ['BP005'] } }).outOfScope, outOfScope);
});

test('a message beyond what the catalogue gives the role is shown where it was exchanged', () => {
  const odd = f.runOf(f.ledger(f.sends('IF-033 [MSAppSPRequest]')));
  assert.equal(fact(of({}, odd), 'IF-033 [MSAppSPRequest]', 'sent')?.exchanged, 1);
});

test('a process has its scenarios, the messages proved in it, and the best proof or why there is none', () => {
  const run = f.runOf(entries, {
    verdicts: verdictsOf([f.passed(), scenario({ id: 'MQ-BP005-010', process: 'BP005', verdict: 'fail' })]),
    selection: { selected: [], excluded: [{ id: 'MQ-BP004-010', verdict: 'not-run', reason: 'no trigger' }] },
  });
  const scenarios = [f.known(), f.known({ id: 'MQ-BP016-010', process: 'BP016' })];
  const found = new Map(of({ scenarios }, run).processes.map((one) => [one.process, one]));
  const { messages, grade, gap, scenarios: counts } = found.get('BP001')!;
  assert.deepEqual([messages.proved, grade, gap, counts.pass], [2, 'effect read back', null, 1]);
  const kinds = ['BP005', 'BP004', 'BP016', 'BP002'].map((process) => found.get(process)?.gap?.kind);
  assert.deepEqual(kinds, ['failed', 'not-run', 'not-selected', 'not-named']);
  // Sent in BP001, it is not proved in BP002, in which it could be sent, too.
  assert.equal(found.get('BP002')?.messages.proved, 0);
});

test('narrowed to processes, only their scenarios prove and only they are asked why not', () => {
  const scenarios = [f.known(), f.known({ id: 'MQ-BP002-010', process: 'BP002', messages: ['IF-031 [DSApp]'] })];
  const inside = of({ scenarios, only: { roles: [], processes: ['BP001'] } });
  assert.deepEqual(
    inside.processes.map(({ process }) => process),
    ['BP001'],
  );
  assert.equal(inside.messages.proved, 2);
  assert.equal(fact(inside, 'IF-031 [DSApp]', 'sent')?.gap?.reason, 'no scenario of BP001 names it');
  const outside = of({ scenarios, only: { roles: [], processes: ['BP002'] } });
  assert.deepEqual([outside.messages.proved, outside.codes.proved, outside.values.total], [0, 0, 0]);
});

test('narrowed to a role, the messages of the other roles are left out', () => {
  const verdicts = verdictsOf([f.passed()], { participant: { name: 'x', roles: ['SUP', 'REGS'], bundled: false } });
  const narrowed = of({ only: { roles: ['REGS'], processes: [] } }, f.runOf(entries, { verdicts }));
  assert.deepEqual([narrowed.messages.proved, narrowed.codes.proved], [0, 0]);
  assert.equal(of({}, f.runOf(entries, { verdicts })).messages.proved, 2);
});

test('over a ledger that does not prove itself nothing at all is proved', () => {
  const coverage = of({}, f.runOf(entries, { ledgerProblem: 'line 2 is cut off' }));
  const { messages, codes, values, processes } = coverage;
  assert.deepEqual([messages.proved, codes.proved, values.proved], [0, 0, 0]);
  assert.equal(
    processes.every(({ grade }) => grade === null),
    true,
  );
  assert.equal(processes.find(({ process }) => process === 'BP001')?.gap?.reason, 'the ledger does not prove itself');
  assert.equal(fact(coverage, proposal, 'sent')?.gap?.kind, 'exchanged');
});

test('what must be known first stands on top, and nothing where all is well', () => {
  assert.deepEqual(of().notices, []);
  const verdicts = verdictsOf([f.passed(), f.passed({ id: 'MQ-BP001-990' })], {
    partial: true,
    findings: [finding],
    participant: { name: 'x', roles: ['SUP'], bundled: true },
  });
  const told = of({}, f.runOf(entries, { verdicts, ledgerProblem: 'line 2 is cut off' })).notices;
  assert.equal(told.length, 5);
  assert.match(told.join('\n'), /^The ledger does not prove itself \(line 2 is cut off\).*\nThe run is partial/);
  assert.match(
    told.join('\n'),
    /1 finding of the run fails it\.\n.*reference participant.*\n1 scenario of the run is not/,
  );
  const shoulds = verdictsOf([f.passed()], { findings: [{ ...finding, level: 'should' }] });
  assert.deepEqual(of({}, f.runOf(entries, { verdicts: shoulds })).notices, []);
});
