import type { Verdicts } from '../verdict';

/** What of the scenario set differs from its commit or package: `not modified`, `features and checks modified`. */
export function modifiedText({ modified, changed = [] }: Verdicts['harness']): string {
  if (!modified) return 'not modified';
  return changed.length > 0 ? `${listed(changed)} modified` : 'modified';
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
