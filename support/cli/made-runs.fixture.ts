import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createLedger } from '../ledger';
import { verdictsSchema, type Verdicts } from '../verdict';
import type { Place } from './qualify.fixture';

export const scenarioId = 'MQ-BP001-010';

/** `20270203-100000-PIT-a1b2`: the run that was made on that day of February 2027. */
export const madeRun = (day: number): string => `202702${String(day).padStart(2, '0')}-100000-PIT-a1b2`;

/** Lays down the folder of a run below reports/ of a place, with one scenario and that verdict, as the last run. */
export async function makeRun(
  place: Place,
  { day, version, verdict }: { day: number; version: string; verdict: 'pass' | 'fail' },
  over: Partial<Verdicts> = {},
): Promise<string> {
  const run = madeRun(day);
  const folder = path.join(place.dir, 'reports', run);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(place.dir, 'reports/latest.txt'), `${run}\n`);
  const started = `2027-02-${String(day).padStart(2, '0')}T10:00:00.000Z`;
  const failed = verdict === 'fail';
  const scenario = {
    ...{ id: scenarioId, name: 'x', process: 'BP001', theme: 'mpan-ownership', uri: 'x.feature', line: 1 },
    positions: { 'SUP (incoming)': 'participant', REGS: 'simulated' },
    ...{ roles: ['SUP'], interfaces: ['IF-031'], verdict, blame: failed ? 'participant' : null },
    ...{ code: failed ? 'LEG_MISSING' : null, reason: failed ? 'expected IF-031' : null },
    ...{ observations: [], grade: 'seen on the wire', started, durationMs: 1, attempts: 1, checks: [], steps: [] },
  };
  const verdicts = verdictsSchema.parse({
    ...{ schema: 1, run, started, ended: started, partial: false },
    harness: { version: '0.1.0', commit: null, scenarioSet: 'x', modified: false },
    systemUnderTest: { name: 'CRM', boundary: null, components: [{ name: 'crm', version }] },
    participant: { name: 'Example', roles: ['SUP'], bundled: false },
    ...{ stage: 'PIT', release: '2.1.0', inForce: null, exitCode: failed ? 1 : 0, findings: [], assumptions: [] },
    totals: {
      ...{ pass: failed ? 0 : 1, fail: failed ? 1 : 0, inconclusive: 0, waiting: 0 },
      ...{ notApplicable: 0, notRun: 0, observations: 0 },
    },
    scenarios: [scenario],
    ...over,
  });
  const options = { roles: ['SUP'], types: [], dipIds: [], participant: '/somewhere/profile.yaml' };
  const files = {
    'verdicts.json': verdicts,
    'selection.json': { schema: 1, selected: [scenarioId], excluded: [] },
    'run.json': { schema: 1, run, options },
  };
  for (const [name, value] of Object.entries(files)) writeFileSync(path.join(folder, name), JSON.stringify(value));
  await createLedger({ file: path.join(folder, 'ledger.ndjson') }).close();
  writeFileSync(path.join(folder, 'ledger.ndjson'), '', { flag: 'a' });
  return folder;
}
