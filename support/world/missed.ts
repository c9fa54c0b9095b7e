import { messageLabel, wireTime, type MessageName } from '../catalogue';
import { errorsOf, worldErrors } from '../errors';
import { act, type StepOutcome } from './acting';
import type { Scene, ScenarioMpan } from './scene';

const raise = errorsOf(worldErrors);

/** How a party gets what it has missed: brought to its webhook, or in an answer. */
export type Again = 'requeue' | 'replay';

const acts = { requeue: 'requestRequeue', replay: 'requestReplay' } as const;

/** A party asks the DIP for what it published of that name since the scenario began, and the DIP does it. */
export async function asksAgain(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  again: Again,
  message: MessageName,
): Promise<StepOutcome> {
  const since = wireTime(new Date(mpan.watch.entries[0]?.at ?? Date.now()));
  const outcome = await act(scene, mpan, words, acts[again], { ...message, since });
  if (outcome === 'pending') return outcome;
  const { dipId, position } = scene.party(words, mpan);
  const { ms } = scene.limit('answer');
  const asked = await mpan.watch.until(
    (entries) =>
      entries.find(
        ({ kind, name, from, seq }) => kind === 'call' && name === again && from === dipId && seq >= mpan.since,
      ),
    ms,
  );
  if (asked?.httpStatus === 200) return;
  const what = `${position} to ask the DIP for the ${again} of ${messageLabel(message)}`;
  const got = asked ? `${asked.httpStatus} (ledger line ${asked.seq})` : `no call of it within ${ms} ms`;
  throw raise('NOT_ASKED_AGAIN', { text: `expected  ${what}\ngot       ${got}`, again });
}
