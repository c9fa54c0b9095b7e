import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { allEvents, messageLabel } from '../catalogue';
import { artefactKinds, readRegisters, referenceText, registerProblems, type Registers } from '.';
import { eventsBehind } from './touched';
import { bundled, changed, scenarioTexts } from './registers.fixture';

let registers: Registers;
before(async () => {
  registers = await readRegisters(bundled);
});

test('everything that the bundled registers name exists, and no scenario is without a requirement', () => {
  const scenarios = [...scenarioTexts().keys()];
  assert.ok(scenarios.length >= 30);
  assert.deepEqual(
    registerProblems(registers, scenarios).map((problem) => problem.message),
    [],
  );
});

test('every kind of artefact has rows, and a row says what carries it or why nothing does', () => {
  const kinds = new Set(registers.artefacts.map(({ kind }) => kind));
  assert.deepEqual([...kinds].sort(), [...artefactKinds].sort());
  assert.ok(registers.artefacts.every(({ today, none }) => Boolean(today?.length) !== Boolean(none)));
});

test('what is inferred has a confidence and what is stated has none', () => {
  for (const { id, basis, confidence } of registers.artefacts)
    assert.equal(confidence !== undefined, basis === 'inferred', id);
});

test('the four flows of the DTN, and what has no message of the DIP, are said to be so', () => {
  const row = (id: string) => registers.artefacts.find((artefact) => artefact.id === id)!;
  const flows = ['051', '052', '053', '054'].map((number) => row(`MQ-A-IF-${number}`).today?.map(referenceText).join());
  assert.deepEqual(flows, ['D0134', 'D0139', 'D0142', 'D0132']);
  for (const id of ['MQ-A-SVC-MRS', 'MQ-A-SVC-SHARED']) assert.match(row(id).none!, /No .*message/);
});

const labelsOf = (references: Registers['requirements'][number]['messages']) =>
  references.flatMap(eventsBehind).map(messageLabel);

/** Scenarios that requirements name though none of their messages stands in them. */
function besideThePoint({ requirements }: Registers): string[] {
  const texts = scenarioTexts();
  return requirements.flatMap(({ id, messages, scenarios }) =>
    scenarios
      .filter(
        (scenario) => messages.length && !labelsOf(messages).some((label) => texts.get(scenario)?.includes(label)),
      )
      .map((scenario) => `${id} ${scenario}`),
  );
}

test('a scenario that a requirement names speaks of a message of that requirement', async () => {
  assert.deepEqual(besideThePoint(registers), []);
  const from = 'messages: IF-035 [IMS-SendMTD]';
  const beside = await changed('requirements.yaml', from, 'messages: IF-021 [ActivePower]');
  assert.deepEqual(besideThePoint(beside), ['MQ-R-BP001-140 MQ-BP001-060', 'MQ-R-BP001-140 MQ-BP001-531']);
});

/** Roles of requirements that neither say nor hear any of its messages. */
function idleRoles({ requirements }: Registers): string[] {
  return requirements.flatMap(({ id, roles, messages }) => {
    const heard = messages
      .flatMap(eventsBehind)
      .flatMap(({ senders, recipients: { primary, secondary, always } }) => [
        ...senders,
        ...primary,
        ...secondary,
        ...always,
      ]);
    return messages.length
      ? roles.filter((role) => !heard.some((one) => one === role)).map((role) => `${id} ${role}`)
      : [];
  });
}

test('every role of a requirement says or hears one of its messages', async () => {
  assert.deepEqual(idleRoles(registers), []);
  const idle = await changed('requirements.yaml', 'roles: REGS\n', 'roles: REGS, VAS\n');
  assert.deepEqual(idleRoles(idle), ['MQ-R-BP001-010 VAS']);
});

/** Events of the catalogue that belong to a process and are not in its row. */
function leftOut({ artefacts }: Registers): string[] {
  const rows = artefacts.filter(({ kind }) => kind === 'process' || kind === 'sub-process');
  return rows.flatMap(({ id, today = [] }) => {
    const named = labelsOf(today);
    const due = allEvents().filter(({ processes }) => processes.includes(id.replace('MQ-A-', '')));
    return due
      .map(messageLabel)
      .filter((label) => !named.includes(label))
      .map((label) => `${id} ${label}`);
  });
}

test('the row of a process names every message that the catalogue gives to it', async () => {
  assert.deepEqual(leftOut(registers), []);
  const shorter = await changed('artefacts/processes.yaml', 'IF-022, IF-023, IF-021', 'IF-023, IF-021');
  assert.deepEqual(leftOut(shorter), ['MQ-A-BP018 IF-022 [LSSPeriodData]']);
});
