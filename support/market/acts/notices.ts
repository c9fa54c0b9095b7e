import type { OffDipParty } from '../../catalogue';
import type { ActName } from './all';

/** What CSS and the DCC say outside the DIP, in the words of a table (`off-DIP: switch secured active`), as acts. */
const notices: Readonly<Record<OffDipParty, Readonly<Record<string, ActName>>>> = {
  CSS: {
    'pending switch': 'switchPending',
    'switch secured active': 'switchSecured',
    'switch cancelled': 'switchCancelled',
    'first registration announced': 'announceFirstRegistration',
    'first registration confirmed': 'confirmFirstRegistration',
    'domestic premise indicator': 'changeDomesticIndicator',
  },
  DCC: {
    'retriever accepted': 'retrieverAccepted',
    'retriever refused': 'retrieverRefused',
    'service flag': 'changeDccService',
  },
};

/** The act by which the harness stands in for what CSS or the DCC says; undefined where it has none. */
export function noticeAct(from: OffDipParty, says: string): ActName | undefined {
  return Object.hasOwn(notices[from], says) ? notices[from][says] : undefined;
}

/** What CSS or the DCC can say, in the words of a table. */
export const noticesOf = (from: OffDipParty): string[] => Object.keys(notices[from]);
