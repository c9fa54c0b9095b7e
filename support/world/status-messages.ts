import { messageLabel, type MessageName } from '../catalogue';
import { errorsOf, worldErrors } from '../errors';
import type { LedgerEntry } from '../ledger';
import type { Findings } from './findings';
import { canRead, reading } from './reading';
import { refuseFailedChecks } from './receiving';
import type { Scene, ScenarioMpan } from './scene';

const raise = errorsOf(worldErrors);

/** A status message that a step names: its code, and the message that it is about. */
export interface StatusMessage {
  code: string;
  about: MessageName;
}

const inWords = ({ code, about }: StatusMessage) => `${code} about ${messageLabel(about)}`;

function said(entry: LedgerEntry): string {
  return String((entry.body as { message?: unknown } | undefined)?.message ?? '');
}

/** Entries of that status message: as the webhook answered it, or as it could not be handed over. */
function handedOver(status: StatusMessage, dipId: string, entries: readonly LedgerEntry[]): LedgerEntry | undefined {
  const { interface: id, event } = status.about;
  const same = (entry: LedgerEntry) => entry.interface === id && entry.event === event;
  return entries.find(
    (entry) => entry.kind === 'status' && entry.to === dipId && same(entry) && said(entry).startsWith(status.code),
  );
}

/** A simulated recipient refuses a message that it has taken before, by a status message to its sender. */
export async function reportsStatus(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  { code, about }: StatusMessage,
): Promise<void> {
  const { dipId, actor, position } = scene.party(words, mpan);
  if (actor !== 'simulated') throw raise('STEP_COMMANDS_PARTICIPANT', { position, what: `report ${code}` });
  await scene.worker.control.report({ ...scene.origin(mpan), dipId, message: messageLabel(about), code });
}

/** The status webhook of a party was given the status message and answered as it is published. */
export async function takesStatus(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  status: StatusMessage,
): Promise<LedgerEntry> {
  const { position, dipId } = scene.party(words, mpan);
  const { ms } = scene.limit('answer');
  const found = await mpan.watch.until((entries) => {
    refuseFailedChecks(entries);
    return handedOver(status, dipId, entries);
  }, ms);
  if (found?.httpStatus) return found;
  const got = found ? 'no webhook for status messages that the DIP could call' : `no answer to it within ${ms} ms`;
  const text = `expected  ${position} to take the status message ${inWords(status)}\ngot       ${got}`;
  throw raise('STATUS_NOT_TAKEN', { text });
}

/**
 * The party's records show the status message among their exceptions: one of the texts names its code, the transaction
 * or the sender's reference. Who shows no exceptions has acknowledged the status message, and no more is known.
 */
export async function showsStatus(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  status: StatusMessage,
  findings: Findings,
): Promise<void> {
  const party = scene.party(words, mpan);
  const { transactionID, reference } = await takesStatus(scene, mpan, words, status);
  const names = [status.code, transactionID, reference].filter((name) => typeof name === 'string');
  const level = scene.worker.environment.levels['exception-shown']?.level ?? 'should';
  const check = { id: 'exception-shown', level, ledger: [], blame: 'participant' as const };
  if (party.actor !== 'participant' || !canRead(scene, party, findings, check)) return;
  const deadline = Date.now() + scene.limit('answer').ms;
  await reading(scene, mpan, party, async ({ records, kept }) => {
    for (;;) {
      refuseFailedChecks(mpan.watch.entries);
      const { exceptions } = await records();
      if (!exceptions) {
        const reason = 'the records that the probe reads have no exceptions';
        findings.notShown(scene.step, 'the probe shows no exceptions');
        return findings.check({ ...check, status: 'not-applicable', reason, ledger: await kept() });
      }
      if (exceptions.some((text) => names.some((name) => text.includes(name)))) {
        findings.check({ ...check, status: 'pass', reason: '', ledger: await kept() });
        return findings.readBack();
      }
      if (Date.now() >= deadline) {
        const shown = exceptions.length > 0 ? exceptions.join('; ') : 'none';
        const reason = `expected ${party.position} to show ${inWords(status)} among its exceptions; they are: ${shown}`;
        return findings.check({ ...check, status: 'fail', reason, ledger: await kept() });
      }
      // A probe can only be asked: the environment file says how often.
      await mpan.watch.settle(scene.limit('probe').ms);
    }
  });
}
