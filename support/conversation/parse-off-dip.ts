import { isOffDipParty, offDipParties, parseOffDip } from '../catalogue';
import { conversationErrors, errorsOf } from '../errors';
import { parseOrder } from './parse-order';
import { parsePosition } from './positions';
import type { ExpectedLeg, LegRow } from './types';

const raise = errorsOf(conversationErrors);

const partyOf = (text: string, place: string): string =>
  isOffDipParty(text.trim()) ? text.trim() : parsePosition(text, place);

/**
 * Reads a row of a leg off the DIP: `D0168`, or `off-DIP: …` between CSS or the DCC and a position. What stands under
 * `with` is a remark. A level or a limit is refused: such a leg is shown, never judged.
 */
export function parseOffDipRow(id: string, row: LegRow, place: string): ExpectedLeg {
  const offDip = parseOffDip(row.message);
  if (!offDip) throw raise('LEGS_OFF_DIP_UNREADABLE', { word: row.message.trim() }, place);
  for (const column of ['level', 'within'] as const) {
    const word = row[column]?.trim();
    if (word) throw raise('LEGS_COLUMN_WRONG', { column, word, expected: 'for a leg off the DIP', hint: '' }, place);
  }
  const from = partyOf(row.from, place);
  const to = row.to.split(',').map((party) => partyOf(party, place));
  if (offDip.kind === 'notice' && isOffDipParty(from) === to.some(isOffDipParty)) {
    const word = `${from} → ${to.join(', ')}`;
    throw raise('LEGS_OFF_DIP_PARTIES', { word, parties: offDipParties.join(' or ') }, place);
  }
  const message = { interface: row.message.trim(), event: '' };
  return { id, from, to, message, after: parseOrder(row.order, place), conditions: [], offDip };
}
