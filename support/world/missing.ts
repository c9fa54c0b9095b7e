import { eventDefinition, isRole, messageLabel, type MessageName, type PartyCode } from '../catalogue';
import { diagnose, matchLegs, parseLegs, type LegRow, type Waiting } from '../conversation';
import { QualifyError } from '../errors';
import type { LedgerEntry } from '../ledger';
import { positionsOf, type LimitName } from '../stage';
import type { Scene, ScenarioMpan } from './scene';

/** A message that a step waited for in vain. */
export interface Expected {
  position: string;
  message: MessageName;
  conditions: string;
  verb: 'receives' | 'sends';
  /** The limit that passed; `answer` unless told. */
  limit?: LimitName;
}

/** The failure of a step that waited for one message: told like a row of a table, with whose turn it was. */
export function missingMessage(scene: Scene, mpan: ScenarioMpan, expected: Expected): QualifyError {
  const context = scene.conversation(mpan, expected.limit);
  const all = [...mpan.watch.entries];
  const before = neverCame(expected.message, all).map((message) =>
    row(scene, { ...expected, message, conditions: '' }),
  );
  const rows = [...before, row(scene, expected)].map((one, index) => ({
    ...one,
    '#': String(index + 1),
    ...(index > 0 ? { order: `after ${index}` } : {}),
  }));
  const entries = all.filter((entry) => entry.seq >= mpan.since);
  const match = matchLegs(parseLegs(rows), entries, context);
  const { text, blame, code } = diagnose(match, all, context, context.limitMs);
  return new QualifyError(code, blame, text, '');
}

/** What the step waits for, told where a check fails meanwhile; the time runs from now. */
export function waitingFor(scene: Scene, mpan: ScenarioMpan, expected: Expected): () => Waiting {
  const ctx = scene.conversation(mpan, expected.limit);
  const began = Date.now();
  return () => {
    const [leg] = parseLegs([{ ...row(scene, expected), '#': '1' }]);
    return { leg, ctx, elapsedMs: Date.now() - began };
  };
}

/**
 * What the message waits for and the DIP never took in, from the beginning of the conversation on: whoever owes the first
 * of it is to blame, not who would come after.
 */
function neverCame(message: MessageName, entries: readonly LedgerEntry[]): MessageName[] {
  const definition = eventDefinition(message.interface, message.event);
  const came = ({ interface: id, event }: MessageName) =>
    entries.some((entry) => entry.kind === 'accepted' && entry.interface === id && entry.event === event);
  const missing = [definition?.continues, definition?.answers]
    .filter((one) => one !== undefined)
    .filter((one) => !came(one))
    .flatMap((one) => [...neverCame(one, entries), one]);
  return [...new Map(missing.map((one) => [messageLabel(one), one])).values()];
}

/** The row of a table that the message would be. The named party stands on its side, who is not named is derived. */
function row(scene: Scene, { position, message, conditions, verb }: Expected): LegRow {
  const { senders = [], recipients } = eventDefinition(message.interface, message.event) ?? {};
  const receivers = [...(recipients?.primary ?? []), ...(recipients?.secondary ?? [])];
  const holders = (roles: readonly PartyCode[]) =>
    roles
      .filter(isRole)
      .flatMap(positionsOf)
      .filter((candidate) => scene.binding.positions[candidate]);
  const named = holders(verb === 'sends' ? senders : receivers).includes(position);
  const from = verb === 'sends' && named ? position : holders(senders).find((one) => !named || one !== position);
  const to = verb === 'receives' && named ? position : holders(receivers).find((one) => one !== from);
  return { from: from ?? 'REGS', to: to ?? 'REGS', message: messageLabel(message), with: conditions };
}
