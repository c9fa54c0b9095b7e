import { emptyRecords, learnIncoming, learnNotice, loadRecords, type PartyRecords, showRecords } from './party-records';
import { defineRole, exception, stay } from '../role';
import { keepCopy, keepFacts } from '../updates/party';

/** A role that takes copies of what the Registration Service notifies, and sends nothing: LDSO, MDS, EES and the like. */
export const observer = defineRole<PartyRecords>({
  initial: emptyRecords,
  message(state, seen, context) {
    switch (seen.interface) {
      case 'IF-001':
        return keepFacts(stay(learnIncoming(state, seen), 'The supplier changes'), seen);
      case 'IF-036':
      case 'IF-037': {
        const next = learnNotice(state, seen);
        if (!next) return exception(state, seen, 'tells of no appointment');
        return keepFacts(stay(learnIncoming(next, seen), `Takes a copy of ${seen.label}`), seen);
      }
      default:
        return keepCopy(state, seen, context);
    }
  },
  act: (state, act, args, context) =>
    act === 'loadMeteringPoint'
      ? stay(loadRecords(state, args, context), 'The MPAN is loaded')
      : stay(state, `Has no part in ${act}`),
  records: showRecords,
});
