import type { EntryMaker } from '../entries';
import type { RecordEntry } from '../types';
import { kinds } from './kinds';
import type { ActiveFault, FaultKind, FaultOrigin, FaultSpec } from './types';

/** A fault that is on, with what it keeps back. */
export interface Fault {
  readonly id: string;
  readonly spec: FaultSpec;
  readonly since: Date;
  struck: number;
  /** Infinity: until it is ended. */
  left: number;
  /** Publications that it keeps back: a fault that is used up stays on until they have gone. */
  kept: number;
  on: boolean;
  /** Resolves when it is off. */
  readonly over: Promise<void>;
}

export interface RegisterDeps {
  record: RecordEntry;
  entry: EntryMaker;
  clock(): Date;
}

/** The faults that are on, oldest first. Turning on and off is written to the ledger. */
export interface FaultRegister {
  add(spec: FaultSpec, origin: FaultOrigin): Fault;
  list(): ActiveFault[];
  none(): boolean;
  /** The first fault of one of these kinds that can strike yet and wants to. */
  find(of: readonly FaultKind[], wants: (spec: FaultSpec) => boolean): Fault | undefined;
  /** Counts a strike; a fault that is used up and keeps nothing is off. */
  strike(fault: Fault): void;
  keep(fault: Fault): void;
  letGo(fault: Fault, count?: number): void;
  end(id: string): boolean;
}

export function createRegister(d: RegisterDeps): FaultRegister {
  const faults = new Map<string, Fault & { finish(): void }>();
  let number = 0;

  function write(name: 'fault-on' | 'fault-off', fault: Fault, origin?: FaultOrigin): void {
    const { by, ...place } = origin ?? {};
    const body = { id: fault.id, ...fault.spec, ...(by ? { by } : { struck: fault.struck }) };
    const { mpan } = fault.spec;
    d.record(d.entry({ kind: 'act', from: 'DIP', to: 'DIP', mpan, name, body, ...place }), {});
  }

  function off(fault: Fault): void {
    const known = faults.get(fault.id);
    if (!known || !faults.delete(fault.id)) return;
    fault.on = false;
    write('fault-off', fault);
    known.finish();
  }

  const usedUp = (fault: Fault) => void (fault.left === 0 && fault.kept === 0 && off(fault));

  return {
    add(spec, origin) {
      let finish: () => void = () => undefined;
      const over = new Promise<void>((resolve) => (finish = resolve));
      const left = spec.times ?? (kinds[spec.kind].endless ? Infinity : 1);
      const fault = {
        id: `fault-${(number += 1)}`,
        spec,
        since: d.clock(),
        ...{ struck: 0, left, kept: 0, on: true, over, finish },
      };
      faults.set(fault.id, fault);
      write('fault-on', fault, origin);
      return fault;
    },
    list: () => [...faults.values()].map(active),
    none: () => faults.size === 0,
    find(of, wants) {
      for (const fault of faults.values()) {
        if (fault.left > 0 && of.includes(fault.spec.kind) && wants(fault.spec)) return fault;
      }
      return undefined;
    },
    strike(fault) {
      fault.struck += 1;
      fault.left -= 1;
      usedUp(fault);
    },
    keep: (fault) => void (fault.kept += 1),
    letGo(fault, count = 1) {
      fault.kept -= count;
      usedUp(fault);
    },
    end(id) {
      const fault = faults.get(id);
      if (fault) off(fault);
      return fault !== undefined;
    },
  };
}

export function active({ id, spec, since, struck, left }: Fault): ActiveFault {
  return { id, ...spec, since: since.toISOString(), struck, left: left === Infinity ? null : left };
}
