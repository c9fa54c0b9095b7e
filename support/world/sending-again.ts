import { messageLabel, type MessageName } from '../catalogue';
import type { LedgerEntry } from '../ledger';
import type { Findings } from './findings';
import { missingMessage } from './missing';
import { sends } from './receiving';
import type { Scene, ScenarioMpan } from './scene';

/** A timer may be a little early and two clocks apart by a tick. */
const toleranceMs = 10;

type Named = Pick<LedgerEntry, 'kind' | 'from' | 'interface' | 'event'>;

/** Submissions of that message that the DIP did not take, oldest first. */
function turned(mpan: ScenarioMpan, dipId: string, message: MessageName): LedgerEntry[] {
  const isOne = (entry: Named) =>
    entry.kind === 'refused' &&
    entry.from === dipId &&
    entry.interface === message.interface &&
    entry.event === message.event;
  return mpan.watch.entries.filter((entry) => entry.seq >= mpan.since && entry.to === 'DIP' && isOne(entry));
}

/** The DIP has answered a submission of that message with that status. */
export async function isTurnedAway(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  message: MessageName,
  status: number,
): Promise<void> {
  const { dipId, position } = scene.party(words, mpan);
  const answered = () => turned(mpan, dipId, message).find((entry) => entry.httpStatus === status);
  const { ms } = scene.limit('answer');
  if (await mpan.watch.until(answered, ms)) return;
  throw missingMessage(scene, mpan, { position, message, conditions: '', verb: 'sends' });
}

/** What the DIP took in the end bears the reference of the first attempt. */
export async function keepsReference(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  message: MessageName,
  findings: Findings,
): Promise<void> {
  const { dipId, position } = scene.party(words, mpan);
  const taken = await sends(scene, mpan, words, message, '', 'repeat');
  const [first] = turned(mpan, dipId, message);
  const kept = first === undefined || first.reference === taken.reference;
  const text = `expected ${position} to keep the reference ${first?.reference} of ${messageLabel(message)}`;
  found(scene, findings, 'reference-kept', kept, `${text}; it was sent again as ${taken.reference}`, taken);
}

/** Between an answer that asked for time and the next attempt lies that time. */
export async function hasWaited(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  message: MessageName,
  findings: Findings,
): Promise<void> {
  const { dipId, position } = scene.party(words, mpan);
  const taken = await sends(scene, mpan, words, message, '', 'repeat');
  const [first, second] = [...turned(mpan, dipId, message), taken];
  const ms = Date.parse(second?.at ?? '') - Date.parse(first?.at ?? '');
  const asked = mpan.patienceMs ?? 0;
  const text = `expected ${position} to wait ${asked} ms with ${messageLabel(message)}; it came again after ${ms} ms`;
  found(scene, findings, 'retry-after', !(ms < asked - toleranceMs), text, second ?? taken);
}

function found(scene: Scene, findings: Findings, id: string, ok: boolean, text: string, { seq }: LedgerEntry): void {
  const level = scene.worker.environment.levels[id]?.level ?? 'should';
  const blame = 'participant' as const;
  findings.check({ id, level, status: ok ? 'pass' : 'fail', reason: ok ? '' : text, blame, ledger: [seq] });
}
