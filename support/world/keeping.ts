import { messageLabel, type MessageName } from '../catalogue';
import { errorsOf, worldErrors } from '../errors';
import type { Findings } from './findings';
import { refuseFailedChecks, sends } from './receiving';
import type { Scene, ScenarioMpan } from './scene';

const raise = errorsOf(worldErrors);

/** What a step can ask of a message that was sent, as the always-on checks that decide it. */
export const kept = {
  signing: ['signature', 'content-hash'],
  addressing: ['primary-recipients', 'leaves-d0-to-dip'],
  completeness: ['schema'],
  'key case': ['key-case'],
} as const;

/**
 * A message of a party was judged by these checks; a must that failed ends the scenario, a should is an observation.
 * What had no object is noted, so that nothing passes for shown that was not looked at.
 */
export async function keepsTo(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  message: MessageName,
  what: keyof typeof kept,
  findings: Findings,
): Promise<void> {
  const { position, actor } = scene.party(words, mpan);
  const { checks } = await sends(scene, mpan, words, message, '');
  if (actor !== 'participant') return;
  const made = checks.filter(({ id, status }) => kept[what].some((one) => one === id) && status !== 'not-applicable');
  if (made.length === 0) findings.note(`not shown: ${what} of ${messageLabel(message)} from ${position}`);
}

/** The DIP has taken whatever the party sent about an MPAN, and something it was. */
export async function takesEveryCall(scene: Scene, mpan: ScenarioMpan, words: string): Promise<void> {
  const { dipId, position } = scene.party(words, mpan);
  const { entries } = mpan.watch;
  refuseFailedChecks(entries);
  const sent = entries.filter((entry) => entry.from === dipId && entry.to === 'DIP');
  const refused = sent.find((entry) => entry.kind === 'refused');
  if (!refused && sent.some((entry) => entry.kind === 'accepted')) return;
  const got = refused ? `${refused.httpStatus} ${refused.name} (ledger line ${refused.seq})` : 'no call at all';
  const text = `expected  the DIP to take every call of ${position} about MPAN ${mpan.watch.mpan}\ngot       ${got}`;
  throw raise('CALL_NOT_TAKEN', { text });
}
