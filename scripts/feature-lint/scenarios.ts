import type { Examples, Feature, GherkinDocument, Scenario, Step, Tag } from '@cucumber/messages';

/** A scenario with the tags that it takes over from its feature and rule. */
export interface Placed {
  scenario: Scenario;
  inherited: readonly Tag[];
}

export function scenariosOf(feature: Feature): Placed[] {
  return feature.children.flatMap(({ scenario, rule }) => [
    ...(scenario ? [{ scenario, inherited: feature.tags }] : []),
    ...(rule?.children ?? []).flatMap((child) =>
      child.scenario ? [{ scenario: child.scenario, inherited: [...feature.tags, ...rule!.tags] }] : [],
    ),
  ]);
}

/** Tags above scenarios: those of the feature and of its rules. */
export function tagsAbove(feature: Feature): Tag[] {
  return [...feature.tags, ...feature.children.flatMap(({ rule }) => rule?.tags ?? [])];
}

export function examplesOf(feature: Feature): readonly Examples[] {
  return scenariosOf(feature).flatMap(({ scenario }) => scenario.examples);
}

/** Every step, those of backgrounds too. */
export function stepsOf(document: GherkinDocument): Step[] {
  const children = document.feature?.children ?? [];
  return children
    .flatMap((child) => [child, ...(child.rule?.children ?? [])])
    .flatMap(({ background, scenario }) => [...(background?.steps ?? []), ...(scenario?.steps ?? [])]);
}
