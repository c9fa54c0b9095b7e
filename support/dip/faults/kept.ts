import { messageLabel } from '../../catalogue';
import { dipErrors, errorsOf } from '../../errors';
import type { Publication } from '../publication';
import type { Fault, FaultRegister } from './register';
import { strikesPublication } from './matching';

const raise = errorsOf(dipErrors);

/** Publications kept back: by a hold until it is released, by a reorder until others have overtaken them. */
export interface Kept {
  /** Keeps the publication when a hold is meant for it. */
  hold(p: Publication): boolean;
  /** Keeps the publication when a reorder is meant for it. */
  setAside(p: Publication): boolean;
  /** What this one was the last to overtake. */
  overtaken(by: Publication): Publication[];
  /** Ends the holds on an MPAN and hands out what was held: first those named, in that order, then the rest as it came. */
  release(mpan: string, to: string, order?: readonly string[]): Publication[];
}

/** `deliver` takes what is let go because its fault was ended. */
export function createKept(register: FaultRegister, deliver: (publications: Publication[]) => void): Kept {
  let held: { p: Publication; fault: Fault; left: number }[] = [];

  function keep(p: Publication, fault: Fault, left: number): void {
    if (!held.some((one) => one.fault === fault)) {
      void fault.over.then(() => deliver(take((one) => one.fault === fault).map((one) => one.p)));
    }
    held.push({ p, fault, left });
    register.keep(fault);
    register.strike(fault);
  }

  function take(wanted: (one: (typeof held)[number]) => boolean): typeof held {
    const taken = held.filter(wanted);
    held = held.filter((one) => !wanted(one));
    return taken;
  }

  const strikes = (p: Publication) => (spec: Fault['spec']) => strikesPublication(spec, p);

  return {
    hold(p) {
      const fault = register.find(['hold'], strikes(p));
      if (fault) keep(p, fault, Infinity);
      return fault !== undefined;
    },
    setAside(p) {
      const fault = register.find(['reorder'], strikes(p));
      if (fault) keep(p, fault, fault.spec.by ?? 1);
      return fault !== undefined;
    },
    overtaken(by) {
      for (const one of held) if (one.p.to === by.to && one.p.channel === by.channel) one.left -= 1;
      const taken = take((one) => one.left <= 0);
      for (const { fault } of taken) register.letGo(fault);
      return taken.map(({ p }) => ({ ...p, apart: true }));
    },
    release(mpan, to, order = []) {
      const mine = ({ p, fault }: (typeof held)[number]) =>
        fault.spec.kind === 'hold' && p.mpan === mpan && p.to === to;
      const ordered = inOrder(
        held.filter(mine).map((one) => one.p),
        order,
        mpan,
        to,
      );
      const released = take(mine);
      for (const { fault } of released) register.letGo(fault);
      // A hold on this MPAN and recipient ends, whether or not it held anything; a wider one goes on.
      for (let fault: Fault | undefined; (fault = register.find(['hold'], (s) => s.mpan === mpan && s.to === to));)
        register.end(fault.id);
      return ordered;
    },
  };
}

const labelOf = (p: Publication) => messageLabel({ interface: p.channel, event: p.event });
const bare = (label: string) => label.replace(/\s/g, '').toLowerCase();

function inOrder(held: Publication[], order: readonly string[], mpan: string, to: string): Publication[] {
  const rest = [...held];
  const first = order.map((label) => {
    const index = rest.findIndex((p) => bare(labelOf(p)) === bare(label));
    if (index < 0) {
      const names = rest.map(labelOf).join(', ') || 'nothing';
      throw raise('DIP_NOT_HELD', { label, mpan, to, held: names });
    }
    return rest.splice(index, 1)[0]!;
  });
  return [...first, ...rest];
}
