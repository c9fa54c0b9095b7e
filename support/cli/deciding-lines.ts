/** What is kept of a failure text when there is no room for all, the most telling first. */
const byWeight: readonly RegExp[] = [
  // What failed, in a sentence: `Row 2: IF-032 … did not come`. Other lines begin with the name of a column.
  /^(?![a-z]+\s{2,})\S/,
  // The field that differs.
  /^\s+\S+: expected /,
  /^expected\s/,
  /^(?:came|got)\s/,
  /^fault\s/,
  /^check\s/,
  /^next\s/,
  /^step\s/,
  /^elapsed\s/,
];

/** The lines of a failure text that decide, at most `room` of them, in their order. */
export function decidingLines(reason: string, room: number): { lines: string[]; cut: boolean } {
  const all = reason.split('\n').filter((line) => line.trim() !== '');
  if (all.length <= room) return { lines: all, cut: false };
  const weight = (line: string) => {
    const found = byWeight.findIndex((pattern) => pattern.test(line));
    return found < 0 ? byWeight.length : found;
  };
  const kept = all
    .map((line, index) => ({ line, index, weight: weight(line) }))
    .sort((a, b) => a.weight - b.weight || a.index - b.index)
    .slice(0, room)
    .sort((a, b) => a.index - b.index);
  return { lines: kept.map(({ line }) => line), cut: true };
}
