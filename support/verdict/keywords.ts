import type { GherkinDocument, Step } from '@cucumber/messages';

/** Keyword of each step of a feature, by the id of its node: pickles do not carry it. */
export function keywordsOf(document: GherkinDocument | undefined): Map<string, string> {
  const children = document?.feature?.children ?? [];
  const nested = children.flatMap((child) => [child, ...(child.rule?.children ?? [])]);
  const steps: readonly Step[] = nested.flatMap(({ background, scenario }) => [
    ...(background?.steps ?? []),
    ...(scenario?.steps ?? []),
  ]);
  return new Map(steps.map(({ id, keyword }) => [id, keyword.trim()]));
}
