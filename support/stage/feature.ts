import type { Feature, Scenario, Tag } from '@cucumber/messages';

/** A scenario with the tags that it takes over from its feature and rule. */
export interface Placed {
  scenario: Scenario;
  inherited: readonly Tag[];
}

/** Every scenario of a feature, those below rules too. */
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
