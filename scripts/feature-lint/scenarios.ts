import type { Examples, Feature, GherkinDocument, Step } from '@cucumber/messages';
import { scenariosOf } from '../../support/stage';

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
