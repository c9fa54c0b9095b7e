import type { GherkinDocument, Tag } from '@cucumber/messages';
import { errorsOf, stageErrors } from '../errors';
import { idForm, scenariosOf, tagProblem, tagsAbove, type Placed, type TagWords } from '../stage';

const raise = errorsOf(stageErrors);

const isId = (tag: Tag): boolean => tag.name.startsWith('@MQ-');

/**
 * Refuses features whose tags the harness does not know, or whose scenarios have not each one id of their own: a
 * misspelt tag would leave a scenario out without a word. QualifyErrors FEATURE_TAG_UNKNOWN and FEATURE_ID_WRONG.
 */
export function checkFeatures(documents: readonly GherkinDocument[], words: TagWords): void {
  const holders = new Map<string, string>();
  for (const { uri = '', feature } of documents) {
    if (!feature) continue;
    const place = (line: number): string => `${uri.replaceAll('\\', '/')}:${line}`;
    const placed = scenariosOf(feature);
    const tags = [
      ...tagsAbove(feature),
      ...placed.flatMap(({ scenario }) => [...scenario.tags, ...examplesTags(scenario)]),
    ];
    for (const { name, location } of tags) {
      const problem = tagProblem(name, words);
      if (problem) throw raise('FEATURE_TAG_UNKNOWN', { tag: name, hint: problem.fix }, place(location.line));
    }
    for (const one of placed) checkId(one, holders, place(one.scenario.location.line));
  }
}

function checkId({ scenario, inherited }: Placed, holders: Map<string, string>, place: string): void {
  const ids = [...inherited, ...scenario.tags, ...examplesTags(scenario)].filter(isId).map((tag) => tag.name);
  const refuse = (what: string) => raise('FEATURE_ID_WRONG', { name: scenario.name, ids: what }, place);
  const [id] = ids;
  if (id === undefined) throw refuse('none');
  if (ids.length > 1 || !idForm.test(id)) throw refuse(ids.join(', '));
  const holder = holders.get(id);
  if (holder) throw refuse(`${id}, which is that of ${holder}`);
  holders.set(id, place);
}

function examplesTags(scenario: Placed['scenario']): Tag[] {
  return scenario.examples.flatMap((examples) => [...examples.tags]);
}
