import type { ErrorDefinition } from './error';

export const evidenceErrors = {
  EVIDENCE_RUN_MISSING: {
    kind: 'configuration',
    text: '{file} is not in the run folder',
    cause: 'The folder is not that of a run, or the run ended before it wrote its verdicts.',
    fix: 'name a folder under reports/ that holds verdicts.json; reports/latest.txt names the last one',
  },
  EVIDENCE_RUN_UNREADABLE: {
    kind: 'configuration',
    text: '{file} cannot be read: {problem}',
    cause: 'The file was edited, cut off, or written by another version of the harness.',
    fix: 'run the scenarios again, or report with the version of the harness that made the run',
  },
  EVIDENCE_TOTALS_DISAGREE: {
    kind: 'harness',
    text: 'verdicts.json contradicts itself: {problem}',
    cause: 'The file was edited after the run, or the harness counted wrongly.',
    fix: 'run the scenarios again; evidence is not written from verdicts that do not add up',
  },
  RUN_NOT_NAMED: {
    kind: 'configuration',
    text: 'No run is named, and {file} names none',
    cause: 'No run was made in this folder, or runs were written elsewhere with --out.',
    fix: 'name the folder of a run, or make one with "qualify run"',
  },
  RUN_UNKNOWN: {
    kind: 'configuration',
    text: 'There is no run {run}',
    cause: 'The name is misspelt, the run was removed, or it was written elsewhere with --out.',
    fix: '{hint}Name a folder that holds verdicts.json, or a run under reports/.',
  },
  RUN_ROLE_OTHER: {
    kind: 'configuration',
    text: 'The run did not test the participant as {role}',
    cause: 'A run shows only the roles that it was made for.',
    fix: 'Choose one of {roles}, or make a run with --role {role}.',
  },
} satisfies Record<string, ErrorDefinition>;
