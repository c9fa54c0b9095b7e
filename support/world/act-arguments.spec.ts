import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QualifyError } from '../errors';
import type { ActName } from '../market';
import { argumentsOfWords } from './act-arguments';
import { known, noSwitch } from './known.fixture';

const args = (act: ActName, said: Record<string, string> = {}, of = known()) => argumentsOfWords(act, said, of);

function refusal(act: ActName, said: Record<string, string>, of = known()): QualifyError {
  let error: unknown;
  assert.throws(
    () => args(act, said, of),
    (thrown) => ((error = thrown), true),
  );
  return error as QualifyError;
}

const usual = {
  service: { dipId: '2000000021', mpid: 'META' },
  from: '2027-06-22',
  scenario: 'COS',
  contractReference: 'MQ-CONTRACT-1',
};

test('what a step leaves out is as usual, and has its default', () => {
  assert.deepEqual(args('appointMeteringService'), usual);
  assert.deepEqual(args('switchSecured'), { registrationId: 'switch-1' });
  assert.deepEqual(args('stopServingSegment'), { segment: 'A' });
});

test('what a step says replaces what is usual', () => {
  const said = { service: 'SDS (proposed)', scenario: 'CSP', from: '19 days after the SSD', contractReference: 'X' };
  const service = { dipId: '2000000041', mpid: 'DATA' };
  const read = { service, scenario: 'CSP', from: '2027-07-11', contractReference: 'X' };
  assert.deepEqual(args('appointMeteringService', said), read);
});

test('a switch is named by a row of its own; one that is pending is left to the party', () => {
  assert.deepEqual(args('appointMeteringService', { switch: 'pending' }), usual);
  assert.deepEqual(args('appointMeteringService', { registrationId: 'none' }), { ...usual, registrationId: null });
  const { registrationId } = args('appointMeteringService', { switch: 'of another MPAN' });
  assert.match(String(registrationId), /^[0-9a-f-]{36}$/);
  assert.equal(refusal('stopServingSegment', { switch: 'pending' }).code, 'STEP_ARGUMENT_UNKNOWN');
});

test('an argument that the act does not take: which are known, and which is near', () => {
  const error = refusal('appointMeteringService', { services: 'SDS (proposed)' });
  assert.equal(error.code, 'STEP_ARGUMENT_UNKNOWN');
  assert.equal(error.message, 'The act "appointMeteringService" has no argument "services". Did you mean "service"?');
  assert.match(error.fix, /^It takes service, from, scenario, registrationId, contractReference\./);
});

test('a value that is none: which argument, and what may be written', () => {
  const cases: [Record<string, string>, RegExp][] = [
    [{ from: 'soon' }, /^Write a date \("today", "10 days ahead"/],
    [{ scenario: 'CSS' }, /^Write COS, CSP or USP/],
    [{ service: 'somebody' }, /^Write a party \("the proposed Data Service"/],
    [{ registrationId: 'x'.repeat(37) }, /^Write "the pending switch", .*; or none/],
  ];
  for (const [said, fix] of cases) {
    const error = refusal('appointMeteringService', said);
    assert.equal(error.code, 'STEP_ARGUMENT_WRONG');
    assert.equal(error.kind, 'harness');
    assert.ok(
      error.message.startsWith(`"${Object.values(said)[0]}" is no value of the argument "${Object.keys(said)[0]}"`),
    );
    assert.match(error.fix, fix);
  }
});

test('what is missing is named; an SSD where no switch is pending says that', () => {
  const { code, message } = refusal('dayArrives', {});
  assert.equal(code, 'STEP_ARGUMENTS_WRONG');
  assert.match(message, /"dayArrives".*\n"date" is missing: a date \("today"/);
  for (const act of ['appointMeteringService', 'switchSecured'] as const) {
    assert.equal(refusal(act, {}, known({ switch: noSwitch })).code, 'SWITCH_UNKNOWN');
  }
});
