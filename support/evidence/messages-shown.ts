import type { RunFiles } from './run-files';
import { count } from './text';

/** Ledger lines that one page carries. Of 30,000 it had 67 MB, and a browser took nine seconds to open it. */
const mostLines = 10_000;

/**
 * Of which scenarios a page of the whole run shows the messages: of as many as fit, those that did not pass first. What it
 * leaves out is in the ledger, and in the pages of a pack and of `qualify open`.
 */
export function messagesShown({ verdicts, countOf }: Pick<RunFiles, 'verdicts' | 'countOf'>): (id: string) => boolean {
  const passed = verdicts.scenarios.filter(({ verdict }) => verdict === 'pass');
  const others = verdicts.scenarios.filter(({ verdict }) => verdict !== 'pass');
  const shown = new Set<string>();
  let left = mostLines;
  for (const { id } of [...others, ...passed]) {
    const lines = countOf?.(id) ?? 0;
    if (lines > left) continue;
    left -= lines;
    shown.add(id);
  }
  return (id) => shown.has(id);
}

/** Where the messages are that a page leaves out. */
export const elsewhere = ({ verdicts, countOf }: Pick<RunFiles, 'verdicts' | 'countOf'>, id: string): string =>
  `${count(countOf?.(id) ?? 0, 'ledger line')} of ${id} are not in this page, which would be too large for a browser: the pages of a pack and of qualify open ${verdicts.run} show them, and they stand in ledger.ndjson.`;
