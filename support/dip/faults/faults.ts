import { publicationFields } from '../entries';
import type { Publication } from '../publication';
import { callFaultsOfGood, spoiling } from './call-faults';
import { checkedSpec, type Knows } from './check-spec';
import { withFaults } from './copies';
import { createKept } from './kept';
import { kinds } from './kinds';
import { strikesPublication } from './matching';
import { oneCall, type OneCall } from './one-call';
import { createOutages } from './outage';
import { active, createRegister, type RegisterDeps } from './register';
import { createCallFaults, type CallFaults } from './submissions';
import { faultKinds, type ActiveFault, type CallItem, type FaultKind, type FaultOrigin, type FaultSpec } from './types';

export interface FaultDeps extends RegisterDeps {
  knows: Knows;
  /** Queues a publication; resolves when it is settled. */
  deliver(p: Publication): Promise<unknown>;
  /** A publication will never be delivered. */
  dropped(p: Publication): void;
}

/** The faults of a DIP: what they do to publications on their way to the queues, in the queues, and to submissions. */
export interface Faults extends CallFaults {
  add(spec: FaultSpec, origin?: FaultOrigin): ActiveFault;
  list(): ActiveFault[];
  end(id: string): boolean;
  /** Takes a publication to its queue as the faults have it; resolves when all that goes now is settled. */
  publish(p: Publication): Promise<unknown>;
  /** The same past holds and reorders: for what was held. */
  pass(p: Publication): Promise<unknown>;
  /** Held publications of an MPAN and recipient, in order; the hold is over. Each is to be passed on. */
  release(mpan: string, to: string, order?: readonly string[]): Publication[];
  oneCall(to: string, items: readonly CallItem[]): OneCall;
  /** Before a batch is taken: undefined when it may go, else resolves to how many may go. */
  gate(first: Publication, waiting: () => number): Promise<number> | undefined;
  /** Before a call is repeated: undefined when nothing stands in its way. */
  up(first: Publication): Promise<void> | undefined;
  /** `rest`, or earlier when something waits for an outage that has no end set. */
  idle(rest: Promise<void>): Promise<void>;
  /** Lets go of every timer and wait; nothing is written. */
  close(): void;
}

/** What makes other publications of one, or other calls. */
const shaping = [
  ...spoiling,
  ...callFaultsOfGood(faultKinds),
  'duplicate',
  'as-replay',
  'and-replay',
  'with-nulls',
] as const;

export function createFaults(d: FaultDeps): Faults {
  const closing = new AbortController();
  const register = createRegister(d);
  const outages = createOutages(register, closing.signal);
  const kept = createKept(register, (publications) => publications.forEach((p) => void pass(p)));
  const early = new Set<() => void>();

  /** Does the work after a time, or at once when it is told to be early or the DIP closes. */
  function after(ms: number, work: () => void): () => void {
    const now = () => {
      clearTimeout(timer);
      if (early.delete(now)) work();
    };
    const timer = setTimeout(now, ms);
    early.add(now);
    return now;
  }

  /** Takes out every fault of these kinds that strikes; each is used up by it. */
  function struckBy(p: Publication, of: readonly FaultKind[]): FaultSpec[] {
    const inProcess = d.knows.attached(p.to);
    const hits: FaultSpec[] = [];
    for (const kind of of) {
      if (inProcess && kinds[kind].needsWebhook) continue;
      const fault = register.find([kind], (spec) => strikesPublication(spec, p));
      if (!fault) continue;
      register.strike(fault);
      hits.push(fault.spec);
    }
    return hits;
  }

  async function pass(p: Publication): Promise<unknown> {
    if (register.none()) return d.deliver(p);
    if (struckBy(p, ['drop']).length > 0) return drop(p);
    const delayed = delay(p);
    const shaped = withFaults(delayed, struckBy(p, shaping), d.clock());
    const going = shaped.map((one) => d.deliver(one));
    return Promise.all([...going, ...kept.overtaken(p).map((one) => d.deliver(one))]);
  }

  function drop(p: Publication): void {
    const { from, to, message: body } = p;
    d.record(d.entry({ kind: 'refused', from, to, ...publicationFields(p), name: 'dropped', body }), {});
    d.dropped(p);
  }

  function delay(p: Publication): Publication {
    const fault = register.find(['delay'], (spec) => strikesPublication(spec, p));
    if (!fault) return p;
    register.keep(fault);
    register.strike(fault);
    const until = new Promise<void>((resolve) => {
      const now = after(fault.spec.delayMs ?? 1000, () => {
        if (!closing.signal.aborted) register.letGo(fault);
        resolve();
      });
      void fault.over.then(now);
    });
    return { ...p, apart: true, until };
  }

  return {
    ...createCallFaults(register, d.clock),
    add(spec, origin = { by: 'control API' }) {
      const fault = register.add(checkedSpec(spec, d.knows), origin);
      if (fault.spec.forMs !== undefined) {
        const now = after(fault.spec.forMs, () => closing.signal.aborted || register.end(fault.id));
        void fault.over.then(now);
      }
      return active(fault);
    },
    list: register.list,
    end: register.end,
    publish(p) {
      if (register.none()) return d.deliver(p);
      return kept.hold(p) || kept.setAside(p) ? Promise.resolve() : pass(p);
    },
    pass,
    release: (mpan, to, order) => kept.release(mpan, to, order),
    oneCall: (to, items) => oneCall(kept, to, items, d.clock()),
    gate(first, waiting) {
      const gate = () => outages.gate(first, waiting);
      return first.until ? first.until.then(() => gate() ?? Infinity) : gate();
    },
    up: outages.up,
    idle: outages.orStuck,
    close() {
      closing.abort();
      for (const now of early) now();
    },
  };
}
