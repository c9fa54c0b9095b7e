import { markup } from '../markup';
import { count } from '../text';
import { framed, pager, type Frame } from './frame';
import { lineTables } from './lines';
import { linesOfPage, paged, placeOf, type Page } from './names';
import type { Line, ViewerIndex } from './viewer-index';

/** The conversation of each MPAN: every ledger line about it, in order, across scenarios. */
export function* conversations(index: ViewerIndex, frame: Frame): Generator<Page> {
  for (const [mpan, lines] of index.mpans) {
    const base = index.mpanPage(mpan);
    if (base !== undefined) yield* linePages(index, frame, base, `MPAN ${mpan}`, lines);
  }
}

/** What no scenario claims. */
export function unclaimedPages(index: ViewerIndex, frame: Frame): Generator<Page> {
  return linePages(index, frame, 'unclaimed', 'Unclaimed lines', index.unclaimed);
}

function* linePages(
  index: ViewerIndex,
  frame: Frame,
  base: string,
  what: string,
  all: readonly Line[],
): Generator<Page> {
  const pages = paged(all, linesOfPage);
  const places = pages.map((_, at) => placeOf(base, at + 1));
  for (const [at, lines] of pages.entries()) {
    const place = places[at]!;
    const title = `${what}${at > 0 ? `, page ${at + 1}` : ''}`;
    const body = markup`${pager(place, places, what)}${lineTables(index, place, lines, true)}`;
    yield framed(index, frame, { place, title, lead: `${count(all.length, 'line')} of the ledger.`, body });
  }
}
