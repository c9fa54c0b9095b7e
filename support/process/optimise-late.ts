import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 optimise a function only when it has run six times as much as usual: a process that lives as long as a run
 * spends more on optimising than it wins by it.
 */
export function optimiseLate(): void {
  setFlagsFromString('--interrupt-budget=400000');
}
