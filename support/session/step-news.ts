import { tellParent } from './parent';

/** Four times a second, as often as a terminal shows it. */
const tellEveryMs = 250;

/** In which step each scenario is: where thousands of steps go by, only the last of each is worth telling. */
export interface StepNews {
  begun(at: { id: string; step: string | null }): void;
  /** Nothing is told any more of a scenario that has ended. */
  ended(id: string): void;
}

/** Tells the command in which steps the scenarios are. */
export function createStepNews(tell = tellParent): StepNews {
  const untold = new Map<string, string | null>();
  let isDue = false;
  const tellAll = (): void => {
    isDue = false;
    for (const [id, step] of untold) void tell({ kind: 'step', id, step });
    untold.clear();
  };
  return {
    begun({ id, step }) {
      untold.set(id, step);
      if (isDue) return;
      isDue = true;
      setTimeout(tellAll, tellEveryMs).unref();
    },
    ended: (id) => void untold.delete(id),
  };
}
