import type { Verdicts } from '../verdict';
import { onOtherRelease } from './release-text';
import { count } from './text';
import { mustFindings, type VerdictKind } from './totals';

/** `good` is the green one. */
export type Tone = 'good' | 'bad' | 'unsure';

export interface Headline {
  tone: Tone;
  /** A few words: `Failed`. */
  title: string;
  /** What the title rests on, in numbers. */
  text: string;
}

/** How each verdict is written: the mark beside the word serves who cannot tell the colours. */
export const verdictWords: Record<VerdictKind, { word: string; mark: string; tone: Tone | 'quiet' }> = {
  pass: { word: 'pass', mark: '✓', tone: 'good' },
  fail: { word: 'fail', mark: '✕', tone: 'bad' },
  inconclusive: { word: 'inconclusive', mark: '?', tone: 'unsure' },
  waiting: { word: 'waiting', mark: '…', tone: 'unsure' },
  'not-applicable': { word: 'not applicable', mark: '–', tone: 'quiet' },
  'not-run': { word: 'not run', mark: '–', tone: 'quiet' },
};

/**
 * The verdict of the whole run. Good only when everything that ran passed, nothing waits, the run was not cut off,
 * the exit code is 0 and the ledger proves itself.
 */
export function headline(verdicts: Verdicts, ledgerProblem?: string): Headline {
  const { totals, exitCode, partial } = verdicts;
  const text = numbers(verdicts);
  const findings = mustFindings(verdicts);
  const failed = totals.fail > 0 || findings.some(({ blame }) => blame === 'participant') || exitCode === 1;
  if (failed) return { tone: 'bad', title: 'Failed', text };
  if (partial) return { tone: 'unsure', title: 'Cut off', text };
  if (exitCode === 2) return { tone: 'bad', title: 'Did not start', text };
  if (totals.inconclusive > 0 || findings.length > 0 || exitCode !== 0)
    return { tone: 'unsure', title: 'Inconclusive', text };
  if (totals.waiting > 0) return { tone: 'unsure', title: 'Waiting', text };
  if (totals.pass === 0) return { tone: 'unsure', title: 'Nothing was shown', text };
  if (ledgerProblem) return { tone: 'unsure', title: 'Passed, but the ledger is damaged', text };
  return { tone: 'good', title: totals.observations > 0 ? 'Passed, with observations' : 'Passed', text };
}

/** The run in one line, for titles: who, at which stage, which run, and what takes weight from it. */
export function runTitle({ participant, stage, dip, run, partial, ...releases }: Verdicts): string {
  const marks = [
    participant.bundled && 'bundled reference participant: demonstration',
    isRehearsal({ stage, dip }) && 'rehearsal on a simulated DIP',
    partial && 'partial run',
    onOtherRelease(releases) && `not the release in force: ${releases.release}`,
  ];
  const noted = marks.filter(Boolean).join('; ');
  return `${participant.name}, ${stage}, ${run}${noted && ` (${noted})`}`;
}

/** Whether a run at UIT met a DIP that was not real. */
export const isRehearsal = ({ stage, dip }: Pick<Verdicts, 'stage' | 'dip'>): boolean =>
  stage === 'UIT' && dip === 'simulated';

function numbers(verdicts: Verdicts): string {
  const { totals } = verdicts;
  const ran = totals.pass + totals.fail + totals.inconclusive;
  const parts = [`${totals.pass} of the ${count(ran, 'scenario')} that ran passed`];
  if (totals.fail > 0) parts.push(`${totals.fail} failed`);
  if (totals.inconclusive > 0) parts.push(`${totals.inconclusive} inconclusive`);
  if (totals.waiting > 0) parts.push(`${totals.waiting} waiting`);
  const findings = mustFindings(verdicts).length;
  if (findings > 0) parts.push(`${count(findings, 'finding')} of the run`);
  if (totals.observations > 0) parts.push(count(totals.observations, 'observation'));
  // With --strict an observation fails the run though no scenario failed.
  const strict = verdicts.exitCode === 1 && totals.fail === 0 && findings === 0 && totals.observations > 0;
  return `${parts.join(', ')}${strict ? '; observations count as failures in this run' : ''}.`;
}
