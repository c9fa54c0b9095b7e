import type { Orphan, OwnFact, RequirementFact } from './facts';
import type { OwnList } from './own-list';
import type { Judged } from './state';
import type { Traced } from './traced';

/**
 * What has no other side: requirements in scope without a scenario or not shown, ids of the user's list that no scenario
 * has, scenarios that no requirement names.
 */
export function orphansOf(
  requirements: readonly RequirementFact[],
  scenarios: readonly Traced[],
  own: OwnList | undefined,
  ownRows: readonly OwnFact[],
): Orphan[] {
  const named = new Set([
    ...requirements.flatMap(({ requirement }) => requirement.scenarios),
    ...ownRows.flatMap(({ row }) => row.scenarios),
  ]);
  const open = (list: string, id: string, { state, why }: Judged): Orphan[] => {
    if (state === 'shown') return [];
    const kind = state === 'no scenario' ? 'requirement without scenario' : 'requirement not shown';
    return [{ kind, list, id, why: state === 'no scenario' ? why : `${state}: ${why}` }];
  };
  const file = own?.file ?? '';
  return [
    ...requirements.filter(({ inScope }) => inScope).flatMap((one) => open('register', one.requirement.id, one)),
    ...ownRows.flatMap((one) => open(file, one.row.requirement, one)),
    ...ownRows.flatMap(({ row, unknown }) =>
      unknown.map((one): Orphan => {
        const hint = one.nearest === null ? 'nothing near it' : `did you mean ${one.nearest}?`;
        return {
          kind: 'unknown scenario',
          list: file,
          id: one.id,
          why: `${row.requirement}, line ${row.line}: ${hint}`,
        };
      }),
    ),
    ...scenarios
      .filter(({ id, outline }) => !named.has(id) && !named.has(outline))
      .map(({ id, verdict }): Orphan => ({
        kind: 'scenario without requirement',
        list: own ? `register, ${own.file}` : 'register',
        id,
        why: `no requirement names it; its verdict is ${verdict}`,
      })),
  ];
}
