import type { LedgerEntry } from '../ledger';
import type { ScenarioVerdict } from '../verdict';
import { messagesPage } from './messages-page';
import type { Diagram } from './run-diagrams';
import { plain } from './text';

export interface AllureFile {
  name: string;
  type: string;
  extension: string;
  text: string;
}

/**
 * What a scenario's result attaches: its diagrams, the failure with its checks, and its messages as a page, or the text
 * that stands for them.
 */
export function attachmentsOf(
  scenario: ScenarioVerdict,
  entries: readonly LedgerEntry[] | string,
  diagrams: readonly Diagram[],
): AllureFile[] {
  const files: AllureFile[] = [];
  for (const { mpan, svg } of diagrams) {
    const name = mpan ? `Message sequence, MPAN ${mpan}` : 'Message sequence';
    files.push({ name, type: 'image/svg+xml', extension: 'svg', text: svg });
  }
  const failure = failureText(scenario);
  if (failure) files.push({ name: 'Failure and observations', type: 'text/plain', extension: 'txt', text: failure });
  if (typeof entries === 'string') {
    files.push({ name: 'Messages', type: 'text/plain', extension: 'txt', text: entries });
  } else if (entries.length > 0) {
    files.push({ name: 'Messages', type: 'text/html', extension: 'html', text: messagesPage(entries, scenario.id) });
  }
  return files;
}

function failureText(scenario: ScenarioVerdict): string {
  const { blame } = scenario;
  const checks = scenario.checks
    .filter(({ status }) => status === 'fail')
    .map(({ id, level, reason, ledger }) => `check ${id} (${level}): ${reason} [ledger ${ledger.join(', ')}]`);
  const observed = scenario.observations.map(({ code, reason }) => `observation ${code}: ${reason}`);
  const head = scenario.reason ? [`${scenario.verdict}${blame ? `, blame: ${blame}` : ''}`, scenario.reason] : [];
  return plain([...head, ...checks, ...observed].join('\n'));
}
