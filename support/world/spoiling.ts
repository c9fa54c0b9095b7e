import { messageLabel, type MessageName } from '../catalogue';
import { errorsOf, worldErrors } from '../errors';
import type { UnresolvedCode } from '../control';
import type { Check, LedgerEntry } from '../ledger';
import { refuseFailedChecks } from './receiving';
import type { Scene, ScenarioMpan } from './scene';

const raise = errorsOf(worldErrors);

/** How the DIP spoils a copy of a publication. */
export type Spoiling = 'broken-schema' | 'wrong-signature' | 'foreign-environment';

/** Whatever else the DIP can do to a party's publications and submissions. */
export type DipTrouble =
  'deliver-twice' | 'hold' | 'as-replay' | 'and-replay' | 'white-space' | 'unavailable' | 'lose-answer' | 'unresolved';

/** Tells the simulated DIP what to do with the next publication of an MPAN to a party, or its next submission. */
export async function spoil(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  fault: Spoiling | DipTrouble,
  more: { event?: string; code?: UnresolvedCode } = {},
): Promise<void> {
  const { dipId } = scene.party(words, mpan);
  await scene.worker.control.fault({ ...scene.origin(mpan), dipId, fault, ...more });
}

/** Lets what the DIP holds for a party go in that order, once all of it is there to be held. */
export async function deliverHeld(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  order: MessageName[],
): Promise<void> {
  const { dipId } = scene.party(words, mpan);
  await untilHeld(scene, mpan, order);
  await scene.worker.control.release({ ...scene.origin(mpan), dipId, order: order.map(messageLabel) });
}

/** One item of a call of a webhook: a message about an MPAN, or a copy of it that is spoilt. */
export interface CallItem {
  mpan: ScenarioMpan;
  message: MessageName;
  spoilt?: Exclude<Spoiling, 'wrong-signature'>;
}

/** Lets what the DIP holds for a party go in one call, with spoilt copies, once all of it is there to be held. */
export async function deliverTogether(scene: Scene, words: string, items: readonly CallItem[]): Promise<void> {
  const [first] = items;
  if (!first) throw raise('STEP_WORDS_UNKNOWN', { problem: 'the call is empty', fix: 'Name a message in each row.' });
  const { dipId } = scene.party(words, first.mpan);
  await Promise.all(items.map(({ mpan, message }) => untilHeld(scene, mpan, [message])));
  const { scenario, step } = scene.origin(first.mpan);
  await scene.worker.control.deliverTogether({
    ...{ scenario, step, dipId },
    items: items.map(({ mpan, message, spoilt }) => ({
      ...{ mpan: mpan.watch.mpan, message: messageLabel(message) },
      ...(spoilt ? { spoilt } : {}),
    })),
  });
}

async function untilHeld(scene: Scene, mpan: ScenarioMpan, messages: readonly MessageName[]): Promise<void> {
  const isHeld = (message: MessageName) => (entry: LedgerEntry) =>
    entry.kind === 'accepted' && entry.interface === message.interface && entry.event === message.event;
  const { ms } = scene.limit('answer');
  await mpan.watch.until((entries) => messages.every((one) => entries.some(isHeld(one))) || undefined, ms);
}

/** The spoilt copy was delivered and refused; that it had no effect is for the steps that follow. */
export async function refusesSpoilt(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  message: MessageName,
): Promise<void> {
  const { dipId, position } = scene.party(words, mpan);
  const refused = await mpan.watch.until((entries) => {
    refuseFailedChecks(entries);
    return entries.find((entry) => entry.from === dipId && entry.checks.some(isRefusal));
  }, scene.limit('answer').ms);
  if (refused) return;
  const text = `expected  ${position} to refuse the spoilt ${messageLabel(message)}\ngot       no answer to it`;
  throw raise('BAD_PUBLICATION_TAKEN', { text });
}

function isRefusal(check: Check): boolean {
  return check.id === 'refuses-bad-publication' && check.status === 'pass';
}
