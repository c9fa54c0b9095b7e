import { wireTime, type MessageName } from '../catalogue';
import { act, type StepOutcome } from './acting';
import type { Scene, ScenarioMpan } from './scene';

/** How a party gets what it has missed: brought to its webhook, or in an answer. */
export type Again = 'requeue' | 'replay';

const acts = { requeue: 'requestRequeue', replay: 'requestReplay' } as const;

/** A party asks the DIP for what it published of that name since the scenario began. */
export async function asksAgain(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  again: Again,
  message: MessageName,
): Promise<StepOutcome> {
  const since = wireTime(new Date(mpan.watch.entries[0]?.at ?? Date.now()));
  return act(scene, mpan, words, acts[again], { ...message, since });
}
