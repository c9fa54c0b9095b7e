import type { LedgerEntry } from '../ledger';
import type { Records } from '../market';
import type { CallAnswer } from '../participant';
import type { Findings } from './findings';
import type { Scene, ScenarioMpan } from './scene';

/** The records of a party, while one step asks for them. */
export interface Reading {
  /** What the party holds of the MPAN now: the participant by its probe, a simulated party in the hub. */
  records(): Promise<Records>;
  /** Puts the probe's last answer into the ledger: its line; of a simulated party there is none. */
  kept(): Promise<number[]>;
}

interface Party {
  dipId: string;
  actor: string;
}

/** False when the participant has no probe: the step then shows nothing, and the findings say so. */
export function canRead(
  scene: Scene,
  { actor }: Party,
  findings: Findings,
  check: Pick<Parameters<Findings['check']>[0], 'id' | 'level' | 'ledger'>,
): boolean {
  if (actor !== 'participant' || scene.worker.probes.has('records')) return true;
  const reason = 'the profile has no probe that reads the records';
  findings.notShown(scene.step, 'no probe');
  findings.check({ ...check, status: 'not-applicable', reason });
  return false;
}

/** Lets a step read, as often as it must. What the probe last answered is kept, also when the step fails by it. */
export async function reading(
  scene: Scene,
  mpan: ScenarioMpan,
  { dipId, actor }: Party,
  read: (reading: Reading) => Promise<void>,
): Promise<void> {
  const { probes, control } = scene.worker;
  const origin = { ...scene.origin(mpan), dipId, probe: 'records' as const };
  let last: CallAnswer | undefined;
  let line: number | undefined;
  const kept = async () => {
    if (last) line = (await control.probed({ ...origin, ...last })).seq;
    last = undefined;
    return line === undefined ? [] : [line];
  };
  const records = async () => {
    if (actor !== 'participant') return (await control.records(dipId, mpan.watch.mpan)) as Records;
    return probes.records(mpan.watch.mpan, { dipId, answered: (answer) => void (last = answer) });
  };
  try {
    await read({ records, kept });
  } catch (error) {
    // Why the step failed comes first, also where the hub is gone.
    const [seq] = await kept().catch(() => []);
    const arrived = (entries: readonly LedgerEntry[]) => entries.some((entry) => entry.seq === seq) || undefined;
    // The text of the failure names every source that was asked: the line has to be there when it is written.
    if (seq !== undefined) await mpan.watch.until(arrived, scene.limit('answer').ms).catch(() => undefined);
    throw error;
  }
}
