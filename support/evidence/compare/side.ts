import type { RunFiles } from '../run-files';
import { buildText, buildOf } from '../campaign';
import type { Result, Subject } from '../subject';
import { notes } from '../summary-top';
import { mustFindings } from '../totals';
import type { Case, Side } from './compare';

/** A subject as a side of a comparison. `configured`: its profile and environment, key by key. */
export function sideOf(subject: Subject, configured: ReadonlyMap<string, string>): Side {
  const last = subject.runs.at(-1)!;
  // Findings belong to runs: those whose results count.
  const runs = [...new Set([...subject.results.map(({ run }) => run), last])];
  const findings = new Map<string, string>();
  for (const { code, reason } of runs.flatMap(({ verdicts }) => mustFindings(verdicts))) {
    if (!findings.has(code)) findings.set(code, reason);
  }
  const facts = new Map([...factsOf(subject, last), ...configured]);
  return { name: subject.name, notes: notesOf(subject), facts, cases: subject.results.map(caseOf), findings };
}

function caseOf({ id, verdict, reason, scenario }: Result): Case {
  return {
    ...{ id, verdict, reason },
    name: scenario?.name ?? id,
    grade: scenario?.grade ?? null,
    took: scenario?.durationMs ?? null,
  };
}

function factsOf({ runs }: Subject, { verdicts }: RunFiles): [string, string][] {
  const { harness, participant, systemUnderTest } = verdicts;
  return [
    ['participant', `${participant.name}${participant.bundled ? ' (bundled)' : ''}`],
    ['roles', [...new Set(runs.flatMap((run) => run.verdicts.participant.roles))].join(', ')],
    ['system under test', buildText(buildOf(verdicts))],
    ['boundary', systemUnderTest.boundary ?? 'not stated'],
    ['stage', verdicts.stage],
    ['release', verdicts.release],
    ['harness', `${harness.version}, commit ${harness.commit ?? 'not known'}`],
    ['scenario set', `${harness.scenarioSet.slice(0, 12)}${harness.modified ? ', modified' : ''}`],
    ['cut off', runs.some((run) => run.verdicts.partial) ? 'yes' : 'no'],
  ];
}

function notesOf({ runs, gaps, kind }: Subject): string[] {
  const all = [...new Set(runs.flatMap(notes))];
  return kind === 'campaign' && gaps.length > 0 ? [...all, `The campaign has gaps: ${gaps.length}.`] : all;
}
