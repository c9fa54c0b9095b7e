import type { Rttm } from '../traceability';
import type { ViewedRequirement } from './viewer-index';

/** Requirements of a traceability matrix: those of the participant's roles, and those of the user's own list. */
export function viewedRequirements({ requirements, own }: Pick<Rttm, 'requirements' | 'own'>): ViewedRequirement[] {
  const ofRegister = requirements
    .filter(({ inScope, scenarios }) => inScope || scenarios.length > 0)
    .map(({ requirement: { id, text }, ...fact }) => viewed(id, text, fact));
  const ofUser = (own?.rows ?? []).map(({ row, ...fact }) =>
    viewed(row.requirement, row.testCase && `test case ${row.testCase}`, fact),
  );
  return merged([...ofRegister, ...ofUser]);
}

type Fact = Pick<Rttm['requirements'][number], 'state' | 'why' | 'scenarios'>;

const viewed = (id: string, text: string, { state, why, scenarios }: Fact): ViewedRequirement => ({
  ...{ id, text, state, why },
  scenarios: scenarios.map((one) => one.id),
});

/** A list of the user's may name a requirement in several rows: it stands once, with all that they say. */
function merged(all: readonly ViewedRequirement[]): ViewedRequirement[] {
  const byId = new Map<string, ViewedRequirement>();
  const joined = (a: string, b: string) => [...new Set([a, b])].filter(Boolean).join('; ');
  for (const one of all) {
    const known = byId.get(one.id);
    const both = known && {
      id: one.id,
      text: joined(known.text, one.text),
      state: joined(known.state, one.state),
      why: joined(known.why, one.why),
      scenarios: [...new Set([...known.scenarios, ...one.scenarios])],
    };
    byId.set(one.id, both ?? one);
  }
  return [...byId.values()];
}
