import { messageLabel } from '../catalogue';
import { dipErrors, errorsOf } from '../errors';
import { matches } from './faults';
import type { Publication } from './publication';
import type { FaultRequest } from './types';

const raise = errorsOf(dipErrors);

/** Publications kept back until they are released. */
export interface Holds {
  add(request: FaultRequest): void;
  /** Keeps the publication when a hold is meant for it. */
  keep(publication: Publication): boolean;
  /** Ends the hold and hands out what was held: first those named, in that order, then the rest as it came. */
  release(mpan: string, to: string, order?: readonly string[]): Publication[];
}

export function createHolds(): Holds {
  let requests: { request: FaultRequest; left: number }[] = [];
  let held: Publication[] = [];
  return {
    add: (request) => void requests.push({ request, left: request.times ?? Infinity }),
    keep(publication) {
      const hold = requests.find((r) => r.left > 0 && matches(r.request, publication));
      if (!hold) return false;
      hold.left -= 1;
      held.push(publication);
      return true;
    },
    release(mpan, to, order = []) {
      const mine = (p: { mpan?: string; to: string }) => p.mpan === mpan && p.to === to;
      const ordered = inOrder(held.filter(mine), order, mpan, to);
      held = held.filter((p) => !mine(p));
      requests = requests.filter((r) => !mine(r.request));
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
