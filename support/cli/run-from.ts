import { campaignErrors, errorsOf } from '../errors';
import { readRepeat } from '../evidence';
import { bundled, home, readScenarios, tagWords } from '../session';
import { loadAssumptions } from '../stage';
import { counted, say } from './output';
import type { SelectionFlags } from './selection';
import { subjectOrPack } from './subject-argument';

const raise = errorsOf(campaignErrors);

/** Options that say which scenarios run, which is what --from says. */
const choosing = { scenario: '--scenario', process: '--process', impacted: '--impacted' } as const;

/**
 * The flags with the selection of an earlier run, or of a pack, in place of their own: scenario ids, roles, identities,
 * stage and type, as far as the user does not name others. Profile, environment and whatever else could name a file or
 * an address are the user's alone.
 * @throws QualifyError RUN_FROM_* and those of reading a run
 */
export async function repeating<F extends SelectionFlags>(from: string, flags: F): Promise<F> {
  const other = Object.entries(choosing).find(([key]) => flags[key as keyof typeof choosing] !== undefined);
  if (other) throw raise('RUN_FROM_AND', { option: other[1] }, other[1]);
  const place = subjectOrPack(from);
  const repeat = await readRepeat(place);
  if (!repeat.bundled && flags.participant === undefined)
    throw raise('RUN_FROM_PROFILE', { run: repeat.run, participant: repeat.participant }, place);
  const known = new Set(
    (await readScenarios(bundled.features, home, tagWords(await loadAssumptions(bundled.assumptions)))).map(
      ({ id }) => id,
    ),
  );
  const scenarios = repeat.scenarios.filter((id) => known.has(id));
  const gone = repeat.scenarios.filter((id) => !known.has(id));
  if (scenarios.length === 0) throw raise('RUN_FROM_NOTHING', { run: repeat.run, count: gone.length }, place);
  say(`Repeating ${repeat.run}: ${counted(scenarios.length, 'scenario')}.`);
  if (gone.length > 0) say(`No longer in the features, and not repeated: ${gone.join(', ')}.`);
  return {
    ...flags,
    scenario: scenarios,
    stage: flags.stage ?? repeat.stage,
    role: flags.role ?? some(repeat.roles),
    type: flags.type ?? some(repeat.types),
    dipId: flags.dipId ?? some(repeat.dipIds),
  };
}

const some = (list: string[]) => (list.length > 0 ? list : undefined);
