import { errorsOf, worldErrors } from '../errors';
import { actDefinition, type ActDefinition, type ActName } from '../market';
import { actingPositions, outsiderOfWords, outsiderWords, roleOfPosition } from '../stage';
import { act, type StepOutcome } from './acting';
import { argumentsOfWords } from './act-arguments';
import { knownOf } from './act-values';
import type { Scene, ScenarioMpan } from './scene';

const raise = errorsOf(worldErrors);

/** A party does an act, or somebody outside the DIP tells of one: `who` names either. `said` are its arguments in words. */
export async function does(
  scene: Scene,
  mpan: ScenarioMpan,
  who: string,
  name: ActName,
  said: Readonly<Record<string, string>> = {},
): Promise<StepOutcome> {
  const definition: ActDefinition = actDefinition(name)!;
  const positions = actingPositions(who, definition.roles, mpan.segment);
  assertItsAct(who, positions, name, definition);
  const args = argumentsOfWords(name, said, knownOf(scene, mpan));
  remember(mpan, name, args);
  const outcomes: StepOutcome[] = [];
  for (const position of positions) outcomes.push(await act(scene, mpan, position, name, args));
  return outcomes.find(Boolean);
}

function assertItsAct(who: string, positions: readonly string[], name: ActName, definition: ActDefinition): void {
  const { roles, tells } = definition;
  const right = tells
    ? outsiderOfWords(who) === tells
    : !outsiderOfWords(who) && positions.every((position) => roles.some((role) => role === roleOfPosition(position)));
  if (right) return;
  const able = tells ? outsiderWords[tells] : roles.join(', ');
  throw raise('STEP_WORDS_UNKNOWN', { problem: `${who} does not do "${name}"`, fix: `It is done by ${able}.` });
}

/** What later steps call "the effective date" and "the SSD", and when the appointment of a service begins. */
function remember(mpan: ScenarioMpan, name: ActName, args: Record<string, unknown>): void {
  const { from, service, scenario, registrationId } = args;
  if (typeof from !== 'string') return;
  mpan.from = from;
  // To all who take part a first registration is a switch that is pending.
  if (name === 'announceFirstRegistration' && typeof registrationId === 'string') {
    mpan.switch = { registrationId, days: { ssd: from } };
  }
  // Other terms of a standing appointment do not begin it anew.
  if (scenario === 'USP' || typeof service !== 'object' || service === null) return;
  const { dipId } = service as { dipId?: unknown };
  if (typeof dipId === 'string') mpan.begins.set(dipId, from);
}
