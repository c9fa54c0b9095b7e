import type { Frame } from './frame';
import { conversations, unclaimedPages } from './line-pages';
import type { Page } from './names';
import { overview } from './overview';
import { scenarioLists, scenarioPages } from './scenario-pages';
import { mpanTable, requirementTable, transactionTable } from './table-pages';
import type { ViewerIndex } from './viewer-index';

/** All pages of a subject, without script, one in memory at a time; links among them are relative. */
export function* viewerPages(index: ViewerIndex, frame: Frame = {}): Generator<Page> {
  yield overview(index, frame);
  yield* scenarioLists(index, frame);
  yield* scenarioPages(index, frame);
  yield* mpanTable(index, frame);
  yield* conversations(index, frame);
  yield* transactionTable(index, frame);
  yield* requirementTable(index, frame);
  yield* unclaimedPages(index, frame);
}
