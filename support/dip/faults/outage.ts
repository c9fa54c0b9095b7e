import type { Publication } from '../publication';
import { outOfReach } from './matching';
import { createPacer, type Pacer } from './pacer';
import type { Fault, FaultRegister } from './register';

/** Makes publications wait for the end of an outage, and lets what waited go at its pace. */
export interface Outages {
  /**
   * Undefined: nothing stands in the way of a queue whose first publication this is. Else resolves, when it may go, to
   * how many of those that wait then may go with it.
   */
  gate(first: Publication, waiting: () => number): Promise<number> | undefined;
  /** Undefined when no outage stands in the way, else resolves when none does. */
  up(p: Publication): Promise<void> | undefined;
  /** Resolves with `rest`, or earlier: as soon as a publication waits for an outage that has no end set. */
  orStuck(rest: Promise<void>): Promise<void>;
}

const keyOf = (p: Publication) => `${p.to} ${p.channel}`;

export function createOutages(register: FaultRegister, signal: AbortSignal): Outages {
  const pacers = new Map<string, Pacer>();
  const paces = new WeakMap<Fault, Pacer>();
  const waitedFor = new Set<Fault>();
  const tell = new Set<() => void>();
  const closed = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

  const outageOf = (p: Publication) =>
    signal.aborted ? undefined : register.find(['outage'], (spec) => outOfReach(spec, p));

  async function untilUp(p: Publication): Promise<void> {
    for (let fault = outageOf(p); fault; fault = outageOf(p)) {
      register.strike(fault);
      if (fault.spec.forMs === undefined) {
        waitedFor.add(fault);
        for (const go of tell) go();
      }
      await Promise.race([fault.over, closed]);
      waitedFor.delete(fault);
      const { pace } = fault.spec;
      if (pace === undefined) continue;
      // All queues of an outage share its pace.
      if (!paces.has(fault)) paces.set(fault, createPacer(pace, signal));
      pacers.set(keyOf(p), paces.get(fault)!);
    }
  }

  async function atPace(p: Publication, waiting: () => number): Promise<number> {
    const pacer = pacers.get(keyOf(p));
    if (!pacer || signal.aborted) return Infinity;
    const count = await pacer.take(waiting());
    if (count >= waiting()) pacers.delete(keyOf(p));
    return count;
  }

  return {
    gate(first, waiting) {
      if (register.none() && pacers.size === 0) return undefined;
      if (outageOf(first)) return untilUp(first).then(() => atPace(first, waiting));
      return pacers.has(keyOf(first)) ? atPace(first, waiting) : undefined;
    },
    up: (p) => (outageOf(p) ? untilUp(p) : undefined),
    orStuck(rest) {
      if ([...waitedFor].some((fault) => fault.on)) return Promise.resolve();
      return new Promise((resolve) => {
        const go = () => {
          tell.delete(go);
          resolve();
        };
        tell.add(go);
        void rest.then(go);
      });
    },
  };
}
