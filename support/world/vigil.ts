/** How long a scenario watches for what must not come. Steps that only watch, one after the other, watch together. */
export interface Vigil {
  stepBegins(): void;
  /** Of so many milliseconds, what a step that begins to watch now has left of them. */
  left(ms: number): number;
}

export function createVigil(now: () => number = () => performance.now()): Vigil {
  let step = 0;
  let watched: { step: number; since: number } | undefined;
  return {
    stepBegins: () => void (step += 1),
    left(ms) {
      const goesOn = watched !== undefined && step - watched.step <= 1;
      watched = { step, since: goesOn ? watched!.since : now() };
      return Math.max(0, watched.since + ms - now());
    },
  };
}
