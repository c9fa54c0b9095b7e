import type { ScenarioVerdict } from '../../verdict';
import { groupedBy } from './proof';

/** A leg that does not pass the DIP, in the scenarios of a run: how often each thing showed it. No message counts for it. */
export interface OffDipFact {
  message: string;
  from: string;
  to: string[];
  shown: { file: number; attested: number; given: number; 'not seen': number };
  /** Scenarios that name it. */
  scenarios: string[];
}

/** Every leg off the DIP of the scenarios that ran, whatever became of them. */
export function offDipFacts(scenarios: readonly Pick<ScenarioVerdict, 'id' | 'steps'>[]): OffDipFact[] {
  const legs = scenarios.flatMap(({ id, steps }) =>
    steps.flatMap(({ offDip = [] }) => offDip.map((leg) => ({ ...leg, id }))),
  );
  const groups = groupedBy(legs, ({ message, from, to }) => `${message} ${from} ${to.join()}`);
  return [...groups.keys()].sort().map((key) => {
    const all = groups.get(key)!;
    const times = (how: string) => all.filter((leg) => leg.how === how).length;
    const { message, from, to } = all[0]!;
    return {
      ...{ message, from, to, scenarios: [...new Set(all.map(({ id }) => id))] },
      shown: { file: times('file'), attested: times('attested'), given: times('given'), 'not seen': times('not seen') },
    };
  });
}
