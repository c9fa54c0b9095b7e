import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QualifyError } from '../errors';
import type { LedgerEntry } from '../ledger';
import type { Scene, ScenarioMpan } from './scene';
import { telling } from './telling';

const mpan = '9900000000006';
const line = { seq: 9, at: '2026-11-22T10:00:00.000Z', source: 'dip', kind: 'accepted', from: '1000000001', to: 'DIP' };
const entries = [{ ...line, interface: 'IF-031', event: 'MSApp', mpan, checks: [] }] as unknown as LedgerEntry[];

/** What becomes of an error when the limit is so many milliseconds. */
async function told(error: Error, limitMs: number): Promise<QualifyError> {
  const positions = { 'SUP (incoming)': '1000000001' };
  const context = {
    mpan,
    positions,
    actors: {},
    values: {},
    step: 's',
    limitMs,
    limitSource: 'assumption answer-time',
  };
  const scene = { conversation: () => context, party: () => ({ position: 'SUP (incoming)' }) } as unknown as Scene;
  const of = { watch: { mpan, entries } } as unknown as ScenarioMpan;
  return telling(scene, of, 'Incoming Supplier', () => Promise.reject(error)).then(
    () => assert.fail('it passed'),
    (thrown: QualifyError) => thrown,
  );
}

const differs = (kind: 'participant' | 'harness') =>
  new QualifyError('RECORDS_DIFFER', kind, 'expected  MSS as accepted\ngot       MSS not appointed', 'Look it up.');

test('records that differ are told as a missing message is', async () => {
  const { message, code, kind, fix } = await told(differs('participant'), 0);
  assert.deepEqual([code, kind, fix], ['RECORDS_DIFFER', 'participant', 'Look it up.']);
  assert.match(message, /^expected {2}MSS as accepted\ncame {6}MSS not appointed\nseen {6}line 9 .*IF-031 \[MSApp\]\n/);
  assert.match(
    message,
    /^elapsed {3}0\.0 s of 0\.0 s \(assumption answer-time\)\nlooked {4}in ledger\.ndjson, MPAN 9/m,
  );
  assert.match(message, /^fault {5}participant: SUP \(incoming\) is the participant under test$/m);
});

test('a limit that did not decide is not named, and a simulated party is not the participant', async () => {
  const { message } = await told(differs('harness'), 60_000);
  assert.doesNotMatch(message, /^elapsed/m);
  assert.match(message, /^fault {5}harness: SUP \(incoming\) is simulated by the harness$/m);
});

test('what was told whole, and what is no error of ours, is left as it is', async () => {
  const whole = new QualifyError('check:schema', 'participant', 'check     schema', '');
  assert.equal(await told(whole, 0), whole);
  const foreign = new TypeError('x');
  assert.equal(await told(foreign, 0), foreign as Error);
});
