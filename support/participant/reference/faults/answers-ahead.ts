import { edited, isOne } from './edit';
import type { Fault } from './types';

const accepted: Record<string, string> = {
  '[MSAppSPRequest]': '[MSAppAccepted]',
  '[DSAppSPRequest]': '[DSAppAccepted]',
};
const echoed = ['B012', 'B013', 'B070', 'B071'];

export const answersAhead: Fault = {
  what: 'Tells the supplier that its proposal is accepted before the proposed service has answered.',
  roles: ['REGS'],
  apply: () => ({
    outgoing(message) {
      if (!isOne(message, ['IF-033'])) return [{ message }];
      const early = edited(message, ({ CommonBlock, CustomBlock }) => {
        const { S0, S1 } = CommonBlock;
        Object.assign(S0, { interfaceID: 'IF-035', eventCode: accepted[String(S0.eventCode)] });
        S1.senderUniqueReference = String(S1.senderUniqueReference).replace('IF-033', 'IF-035');
        const supplier = CustomBlock.B012?.serviceProviderAppointmentRequestingSupplierDIPID;
        CommonBlock.A0 = { primaryRecipients: [supplier], secondaryRecipients: [], always: [] };
        for (const block of Object.keys(CustomBlock)) if (!echoed.includes(block)) delete CustomBlock[block];
        CustomBlock.B007 = { responseCode: 'A', proposedAppointmentResponseCode: 'SP000' };
      });
      return [{ message: early }, { message }];
    },
  }),
};
