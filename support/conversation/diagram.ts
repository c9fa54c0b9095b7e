import type { LedgerEntry } from '../ledger';
import { aboutMpan, deliveriesOf, isSubmission, labelOf } from './ledger-view';
import { legLabel } from './leg-label';
import { boundAs, dipIdOf, positionOf } from './positions';
import { arrowSvg, page, rowHeight, top } from './svg';
import type { ConversationContext, ExpectedLeg, LegResult, Match } from './types';

export type ArrowKind = 'seen' | 'missing' | 'differs' | 'refused' | 'other' | 'off-dip';

/** One arrow of the diagram: from a party to one or more, by DIP ID, or by name where it has none. */
export interface Arrow {
  from: string;
  to: string[];
  label: string;
  /** `+120 ms`; empty where it did not come. */
  time: string;
  kind: ArrowKind;
}

const unique = (list: readonly string[]) => [...new Set(list)];

function recipients(entry: LedgerEntry, entries: readonly LedgerEntry[]): string[] {
  return unique(deliveriesOf(entry, entries).map((d) => d.to));
}

function arrowOf(
  entry: LedgerEntry,
  result: LegResult | undefined,
  start: number,
  entries: readonly LedgerEntry[],
  ctx: ConversationContext,
): Arrow {
  if (result?.offDip) return { ...offDipArrow(result, ctx), time: `+${Date.parse(entry.at) - start} ms` };
  const expected = result?.leg.to.map((position) => dipIdOf(position, ctx)) ?? [];
  return {
    from: entry.from,
    to: unique([...expected, ...(result ? [] : recipients(entry, entries))]),
    label: `${result ? `${result.leg.id} ` : ''}${labelOf(entry)}${entry.kind === 'refused' ? ' refused' : ''}`,
    time: `+${Date.parse(entry.at) - start} ms`,
    kind: !result
      ? entry.kind === 'refused'
        ? 'refused'
        : 'other'
      : result.facets.every((f) => f.ok || f.level === 'should')
        ? 'seen'
        : 'differs',
  };
}

const missingArrow = (leg: ExpectedLeg, ctx: ConversationContext): Arrow => ({
  from: dipIdOf(leg.from, ctx),
  to: leg.to.map((position) => dipIdOf(position, ctx)),
  label: `${leg.id} ${legLabel(leg)}`,
  time: '',
  kind: 'missing',
});

/** A party off the DIP has no DIP ID, and its name is its lane. */
const laneOf = (party: string, { positions }: ConversationContext): string =>
  positions[boundAs(party, positions) ?? ''] ?? party;

const offDipArrow = ({ leg, offDip }: Pick<LegResult, 'leg' | 'offDip'>, ctx: ConversationContext): Arrow => ({
  from: laneOf(leg.from, ctx),
  to: leg.to.map((party) => laneOf(party, ctx)),
  label: `${leg.id} ${legLabel(leg)} (${offDip?.how ?? 'not seen'})`,
  time: '',
  kind: 'off-dip',
});

/** What was seen in the order of the ledger; what was not, and has no time, stands after the row before it in the table. */
export function arrowsOf(
  legs: readonly ExpectedLeg[],
  match: Match,
  all: readonly LedgerEntry[],
  ctx: ConversationContext,
): Arrow[] {
  const entries = aboutMpan(all, ctx.mpan);
  const given = new Set(match.legs.flatMap(({ offDip, entry }) => (offDip && entry ? [entry] : [])));
  const seen = entries.filter((e) => given.has(e) || (isSubmission(e) && e.seq > (ctx.sinceSeq ?? 0)));
  const start = seen.length ? Date.parse(seen[0]!.at) : 0;
  const resultOf = (entry: LedgerEntry) => match.legs.find((r) => r.entry === entry);
  const placed = seen.map((entry) => {
    const result = resultOf(entry);
    return { row: result?.leg, arrow: arrowOf(entry, result, start, entries, ctx) };
  });
  for (const [i, leg] of legs.entries()) {
    if (placed.some((p) => p.row === leg)) continue;
    const before = placed.findIndex((p) => p.row !== undefined && p.row === legs[i - 1]);
    const { offDip } = match.legs.find((result) => result.leg === leg) ?? {};
    const arrow = leg.offDip ? offDipArrow({ leg, ...(offDip && { offDip }) }, ctx) : missingArrow(leg, ctx);
    placed.splice(before + 1, 0, { row: leg, arrow });
  }
  return placed.map((p) => p.arrow);
}

/**
 * Expected against actual as an SVG that stands alone and reads in light and dark: green what came as expected, red dashed
 * what is missing, amber what differs, red what the DIP refused, grey what no row speaks of; dotted what does not pass
 * the DIP. The DIP between the parties is not drawn.
 */
export function sequenceDiagram(
  legs: readonly ExpectedLeg[],
  match: Match,
  all: readonly LedgerEntry[],
  ctx: ConversationContext,
): string {
  const arrows = arrowsOf(legs, match, all, ctx);
  const onDip = legs.filter((leg) => !leg.offDip);
  const titles = new Map<string, string>();
  for (const { offDip, from, to } of legs)
    for (const position of [from, ...to]) {
      const dipId = offDip ? laneOf(position, ctx) : dipIdOf(position, ctx);
      if (!titles.has(dipId)) titles.set(dipId, boundAs(position, ctx.positions) === undefined ? dipId : position);
    }
  for (const dipId of arrows.flatMap((a) => [a.from, ...a.to]))
    if (!titles.has(dipId)) titles.set(dipId, positionOf(dipId, ctx));
  const lanes = [...titles.keys()];
  const drawn = arrows.map((arrow, i) => arrowSvg(arrow, lanes, top + i * rowHeight));
  const count = (kind: ArrowKind) => arrows.filter((a) => a.kind === kind).length;
  const refused = count('refused') > 0 ? [`${count('refused')} refused`] : [];
  const beside = count('off-dip') > 0 ? [`${count('off-dip')} off the DIP`] : [];
  const others =
    onDip.length > 0 ? [`${count('other')} others`] : [`${count('other')} seen, and no table to compare them with`];
  const compared = [`${count('seen')} as expected`, `${count('differs')} different`, `${count('missing')} missing`];
  const summary = [...(onDip.length > 0 ? compared : []), ...refused, ...others, ...beside].join(', ');
  return page({
    title: `Messages about MPAN ${ctx.mpan}`,
    summary,
    lanes: [...titles.values()],
    rows: arrows.length,
    drawn,
  });
}
