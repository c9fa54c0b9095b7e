import { checkCatalogue, checkDefinition, scenarioChecks } from '../checks';
import { errorsOf, nearest, verdictErrors } from '../errors';

const raise = errorsOf(verdictErrors);

/**
 * Levels that an environment sets: it may raise a `should`, never lower a must, and a check that is misspelt would be
 * lost without a word. LEVEL_CHECK_UNKNOWN, LEVEL_LOWERED.
 */
export function checkLevels(levels: Readonly<Record<string, { level: 'must' | 'should' }>>, file: string): void {
  const known = [...Object.keys(checkCatalogue), ...Object.keys(scenarioChecks)];
  for (const [check, { level }] of Object.entries(levels)) {
    const place = `${file}: levels.${check}`;
    if (!known.includes(check)) {
      const near = nearest(check, known);
      throw raise('LEVEL_CHECK_UNKNOWN', { check, hint: near ? `Did you mean "${near}"? ` : '' }, place);
    }
    if (level === 'should' && checkDefinition(check)?.level === 'must') throw raise('LEVEL_LOWERED', { check }, place);
  }
}
