import { emptyRecords, learnIncoming, learnNotice, loadRecords, type PartyRecords, showRecords } from './party-records';
import { defineRole, exception, stay } from '../role';

/** A role that takes copies of what the Registration Service notifies, and sends nothing: LDSO, MDS, EES and the like. */
export const observer = defineRole<PartyRecords>({
  initial: emptyRecords,
  message(state, seen) {
    switch (seen.interface) {
      case 'IF-001':
        return stay(learnIncoming(state, seen), 'The supplier changes');
      case 'IF-036':
      case 'IF-037': {
        const next = learnNotice(state, seen);
        if (!next) return exception(state, seen, 'tells of no appointment');
        return stay(learnIncoming(next, seen), `Takes a copy of ${seen.label}`);
      }
      default:
        return exception(state, seen, 'takes no copy of such a message here');
    }
  },
  act: (state, act, args, context) =>
    act === 'loadMeteringPoint'
      ? stay(loadRecords(state, args, context), 'The MPAN is loaded')
      : stay(state, `Has no part in ${act}`),
  records: showRecords,
});
