import { count, duration } from '../text';
import { slowFloorMs, slowRatio, type Comparison, type Pair } from './compare';

/** One table of a comparison. */
export interface ComparisonSection {
  title: string;
  head: string[];
  rows: string[][];
  /** What it comes to, in a line. */
  total: string;
}

/** The tables of a comparison that hold something, what broke first. */
export function comparisonSections(c: Comparison): ComparisonSection[] {
  const firstLine = (text: string | null) => text?.split('\n')[0] ?? '';
  const verdicts = ({ before, after }: Pair) => `${before.verdict} > ${after.verdict}`;
  const pairs = (title: string, list: Pair[], text: string): ComparisonSection => {
    const rows = list.map((one) => [one.id, verdicts(one), one.name, firstLine(one.after.reason)]);
    return section(title, ['scenario', 'verdict', 'name', 'reason after'], rows, text);
  };
  const single = (title: string, list: Comparison['added'], other: string, text: string) =>
    section(
      title,
      ['scenario', 'verdict', 'name', other],
      list.map(({ id, verdict, name, why }) => [id, verdict, name, firstLine(why)]),
      text,
    );
  const findings = (title: string, list: Comparison['findingsNew'], text: string) =>
    section(
      title,
      ['code', 'reason'],
      list.map(({ code, reason }) => [code, firstLine(reason)]),
      text,
    );
  const longer = c.longer.map(({ id, name, before, after }) => [id, duration(before.took), duration(after.took), name]);
  const rule = `at least ${slowRatio} times and ${duration(slowFloorMs)} more; no verdict rests on it`;
  return [
    pairs('Regressions', c.regressions, 'worse than before'),
    findings('New findings of the run', c.findingsNew, 'of the run, which no scenario claims'),
    pairs('Fixes', c.fixes, 'better than before'),
    findings('Findings of the run that are gone', c.findingsGone, 'of the run, no longer there'),
    pairs('Still failing', c.stillFailing, 'failed before and after'),
    pairs('Changed', c.changed, 'open in another way than before'),
    single('New', c.added, 'before', 'did not run before'),
    single('Gone', c.gone, 'after', 'do not run any more'),
    section('Took longer', ['scenario', 'before', 'after', 'name'], longer, rule),
    section(
      'Another grade of proof',
      ['scenario', 'before', 'after', 'name'],
      c.proof.map(({ id, name, before, after }) => [id, before.grade ?? 'none', after.grade ?? 'none', name]),
      'passed both times',
    ),
    section(
      'What else differs',
      ['what', 'before', 'after'],
      c.facts.map(({ what, a, b }) => [what, a, b]),
      'of profile, environment, release, harness, system under test',
    ),
  ].filter(({ rows }) => rows.length > 0);
}

function section(title: string, head: string[], rows: string[][], text: string): ComparisonSection {
  return { title, head, rows, total: `${rows.length}: ${text}` };
}

/** `2 regressions, 1 fix`: the comparison in a line. */
export function comparisonText(c: Comparison): string {
  const parts = [
    count(c.regressions.length, 'regression'),
    count(c.fixes.length, 'fix', 'fixes'),
    `${c.stillFailing.length} still failing`,
    `${c.added.length} new`,
    `${c.gone.length} gone`,
    `${c.longer.length} took longer`,
  ];
  const findings =
    c.findingsNew.length > 0 ? [count(c.findingsNew.length, 'new finding of the run', 'new findings of the run')] : [];
  return `${[...parts, ...findings].join(', ')}; ${c.compared} ran on both sides`;
}
