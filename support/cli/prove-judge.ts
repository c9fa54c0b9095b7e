import type { Verdicts } from '../verdict';
import type { ProofRow } from './prove-table';

export const proofs = ['killed', 'survived', 'wrongly blamed', 'collateral', 'not run'] as const;

/** What became of a fault, and every way in which the run differs from its row. */
export interface Proof {
  result: (typeof proofs)[number];
  differs: string[];
}

type Judged = Pick<Verdicts, 'exitCode'> & {
  scenarios: readonly Pick<Verdicts['scenarios'][number], 'id' | 'verdict' | 'blame' | 'code'>[];
  findings: readonly Pick<Verdicts['findings'][number], 'code' | 'blame' | 'level' | 'reason'>[];
};

/**
 * Compares a run with what its fault must lead to. Survived: no scenario named turned red. Wrongly blamed: one did not,
 * or by another check, or by another's fault. Collateral: something else turned red, or the exit code is another.
 */
export function judgeProof(row: ProofRow, { scenarios, findings, exitCode }: Judged): Proof {
  const found = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const named = Object.entries(row.red);
  const missed = named.filter(([id]) => found.get(id)?.verdict !== 'fail' && found.get(id)?.verdict !== 'inconclusive');
  const blamed = named.flatMap(([id, code]) => {
    const scenario = found.get(id);
    if (!scenario || missed.some(([one]) => one === id)) return [`${id}: ${scenario?.verdict ?? 'did not run'}`];
    const right = scenario.code === code && scenario.blame === row.blame;
    return right ? [] : [`${id}: expected ${code} (${row.blame}), got ${scenario.code} (${scenario.blame})`];
  });
  const others = scenarios.filter(({ id, verdict }) => !(id in row.red) && verdict !== 'pass');
  const beside = [
    ...row.controls.filter((id) => !found.has(id)).map((id) => `${id}: did not run`),
    ...others.map(({ id, verdict, code, blame }) => `${id}: ${verdict} by ${code} (${blame})`),
    ...findings
      .filter(({ level, blame }) => level === 'must' && blame !== row.blame)
      .map(({ code, blame, reason }) => `finding ${code} (${blame}): ${reason}`),
    ...(exitCode === row.exitCode ? [] : [`exit code ${exitCode}, expected ${row.exitCode}`]),
  ];
  const differs = [...blamed, ...beside];
  if (missed.length === named.length) return { result: 'survived', differs };
  if (blamed.length > 0) return { result: 'wrongly blamed', differs };
  return { result: beside.length > 0 ? 'collateral' : 'killed', differs };
}
