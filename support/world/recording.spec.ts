import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf, participantErrors } from '../errors';
import type { LedgerEntry } from '../ledger';
import type { AppointmentRecord, Records } from '../market';
import { createFindings } from './findings';
import { recordsShow, recordsShowOnce } from './recording';
import type { Scene, ScenarioMpan } from './scene';

const mpan = '9900000000003';
const service = '2000000021';
const from = '2027-02-10T00:00:00+00:00';
const holding = (status: AppointmentRecord['status'] = 'accepted', over: Partial<Records> = {}): Records => ({
  mpan,
  appointments: [{ service: 'metering', dipId: service, from, status }],
  ...over,
});

/** A scene in which both parties answer these records, one after the other; `null`: there is no probe. */
function scene(answers: readonly (Records | Error)[] | null, actor = 'participant', entries: unknown[] = []) {
  const left = [...(answers ?? [])];
  const next = () => (left.length > 1 ? left.shift()! : left[0]!);
  const kept: unknown[] = [];
  const actors: Record<string, string> = { own: actor, simulated: 'simulated', service: 'simulated' };
  const findings = createFindings();
  const of = {
    party: (words: string) => ({ position: words, dipId: words === 'service' ? service : '1', actor: actors[words] }),
    limit: (name: string) => ({ ms: name === 'answer' && left.length > 1 ? 60_000 : 0 }),
    beginsFor: () => from,
    step: 'the records show it',
    origin: () => ({ step: 'the records show it' }),
    worker: {
      probes: {
        has: () => answers !== null,
        records: async (_: string, { answered }: { answered: (answer: object) => void }) => {
          const data = next();
          answered({ data });
          if (data instanceof Error) throw data;
          return data;
        },
      },
      control: {
        records: async () => (actor === 'simulated' ? next() : holding()),
        probed: async (request: object) => ({ seq: 40 + kept.push(request) }),
      },
    },
  } as unknown as Scene;
  const settle = async () => undefined;
  const watch = { mpan, entries: entries as LedgerEntry[], settle, until: settle };
  const at = { watch } as unknown as ScenarioMpan;
  return {
    findings,
    kept,
    show: (words = 'own') => recordsShow(of, at, words, 'service', ['accepted'], findings),
    once: (words = 'own') => recordsShowOnce(of, at, words, 'service', findings),
  };
}

test('what the probe answered last is kept, and the check names its line', async () => {
  const { show, once, findings, kept } = scene([holding('proposed'), holding('proposed'), holding()]);
  await show();
  assert.deepEqual(kept, [{ step: 'the records show it', dipId: '1', probe: 'records', data: holding() }]);
  await once();
  const { checks, readBack, notShown } = findings.result();
  assert.deepEqual(
    checks.map(({ id, status, ledger }) => [id, status, ledger]),
    [
      ['records', 'pass', [41]],
      ['records-once', 'pass', [42]],
    ],
  );
  assert.deepEqual([readBack, notShown], [true, []]);
});

test('without a probe neither step shows anything, though a simulated party can be read', async () => {
  const { show, once, findings, kept } = scene(null);
  for (const step of [show, once]) await step();
  for (const step of [show, once]) await step('simulated');
  const { checks, readBack, notShown } = findings.result();
  assert.deepEqual(
    checks.map(({ id, status }) => [id, status]),
    [
      ['records', 'not-applicable'],
      ['records-once', 'not-applicable'],
      ['records', 'pass'],
      ['records-once', 'pass'],
    ],
  );
  const one = { step: 'the records show it', why: 'no probe' };
  assert.deepEqual([readBack, notShown, kept], [false, [one, one], []]);
});

test('records that differ fail the step, and the check names the answer that shows it', async () => {
  const { show, findings } = scene([holding('refused')]);
  await assert.rejects(show(), { code: 'RECORDS_DIFFER', kind: 'participant' });
  const [check] = findings.result().checks;
  assert.deepEqual([check?.status, check?.blame, check?.ledger], ['fail', 'participant', [41]]);
  assert.match(check!.reason, /^expected service as accepted from .*, got service refused from/);
});

test('once: neither twice, nor what had to be refused, nor none', async () => {
  const spoilt = { kind: 'delivered', name: 'spoilt', to: '1', transactionID: 'T-1', checks: [] };
  const wrong: [Partial<Records>, RegExp][] = [
    [{ booked: ['T-2', 'T-2'] }, /T-2 booked twice/],
    [{ booked: ['T-1'] }, /T-1, which had to be refused, as booked/],
    [{ appointments: [] }, /service 0 times/],
  ];
  for (const [over, message] of wrong) {
    const { once, findings } = scene([holding('accepted', over)], 'participant', [spoilt]);
    await assert.rejects(once(), { code: 'RECORDS_DIFFER', message });
    assert.equal(findings.result().readBack, false);
  }
  await scene([holding('accepted', { booked: ['T-2', 'T-3'] })], 'participant', [spoilt]).once();
});

test('a simulated party is read without a probe; where its records differ the harness is at fault', async () => {
  const { show, findings, kept } = scene([holding()], 'simulated');
  await show();
  const { checks, readBack } = findings.result();
  assert.deepEqual([checks[0]?.status, checks[0]?.ledger, readBack, kept], ['pass', [], false, []]);
  const other = scene([holding('refused')], 'simulated');
  await assert.rejects(other.show(), { code: 'RECORDS_DIFFER', kind: 'harness' });
  assert.deepEqual([other.findings.result().checks, other.kept], [[], []]);
});

test('an answer that cannot be used is kept too', async () => {
  const raise = errorsOf(participantErrors);
  const values = { method: 'GET', url: 'u', path: 'mpan', expected: 'x' };
  const { show, kept } = scene([raise('PROBE_ANSWER_WRONG', values)]);
  await assert.rejects(show(), { code: 'PROBE_ANSWER_WRONG' });
  assert.equal(kept.length, 1);
});
