import { dataServices, meteringServices } from './parties';
import { interfaces } from './row';

/** A customer contracts with a service itself: the service records it, the Registration Service answers. */
export const directContract = interfaces({
  'IF-038': {
    to: { secondary: ['REGS'] },
    events: {
      DirectContractMSAdd: {
        name: 'The customer contracts with the Metering Service itself',
        senders: meteringServices,
        required: ['B020'],
        processes: ['BP010e'],
      },
      DirectContractDSAdd: {
        name: 'The customer contracts with the Data Service itself',
        senders: dataServices,
        required: ['B021'],
        processes: ['BP010e'],
      },
      DirectContractDSRemove: {
        name: 'No more contract between customer and Data Service',
        senders: dataServices,
        processes: ['BP010e'],
      },
      DirectContractMSRemove: {
        name: 'No more contract between customer and Metering Service',
        senders: meteringServices,
        processes: ['BP010e'],
      },
    },
  },
  'IF-039': {
    senders: ['REGS'],
    common: ['S1', 'M0', 'R0'],
    events: {
      DirectContractMSAdd: {
        name: 'Decision on a contract with the Metering Service',
        to: { primary: meteringServices },
        required: ['B020'],
        processes: ['BP010e'],
        answers: 'IF-038 [DirectContractMSAdd]',
      },
      DirectContractDSAdd: {
        name: 'Decision on a contract with the Data Service',
        to: { primary: dataServices },
        required: ['B021'],
        processes: ['BP010e'],
        answers: 'IF-038 [DirectContractDSAdd]',
      },
      DirectContractMSRemove: {
        name: 'Decision on the end of a contract with the Metering Service',
        to: { primary: meteringServices },
        processes: ['BP010e'],
        answers: 'IF-038 [DirectContractMSRemove]',
      },
      DirectContractDSRemove: {
        name: 'Decision on the end of a contract with the Data Service',
        to: { primary: dataServices },
        processes: ['BP010e'],
        answers: 'IF-038 [DirectContractDSRemove]',
      },
    },
  },
});
