import { controlErrors, dipErrors, errorsOf } from '../errors';
import type { ActRequest } from '../control';
import type { Dip } from '../dip';
import type { Ledger, LedgerEntry, LedgerInput, WireFacts } from '../ledger';
import { actDefinition, type Party } from '../market';
import { roleOfPosition } from '../stage';
import type { Redactor } from '../wire';
import type { Actors } from './actors';
import type { Controls } from './controls';
import { refusesLater } from './later-refusal';
import type { Leases } from './leases';
import { probeRecorder } from './probes';
import { holdersOf, seedDirectory } from './standing-market';

const raise = errorsOf(controlErrors);
const raiseOfDip = errorsOf(dipErrors);

export interface TenantWorld {
  dip: Dip;
  ledger: Ledger;
  leases: Leases;
  actors: Actors;
  own: readonly Party[];
  record(input: LedgerInput, facts: WireFacts): LedgerEntry;
  redact: Redactor;
}

function unknownFault(id: string, dip: Dip): Error {
  const on = dip.faults().map((one) => one.id);
  return raiseOfDip('DIP_FAULT_UNKNOWN', { id, on: on.join(', ') || 'none' });
}

/** What the control API can do in the world of one tenant. */
export function tenantControls({ dip, ledger, leases, actors, own, record, redact }: TenantWorld): Controls {
  const ownIds = new Set(own.map(({ dipId }) => dipId));

  const recordAct = (
    mpan: string,
    dipId: string,
    name: string,
    args: unknown,
    more: { step?: string; ms?: number } = {},
  ) => record({ kind: 'act', source: 'harness', from: dipId, to: dipId, mpan, name, body: args, ...more }, {});

  /** Who is to act: the one that is named, the holder of a position, or the first of a role that can be given the act. */
  function actorOf({ mpan, dipId, position, act }: ActRequest): string {
    if (dipId !== undefined) return dipId;
    const positions = leases.of(mpan)?.positions ?? {};
    const can = (at: string) => actDefinition(act)?.roles.includes(roleOfPosition(at)!) ?? false;
    const at = position ?? Object.keys(positions).find(can);
    const holder = at === undefined ? undefined : positions[at];
    if (holder === undefined) throw raise('POSITION_UNFILLED', { position: at ?? `of the act ${act}` });
    return holder;
  }

  return {
    lease(request) {
      const seq = ledger.next();
      const lease = leases.take(request);
      const { mpan, positions, meteringPoint } = lease;
      if (!positions.REGS) throw raise('POSITION_UNFILLED', { position: 'REGS' });
      seedDirectory(dip, lease);
      for (const dipId of holdersOf(lease)) {
        if (ownIds.has(dipId)) continue;
        actors.of(dipId).act(mpan, 'loadMeteringPoint', meteringPoint);
        recordAct(mpan, dipId, 'loadMeteringPoint', meteringPoint);
      }
      return { mpan, seq, segment: meteringPoint.segment, meteringPoint };
    },
    mpans: (limit, segment) =>
      leases
        .all()
        .filter(({ meteringPoint }) => segment === null || meteringPoint.segment === segment)
        .slice(0, limit)
        .map(({ mpan, positions, meteringPoint }) => ({ mpan, positions, meteringPoint })),
    act(request) {
      const { mpan, act, args, step, triggered } = request;
      const dipId = actorOf(request);
      recordAct(mpan, dipId, act, args, { ...(step ? { step } : {}), ...(triggered ? { ms: triggered.ms } : {}) });
      if (!triggered) actors.of(dipId).act(mpan, act, args);
    },
    probed: probeRecorder(record, redact),
    instruct({ mpan, dipId, instruction: { kind, interface: id, event, codes } }) {
      const named = { interface: id, event };
      actors.of(dipId).instruct(mpan, kind === 'refuse' ? { kind, ...named, codes } : { kind, ...named });
    },
    fault({ scenario, step, ...spec }) {
      const by = scenario === undefined ? 'control API' : 'scenario';
      return dip.fault(spec, { by, ...(scenario ? { scenario } : {}), ...(step ? { step } : {}) });
    },
    faults: () => dip.faults(),
    endFault(id) {
      if (!dip.endFault(id)) throw unknownFault(id, dip);
    },
    release: ({ mpan, dipId, order }) => dip.release(mpan, dipId, order),
    report: (request) => refusesLater(request, ledger.entries(), dip),
    deliverTogether: ({ dipId, items }) => dip.deliverTogether(dipId, items),
    records: (dipId, mpan) => actors.of(dipId).records(mpan),
    subscribe: (listener, from) => ledger.subscribe(listener, from),
    entries: () => ledger.entries(),
    idle: () => dip.idle(),
  };
}
