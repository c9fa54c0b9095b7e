import { messageLabel, type MessageName } from '../catalogue';
import { errorsOf, worldErrors } from '../errors';
import type { ControlClient } from '../control';
import type { Check, LedgerEntry } from '../ledger';
import type { Findings } from './findings';
import { refuseFailedChecks } from './receiving';
import type { Scene, ScenarioMpan } from './scene';
import type { Reception, Spoiling } from './troubles';

const raise = errorsOf(worldErrors);

type FaultCall = Parameters<ControlClient['fault']>[0];

/** What the DIP is asked to do with publications to a party, or with its submissions. */
export type Trouble = Omit<FaultCall, 'scenario' | 'step' | 'mpan' | 'from' | 'to'>;

const receptions: readonly string[] = ['unavailable', 'lose-answer', 'unresolved', 'answer'] satisfies Reception[];

/**
 * Tells the simulated DIP what to do with the next publication of an MPAN to a party, or its next submission. Whatever
 * of it is left over ends with the scenario.
 */
export async function trouble(scene: Scene, mpan: ScenarioMpan, words: string, what: Trouble): Promise<string> {
  const { dipId } = scene.party(words, mpan);
  return ask(scene, mpan, { ...what, ...(receptions.includes(what.kind) ? { from: dipId } : { to: dipId }) });
}

/** Turns a fault of the DIP on for an MPAN; its id. */
export async function ask(
  scene: Scene,
  mpan: ScenarioMpan,
  fault: Omit<FaultCall, 'scenario' | 'step' | 'mpan'>,
): Promise<string> {
  const { id } = await scene.worker.control.fault({ ...scene.origin(mpan), ...fault });
  scene.faults.add(id);
  return id;
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
  spoilt?: Extract<Spoiling, 'broken-schema' | 'foreign-environment'>;
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

/**
 * The spoilt copy was delivered and refused; that it had no effect is for the steps that follow. A code that the step
 * names is a should, and said once: the check of the answer may have found it missing already.
 */
export async function refusesSpoilt(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  message: MessageName,
  findings: Findings,
  codes: readonly string[] = [],
): Promise<void> {
  const { dipId, position } = scene.party(words, mpan);
  const refused = await mpan.watch.until((entries) => {
    refuseFailedChecks(entries);
    return entries.find((entry) => entry.from === dipId && entry.checks.some(isRefusal));
  }, scene.limit('answer').ms);
  if (!refused) {
    const text = `expected  ${position} to refuse the spoilt ${messageLabel(message)}\ngot       no answer to it`;
    throw raise('BAD_PUBLICATION_TAKEN', { text });
  }
  const texts = messagesIn(refused.body);
  const said = codes.length === 0 || codes.some((code) => texts.some((text) => text.startsWith(code)));
  if (said || refused.checks.some(({ id, status }) => id === 'refusal-code' && status === 'fail')) return;
  const reason = `expected ${codes.join(' or ')}; the answer says ${texts.join('; ') || 'nothing'}`;
  findings.check({ id: 'refusal-code', level: 'should', status: 'fail', reason, ledger: [refused.seq] });
}

function isRefusal(check: Check): boolean {
  return check.id === 'refuses-bad-publication' && check.status === 'pass';
}

function messagesIn(body: unknown): string[] {
  const { messageArray } = (body ?? {}) as { messageArray?: { message?: string | null }[] };
  return Array.isArray(messageArray) ? messageArray.flatMap(({ message }) => message ?? []) : [];
}
