import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Records } from '../market';
import type { LedgerEntry } from '../ledger';
import { createFindings } from './findings';
import type { Scene, ScenarioMpan } from './scene';
import { showsStatus, takesStatus } from './status-messages';

const mpan = '9900000000003';
const dipId = '1000000001';
const about = { interface: 'IF-031', event: 'MSApp' };
const status = { code: 'MSG1037', about };
const handed = (over: Partial<LedgerEntry> = {}) =>
  ({
    ...{ seq: 1, kind: 'status', from: 'DIP', to: dipId, mpan, ...about, transactionID: 'T-1', reference: 'S-1' },
    ...{ httpStatus: 201, body: { message: 'MSG1037 - x' }, checks: [], ...over },
  }) as unknown as LedgerEntry;

const answer = { dipId, probe: 'records', status: 200 };
const hubOf = (kept: unknown[]) => ({
  probed: async (request: unknown) => ({ seq: 11 + kept.push(request) }),
});

/** A scenario whose participant shows these exceptions; `undefined` is a probe without exceptions, `null` no probe. */
function asked(entries: LedgerEntry[], exceptions?: string[] | null, levels = {}) {
  const watch = {
    mpan,
    entries,
    until: async (look: (all: LedgerEntry[]) => unknown) => look(entries),
    settle: async () => undefined,
  };
  const kept: unknown[] = [];
  const records = async (_: string, { answered }: { answered: (one: object) => void }): Promise<Records> => {
    answered({ status: 200 });
    return { mpan, appointments: [], ...(exceptions ? { exceptions } : {}) };
  };
  const scene = {
    party: () => ({ position: 'SUP (incoming)', dipId, actor: 'participant' }),
    limit: () => ({ ms: 0 }),
    step: 'the step',
    origin: () => ({}),
    worker: { probes: { has: () => exceptions !== null, records }, environment: { levels }, control: hubOf(kept) },
  } as unknown as Scene;
  const findings = createFindings();
  const of = { watch } as unknown as ScenarioMpan;
  return {
    takes: () => takesStatus(scene, of, 'Incoming Supplier', status),
    async shows() {
      await showsStatus(scene, of, 'Incoming Supplier', status, findings);
      const { checks, readBack, notShown } = findings.result();
      return { check: checks[0]!, readBack, notShown, kept };
    },
  };
}

test('taken: that code, about that message, to that party, with an answer', async () => {
  assert.equal((await asked([handed()]).takes()).seq, 1);
  for (const over of [
    { to: '2000000011' },
    { event: 'DSApp' },
    { body: { message: 'MSG1038 - x' } },
    { kind: 'answered' },
  ]) {
    const none = asked([handed(over as Partial<LedgerEntry>)]).takes();
    await assert.rejects(none, { code: 'STATUS_NOT_TAKEN', message: /no answer to it within/ });
  }
  const unregistered = asked([handed({ httpStatus: undefined, name: 'no-webhook' })]).takes();
  await assert.rejects(unregistered, { code: 'STATUS_NOT_TAKEN', message: /no webhook for status messages/ });
});

test('a failed check of the answer is what the step says', async () => {
  const check = {
    id: 'status-answer',
    level: 'must',
    status: 'fail',
    reason: 'answered 404',
    blame: 'participant',
  } as const;
  await assert.rejects(asked([handed({ httpStatus: 404, checks: [check] })]).takes(), { code: 'check:status-answer' });
});

test('shown: an exception names the code, the transaction or the reference', async () => {
  for (const text of ['MSG1037 for S-9', 'transaction T-1 failed', 'S-1 went nowhere']) {
    const { check, readBack, kept } = await asked([handed()], ['another', text]).shows();
    assert.deepEqual([check.status, readBack], ['pass', true]);
    // What the probe answered can be opened.
    assert.deepEqual([check.ledger, kept], [[12], [answer]]);
  }
});

test('not shown: no exception names it; the environment says how much that weighs', async () => {
  for (const exceptions of [[], ['MSG1038 for S-9']]) {
    const { check, readBack } = await asked([handed()], exceptions).shows();
    assert.deepEqual([check.status, check.level, check.blame, readBack], ['fail', 'should', 'participant', false]);
  }
  const { check } = await asked([handed()], [], { 'exception-shown': { level: 'must' } }).shows();
  assert.equal(check.level, 'must');
});

test('who shows no exceptions has acknowledged, and no more', async () => {
  const reasons = [
    [null, 'no probe', []],
    [undefined, 'the probe shows no exceptions', [12]],
  ] as const;
  for (const [exceptions, why, ledger] of reasons) {
    const { check, notShown, readBack } = await asked([handed()], exceptions).shows();
    assert.deepEqual([check.status, check.ledger, readBack], ['not-applicable', ledger, false]);
    assert.deepEqual(notShown, [{ step: 'the step', why }]);
  }
});
