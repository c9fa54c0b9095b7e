import type { LedgerEntry } from '../ledger';
import { excerpt } from './excerpt';
import { markup, type Markup, type Part } from './markup';
import { clockTime, count } from './text';

/**
 * Ledger entries as a table: who said what to whom, when, and which checks failed. `idOf`: the id of an entry's row, by
 * its place among the entries, where something links to it.
 */
export function messagesTable(
  entries: readonly LedgerEntry[],
  label: string,
  idOf: (index: number) => string | undefined = () => undefined,
): Markup {
  if (entries.length === 0) return markup`<p class="small">No message, act or answer of a probe in the ledger.</p>`;
  const positions = positionsOf(entries);
  const name = (party: string): Part => {
    const position = positions.get(party);
    return position ? markup`${position} <code>${party}</code>` : markup`<code>${party}</code>`;
  };
  return markup`<div class="wide" tabindex="0" role="region" aria-label="Messages of ${label}"><table class="legs">
<thead><tr><th scope="col" class="n">Line</th><th scope="col">Time (UTC)</th><th scope="col">From → to</th><th scope="col">Message</th><th scope="col">Kind</th><th scope="col">HTTP</th><th scope="col">Checks failed</th></tr></thead>
<tbody>${entries.map((entry, index) => rows(entry, name, idOf(index)))}</tbody></table></div>`;
}

function rows(entry: LedgerEntry, name: (party: string) => Part, id: string | undefined): Markup {
  const failed = entry.checks.filter(({ status }) => status === 'fail');
  const hasBody = entry.body !== undefined && entry.body !== null;
  return markup`<tr${id !== undefined && markup` id="${id}"`} class="${hasBody && 'has'}"><td class="n">${entry.seq}</td><td class="when">${clockTime(entry.at)}</td><td>${name(entry.from)}${entry.to !== entry.from && [' → ', name(entry.to)]}</td><td>${messageOf(entry)}</td><td>${entry.kind}</td><td>${entry.httpStatus}</td><td>${
    failed.length === 0
      ? entry.checks.length > 0 && `none of ${entry.checks.length}`
      : failed.map(
          (check) =>
            markup`<b class="${check.level === 'must' ? 'bad' : 'unsure'}">${check.id}</b> (${check.level}): ${check.reason}<br>`,
        )
  }</td></tr>${hasBody && detailRow(entry)}`;
}

/** What an entry says, in a few words: `IF-031 [MSApp]`, the name of an act. */
export function messageOf(entry: LedgerEntry): string {
  if (entry.kind === 'act') return actOf(entry);
  if (entry.kind === 'probe') return `what the probe of the ${entry.name ?? 'system'} answered`;
  const label = entry.interface ? `${entry.interface}${entry.event ? ` [${entry.event}]` : ''}` : '';
  return [label, entry.name].filter(Boolean).join(' ') || '–';
}

function actOf({ name = 'act', body }: LedgerEntry): string {
  const { kind } = (body ?? {}) as { kind?: unknown };
  return /^fault-(on|off)$/.test(name) && typeof kind === 'string' ? `${name}: ${kind}` : name;
}

/** What stands behind a line: its headers, checks and body, as they were sent. */
function detailRow(entry: LedgerEntry): Markup {
  const { text, bytes, cut } = excerpt(entry.body);
  const passed = entry.checks.filter(({ status }) => status === 'pass').map(({ id }) => id);
  const headers = Object.entries(entry.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  const note = [
    cut ? `Excerpt; the whole body is in ledger.ndjson, line ${entry.seq}.` : `ledger.ndjson, line ${entry.seq}.`,
    entry.bodySha256 && `SHA-256 of the bytes on the wire: ${entry.bodySha256}.`,
    entry.certificate && `SHA-256 fingerprint of the certificate: ${entry.certificate}.`,
    passed.length > 0 && `Checks passed: ${passed.join(', ')}.`,
    entry.redacted.length > 0 && `Redacted by rule: ${entry.redacted.join(', ')}.`,
  ].filter(Boolean);
  return markup`<tr class="body"><td></td><td colspan="6"><details><summary>Body of line ${entry.seq}, ${count(bytes, 'byte')}</summary>${
    headers.length > 0 &&
    markup`<pre>${entry.method && `${entry.method} ${entry.url ?? ''}\n`}${headers.join('\n')}</pre>`
  }<pre>${text}</pre><p class="small">${note.join(' ')}</p></details></td></tr>`;
}

/** DIP ID → position, learnt from the entries: an entry names the position of the party that is not the platform. */
function positionsOf(entries: readonly LedgerEntry[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const { from, to, position } of entries) {
    const party = from === 'DIP' || from === 'harness' ? to : from;
    if (position && party !== 'DIP' && party !== 'harness' && !known.has(party)) known.set(party, position);
  }
  return known;
}
