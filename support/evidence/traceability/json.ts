import { tally } from '../totals';
import type { Rttm } from './facts';
import { buildName, type Traced } from './traced';

/** A matrix as `qualify rttm --json` prints it. */
export function rttmJson({ subject, requirements, artefacts, own, orphans }: Rttm): object {
  return {
    schema: 1,
    ...{ kind: subject.kind, name: subject.name, gaps: subject.gaps, totals: tally(subject.results) },
    runs: subject.runs.map((run) => ({ run: run.verdicts.run, build: buildName(run), started: run.verdicts.started })),
    requirements: requirements.map(({ requirement: { id, text, process, roles }, inScope, state, why, scenarios }) => {
      return { id, text, process, roles, inScope, state, why, scenarios: scenarios.map((one) => scenarioJson(one)) };
    }),
    artefacts: artefacts.map(({ artefact: { id, title, kind }, today, state, exchanges }) => {
      const scenarios = exchanges.map(({ scenario, transactions }) => scenarioJson(scenario, transactions));
      return { id, title, kind, today, state, scenarios };
    }),
    ownList: own && {
      file: own.list.file,
      rows: own.rows.map(({ row, state, why, unknown, scenarios }) => {
        return { ...row, state, why, unknown, results: scenarios.map((one) => scenarioJson(one)) };
      }),
    },
    orphans,
  };
}

function scenarioJson({ id, verdict, scenario, run, attempts, weak, ...one }: Traced, transactions = one.transactions) {
  const { grade = null, started = null, durationMs = null } = scenario ?? {};
  return {
    ...{ id, verdict, reason: one.reason, grade, weak, run: run.verdicts.run, build: buildName(run) },
    ...{ started, durationMs, attempts, transactions },
  };
}
