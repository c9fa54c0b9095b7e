import type { Message } from '../../../catalogue';
import type { Fault } from './types';

/** The part of a transaction id that grows with time. */
const serial = ({ CommonBlock: { D0 } }: Message) => D0?.transactionID.split('-').at(-1) ?? '';

export const dropsOvertaken: Fault = {
  number: 9,
  what: 'Drops a publication that is older than the last one of its interface that it took.',
  roles: ['MSS', 'REGS'],
  apply() {
    const last = new Map<string, string>();
    return {
      book(message) {
        const { interfaceID } = message.CommonBlock.S0;
        if (serial(message) < (last.get(interfaceID) ?? '')) return [];
        last.set(interfaceID, serial(message));
        return [message];
      },
    };
  },
};
