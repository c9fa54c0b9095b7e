import { relative } from 'node:path';
import { assignMpans, partiesOf, type AssignedMpan } from '../doctor';
import { choose, prepare, stateFolder, type Prepared } from '../session';
import {
  heldSince,
  holderPositions,
  loadPool,
  poolSource,
  type LoadedPool,
  type MpanColumn,
  type PoolSource,
  type PoolUse,
} from '../stage';
import { optionsOf, type SelectionFlags } from './selection';

/** The pool of a run with the same options. */
export interface ChosenPool {
  prepared: Prepared;
  source: PoolSource;
  pool: LoadedPool;
}

export async function poolOf(prepared: Prepared, more: PoolUse = {}): Promise<ChosenPool> {
  const source = poolSource(prepared.profile, prepared.environment, prepared.environmentFile);
  const pool = await loadPool(source.file, { stateDir: stateFolder(process.cwd()), ...more });
  return { prepared, source, pool };
}

/** The pool, and what each selected scenario would have of it. Spends nothing. */
export async function poolForSelection(
  flags: SelectionFlags,
  more: PoolUse = {},
): Promise<ChosenPool & { assigned: AssignedMpan[] }> {
  const prepared = await prepare(optionsOf(flags), process.cwd());
  const [{ selected }, chosen] = await Promise.all([choose(prepared), poolOf(prepared, more)]);
  const parties = partiesOf(prepared.environment, prepared.profile);
  const assigned = assignMpans(selected, chosen.pool, { bindingOf: prepared.ability.binding, parties });
  return { ...chosen, assigned };
}

/** `fixtures/mpans/pit.yaml, named by the environment file fixtures/environments/pit.yaml`, for people. */
export function sourceText({ file, from, place }: PoolSource, { memory }: Pick<LoadedPool, 'memory'>): string {
  const short = (path: string) => (path.startsWith(`${process.cwd()}/`) ? relative('.', path) : path);
  const kept = memory ? 'remembers what is spent' : 'new in every run';
  return `${short(file)}, named by the ${from === 'profile' ? 'profile' : 'environment file'} (${short(place)}); ${kept}`;
}

/** An MPAN as the user's system must hold it before the scenario begins; what nobody fills is left out. */
export type MpanToLoad = { [K in MpanColumn]?: string };

/** What must be loaded for a scenario; undefined where the pool has no MPAN for it. */
export function toLoad(
  { scenario, label, positions, supplier, mpan, kind }: AssignedMpan,
  today: Date,
): MpanToLoad | undefined {
  if (!mpan) return undefined;
  const at = holderPositions(mpan.segment, supplier);
  return {
    ...{ scenario, label, mpan: mpan.mpan, segment: mpan.segment, meterKind: mpan.meterKind },
    ...{ energyDirection: mpan.energyDirection, energisation: mpan.energisation, gspGroup: mpan.gspGroup },
    ...(mpan.registration === 'new'
      ? { registration: mpan.registration }
      : {
          supplier: positions[at.supplier],
          meteringService: positions[at.meteringService],
          dataService: positions[at.dataService],
          ...(kind.retrieved || mpan.retriever ? { retriever: positions[at.retriever] } : {}),
        }),
    distributor: positions[at.distributor],
    since: mpan.since ?? heldSince(today),
    meterId: mpan.meterId,
    ...(mpan.part === 'dependent' ? { [mpan.pair === 'linked' ? 'linkedTo' : 'relatedTo']: mpan.partner } : {}),
  };
}
