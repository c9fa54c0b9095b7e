import { messageLabel } from '../catalogue';
import { column } from '../checks';
import type { LedgerEntry } from '../ledger';
import { aboutMpan, deliveriesOf, isSubmission, labelOf } from './ledger-view';
import { positionOf } from './positions';
import type { ConversationContext, ExpectedLeg } from './types';

/** What the lines of a failure need to know of the conversation. */
export type Parties = Pick<ConversationContext, 'mpan' | 'positions' | 'sinceSeq'>;

const seconds = (ms: number) => `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;

/** A line that goes on with the column above it. */
export const below = (text: string) => column('', text);

/** A row of the table: `1  SUP (incoming) → REGS  IF-031 [MSApp]  for MPAN …`. */
export const rowLine = ({ id, from, to, message }: ExpectedLeg, { mpan }: Parties) =>
  `${id}  ${from} → ${to.join(', ')}  ${messageLabel(message)}  for MPAN ${mpan}`;

/** Time against limit, with where the limit comes from. */
export const elapsedLine = (ms: number, { limitMs, limitSource }: ConversationContext) =>
  column('elapsed', `${seconds(ms)} of ${seconds(limitMs)} (${limitSource})`);

// The conversation so far: the last messages about the MPAN, each with whom it reached.
function seenLines(entries: readonly LedgerEntry[], ctx: Parties): string[] {
  const seen = entries.filter((e) => isSubmission(e) && e.seq > (ctx.sinceSeq ?? 0));
  if (seen.length === 0) return [column('seen', `no message about MPAN ${ctx.mpan}`)];
  const start = Date.parse(seen[0]!.at);
  const last = seen.slice(-6);
  const lines = last.map((e) => {
    const to = deliveriesOf(e, entries).map((d) => positionOf(d.to, ctx));
    const target = e.kind === 'refused' ? 'refused by the DIP' : to.length ? to.join(', ') : 'nobody yet';
    return `line ${e.seq}  +${Date.parse(e.at) - start} ms  ${positionOf(e.from, ctx)} → ${target}  ${labelOf(e)}`;
  });
  const left = seen.length - last.length;
  return [...(left > 0 ? [`${left} more before`] : []), ...lines].map((line, i) => column(i === 0 ? 'seen' : '', line));
}

// Every source that was asked, so that a reader knows where nothing was found.
function lookedLine(entries: readonly LedgerEntry[], ctx: Parties): string {
  const count = (source: string) => {
    const lines = entries.filter((e) => e.source === source).length;
    return `${lines} ${lines === 1 ? 'line' : 'lines'}`;
  };
  const names: Record<string, string> = {
    dip: 'what the simulated DIP saw',
    harness: 'what the harness did',
    participant: 'what its probe answered',
  };
  const sources = [...new Set(['dip', ...entries.map((e) => e.source)])];
  const told = sources.map((source) => `${names[source] ?? source} (${count(source)})`).join(', ');
  return column('looked', `in ledger.ndjson, MPAN ${ctx.mpan}: ${told}`);
}

/** What was seen of the conversation, the time where a limit applies, and where we looked. */
export function conversationLines(all: readonly LedgerEntry[], ctx: Parties, time?: string): string[] {
  const entries = aboutMpan(all, ctx.mpan);
  return [...seenLines(entries, ctx), ...(time === undefined ? [] : [time]), lookedLine(entries, ctx)];
}
