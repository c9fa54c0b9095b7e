import { changing } from './edit';
import type { Fault } from './types';

export const namesUnknownRecipient: Fault = {
  what: 'Names a primary recipient that the DIP does not know.',
  roles: ['REGS'],
  apply: () => changing(({ CommonBlock: { A0 } }) => void (A0 && (A0.primaryRecipients = ['2999999999'])), ['IF-033']),
};
