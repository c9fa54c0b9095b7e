const names = ['tests', 'suites', 'pass', 'fail', 'cancelled', 'skipped', 'todo', 'duration_ms'] as const;

/** What node's test runner says at its end. */
export type Counts = Record<(typeof names)[number], number>;

/** Reads the closing lines of a TAP report, `# tests 12`. A run that died before them counts as one failure. */
export function readCounts(tap: string): Counts {
  const number = (name: string) => Number(new RegExp(`^# ${name} ([\\d.]+)$`, 'm').exec(tap)?.[1] ?? 0);
  const counts = Object.fromEntries(names.map((name) => [name, number(name)])) as Counts;
  return /^# tests \d/m.test(tap) ? counts : { ...counts, fail: 1 };
}

export function addCounts(all: readonly Counts[]): Counts {
  const sum = (name: keyof Counts) => all.reduce((total, counts) => total + counts[name], 0);
  return Object.fromEntries(names.map((name) => [name, sum(name)])) as Counts;
}

/** The same closing lines as node prints for one process. */
export function formatCounts(counts: Counts): string {
  return names.map((name) => `# ${name} ${Math.round(counts[name])}`).join('\n');
}

/** Nothing failed, and something was tested. */
export function isGood(counts: Counts): boolean {
  return counts.tests > 0 && counts.fail + counts.cancelled === 0;
}
