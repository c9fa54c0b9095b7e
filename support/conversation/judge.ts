import { eventDefinition, messageLabel } from '../catalogue';
import { conversationErrors, errorsOf, nearest } from '../errors';
import type { LedgerEntry } from '../ledger';
import { deliveriesOf, isMessage, labelOf, messageOf, precedes } from './ledger-view';
import { dipIdOf } from './positions';
import { type Others, testConditions } from './test-conditions';
import type { ConversationContext, ExpectedLeg, Facet, FacetId, FieldResult, LegResult } from './types';

/** What a leg is judged against: everything seen about the MPAN, and which entry each row has. */
export interface Surroundings {
  entries: readonly LedgerEntry[];
  ctx: ConversationContext;
  /** Entry of a row, by its number. */
  rowEntry(id: string): LedgerEntry | undefined;
  /** Whether a row stands in no order: it did not pass the DIP, and nothing tells its time. */
  unordered?(id: string): boolean;
}

const raise = errorsOf(conversationErrors);

function othersOf(entry: LedgerEntry, { entries, rowEntry }: Surroundings): Others {
  return {
    asIn(ref) {
      const row = rowEntry(ref);
      if (row) return messageOf(row);
      const [interfaceId = '', event] = ref.split(/ ?\[|\]/);
      const name = { interface: interfaceId, ...(event && { event }) };
      return messageOf(entries.findLast((e) => e.kind === 'accepted' && e.seq < entry.seq && isMessage(e, name)));
    },
  };
}

/** Content: each condition of the row on the message. */
export function fieldsOf(leg: ExpectedLeg, entry: LedgerEntry, around: Surroundings): FieldResult[] {
  if (leg.conditions.length === 0) return [];
  const message = messageOf(entry);
  if (!message) return [{ field: 'body', expected: 'a readable message', actual: 'none', ok: false }];
  const { positions, values } = around.ctx;
  return testConditions(leg.conditions, message, othersOf(entry, around), { ...positions, ...values });
}

type Finding = Pick<Facet, 'ok' | 'reason'>;
const holds: Finding = { ok: true, reason: '' };

/** An answer after its request: the request that it quotes, else the first one about the MPAN. */
function afterRequest(entry: LedgerEntry, { entries }: Surroundings): Finding | undefined {
  const request = eventDefinition(entry.interface ?? '', entry.event ?? '')?.answers;
  if (!request) return undefined;
  const all = entries.filter((e) => e.kind === 'accepted' && isMessage(e, request));
  const quoted = all.find((e) => e.initialCorrelationID != null && e.initialCorrelationID === entry.correlationID);
  const first = quoted ?? all[0];
  if (!first) return { ok: false, reason: `expected after ${messageLabel(request)}, which was not seen` };
  if (precedes(first, entry)) return holds;
  return {
    ok: false,
    reason: `expected after ${messageLabel(request)} (line ${first.seq}); it came before (line ${entry.seq})`,
  };
}

function afterRows(leg: ExpectedLeg, entry: LedgerEntry, around: Surroundings): Finding | undefined {
  const { rowEntry, unordered } = around;
  const after = leg.after.filter((id) => !unordered?.(id));
  if (after.length === 0) return undefined;
  const late = after.flatMap((id) => {
    const other = rowEntry(id);
    if (!other) return [`row ${id}, which was not seen`];
    return precedes(other, entry)
      ? []
      : [`row ${id} ${labelOf(other)} (line ${other.seq}); it came before (line ${entry.seq})`];
  });
  return late.length ? { ok: false, reason: `expected after ${late.join('; ')}` } : holds;
}

function audience(leg: ExpectedLeg, entry: LedgerEntry, { entries, ctx }: Surroundings): Finding {
  const reached = deliveriesOf(entry, entries).map((e) => e.to);
  const missing = leg.to.filter((position) => !reached.includes(dipIdOf(position, ctx)));
  return missing.length
    ? { ok: false, reason: `expected to be delivered to ${missing.join(', ')}; it was not` }
    : holds;
}

/** Time from what calls for the leg (its `after` rows, else the step's first entry) to its acceptance. */
function inTime(leg: ExpectedLeg, entry: LedgerEntry, { entries, ctx, rowEntry }: Surroundings): Finding | undefined {
  if (leg.within === undefined) return undefined;
  const limits = ctx.limits ?? {};
  const limit = Object.hasOwn(limits, leg.within) ? limits[leg.within]! : undefined;
  if (limit === undefined) {
    const near = nearest(leg.within, Object.keys(limits));
    const values = {
      column: 'within',
      word: leg.within,
      expected: 'a limit of the environment',
      hint: near ? `; did you mean "${near}"?` : '',
    };
    throw raise('LEGS_COLUMN_WRONG', values, `row ${leg.id}`);
  }
  const causes = leg.after.map(rowEntry).filter((e) => e !== undefined);
  const start = causes.length ? causes : entries.filter((e) => e.seq > (ctx.sinceSeq ?? 0)).slice(0, 1);
  const took = Date.parse(entry.at) - Math.max(...start.map((e) => Date.parse(e.at)));
  return took <= limit
    ? holds
    : { ok: false, reason: `expected within ${limit} ms (${leg.within}); it took ${took} ms` };
}

/** Judges a row against the entry that was taken for it, facet by facet. */
export function judge(leg: ExpectedLeg, entry: LedgerEntry | undefined, around: Surroundings): LegResult {
  const fields = entry ? fieldsOf(leg, entry, around) : [];
  const must = leg.level ?? 'must';
  const facets: Facet[] = [];
  const add = (id: FacetId, level: 'must' | 'should', found: Finding | undefined) => {
    if (found) facets.push({ id, level, ...found, ledger: entry ? [entry.seq] : [] });
  };
  add('leg-seen', must, entry ? holds : { ok: false, reason: 'expected; it did not come' });
  if (entry) {
    const differing = fields.filter((f) => !f.ok).map((f) => `${f.field}: expected ${f.expected}, got ${f.actual}`);
    if (fields.length) add('leg-content', must, { ok: differing.length === 0, reason: differing.join('; ') });
    add('leg-answers', must, afterRequest(entry, around));
    add('leg-order', 'should', afterRows(leg, entry, around));
    const stated = leg.level === 'must' && leg.to.length === 1;
    add('leg-audience', stated ? 'must' : 'should', audience(leg, entry, around));
    add('leg-within', 'should', inTime(leg, entry, around));
  }
  const ok = facets.every((f) => f.ok || f.level === 'should');
  return { leg, ...(entry && { entry }), fields, facets, ok };
}
