import type { LedgerEntry } from '../ledger';
import { markup } from './markup';
import { pageHead } from './page';
import { messagesTable } from './summary-messages';

/** The ledger lines of one scenario as a page of its own, for a report that shows it in a frame. */
export function messagesPage(entries: readonly LedgerEntry[], id: string): string {
  return markup`${pageHead(`Messages of ${id}`)}
<body><main>${messagesTable(entries, id)}</main></body>
</html>
`.text;
}
