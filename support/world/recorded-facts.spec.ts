import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LedgerEntry } from '../ledger';
import type { Records } from '../market';
import { createFindings } from './findings';
import { recordsHold } from './recorded-facts';
import type { Scene, ScenarioMpan } from './scene';

const mpan = '9900000000003';
const from = '2027-02-10T00:00:00+00:00';
const consent = (consentGranularity: 'H' | 'D'): Records['facts'] => ({
  B068: { consentGranularity, consentGranularityEffectiveFromDate: from },
});

/** Asks for a fact where the probe answers these, one after the other; `null`: there is no probe. */
async function holds(conditions: string, answers: readonly Records['facts'][] | null, actor = 'participant') {
  const left = [...(answers ?? [])];
  const findings = createFindings();
  const next = (): Records => {
    const facts = left.length > 1 ? left.shift() : left[0];
    return { mpan, appointments: [], ...(facts && { facts }) };
  };
  const scene = {
    party: () => ({ position: 'SUP (incoming)', dipId: '1', actor }),
    limit: (name: string) => ({ ms: name === 'answer' && left.length > 1 ? 60_000 : 0 }),
    conversation: () => ({ positions: { 'MSS (incumbent)': '7' }, values: { 'the effective date': from } }),
    step: 'the records show it',
    origin: () => ({}),
    worker: {
      probes: {
        has: () => answers !== null,
        records: async (_: string, { answered }: { answered: (answer: object) => void }) => {
          answered({ data: {} });
          return next();
        },
      },
      control: { records: async () => next(), probed: async () => ({ seq: 41 }) },
    },
  } as unknown as Scene;
  const settle = async () => undefined;
  const watch = { mpan, entries: [] as LedgerEntry[], settle, until: settle };
  const error = await recordsHold(scene, { watch } as unknown as ScenarioMpan, 'own', conditions, findings).then(
    () => undefined,
    (reason: unknown) => reason as { code: string; kind: string; message: string },
  );
  return { error, ...findings.result() };
}

test('asks until the facts hold what the step says, and the check names the answer', async () => {
  const asked = 'B068 consentGranularity = D; B068 consentGranularityEffectiveFromDate = the effective date';
  const { error, checks, readBack } = await holds(asked, [consent('H'), consent('D')]);
  assert.equal(error, undefined);
  assert.deepEqual(
    checks.map(({ id, status, ledger }) => [id, status, ledger]),
    [['records-facts', 'pass', [41]]],
  );
  assert.equal(readBack, true);
});

test('another value, and a block that is there or is not, fail the step', async () => {
  const { error, checks } = await holds('B068 consentGranularity = D', [consent('H')]);
  assert.deepEqual([error?.code, error?.kind, checks[0]?.status], ['RECORDS_DIFFER', 'participant', 'fail']);
  assert.match(checks[0]!.reason, /expected B068\.consentGranularity = "D", got B068\.consentGranularity = "H"/);
  assert.equal((await holds('B020 is absent', [consent('H')])).error, undefined);
  assert.equal((await holds('B068 is absent', [consent('H')])).error?.code, 'RECORDS_DIFFER');
  assert.equal((await holds('B031 SMSOID = SMSO', [consent('H')])).error?.code, 'RECORDS_DIFFER');
});

test('a position and what stands in a list are found', async () => {
  const facts = { B037List: [{ primaryMPAN: mpan, secondaryMPAN: '1' }] };
  assert.equal((await holds('B037List primaryMPAN = 9900000000003', [facts])).error, undefined);
  const B006 = { customerDirectContractMeteringServiceDIPID: '7' } as NonNullable<Records['facts']>['B006'];
  const named = 'B006 customerDirectContractMeteringServiceDIPID = MSS (incumbent)';
  assert.equal((await holds(named, [{ B006 }])).error, undefined);
});

test('without a probe, or one that shows no facts, nothing is shown', async () => {
  for (const [answers, why] of [
    [null, 'no probe'],
    [[undefined], 'the probe shows no facts of the MPAN'],
  ] as const) {
    const { error, checks, notShown, readBack } = await holds('B068 consentGranularity = D', answers);
    assert.deepEqual([error, readBack, checks[0]?.status], [undefined, false, 'not-applicable']);
    assert.deepEqual(notShown, [{ step: 'the records show it', why }]);
  }
});

test('where a simulated party holds something else the harness is at fault', async () => {
  const { error } = await holds('B068 consentGranularity = D', [consent('H')], 'simulated');
  assert.deepEqual([error?.code, error?.kind], ['RECORDS_DIFFER', 'harness']);
});
