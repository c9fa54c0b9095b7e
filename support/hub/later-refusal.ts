import { codeText, messageLabel } from '../catalogue';
import type { ReportRequest } from '../control';
import type { Dip } from '../dip';
import { controlErrors, errorsOf } from '../errors';
import type { LedgerEntry } from '../ledger';

const raise = errorsOf(controlErrors);

/**
 * A simulated recipient refuses what was delivered to it before: a status message to the sender (L4). REQUEST_WRONG when
 * nothing of that name was delivered to it.
 */
export function refusesLater(
  { mpan, dipId, message, code }: ReportRequest,
  entries: readonly LedgerEntry[],
  dip: Pick<Dip, 'sendStatus'>,
): void {
  const delivered = entries.findLast(
    (entry) =>
      entry.kind === 'delivered' &&
      entry.to === dipId &&
      entry.mpan === mpan &&
      messageLabel({ interface: entry.interface ?? '', event: entry.event ?? '' }) === message,
  );
  if (!delivered) throw raise('REQUEST_WRONG', { problem: `no ${message} of MPAN ${mpan} was delivered to ${dipId}` });
  const { from, transactionID, reference, correlationID } = delivered;
  void dip.sendStatus(from, {
    transactionID: transactionID ?? null,
    senderUniqueReference: reference ?? null,
    correlationID: correlationID ?? null,
    senderID: dipId,
    message: codeText(code),
  });
}
