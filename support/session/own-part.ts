import type { GherkinDocument, Pickle } from '@cucumber/messages';

/**
 * A document with its feature, and of the scenarios only that of a pickle. Cucumber sends the document to a worker with
 * each of its scenarios, and a feature may have a hundred.
 */
export function ownPart(document: GherkinDocument, { astNodeIds }: Pickle): GherkinDocument {
  const { feature } = document;
  if (!feature) return document;
  const isOwn = ({ scenario }: { scenario?: { id: string } | undefined }) =>
    scenario === undefined || astNodeIds.includes(scenario.id);
  const children = feature.children
    .filter(isOwn)
    .map((child) =>
      child.rule ? { ...child, rule: { ...child.rule, children: child.rule.children.filter(isOwn) } } : child,
    );
  return { ...document, feature: { ...feature, children }, comments: [] };
}
