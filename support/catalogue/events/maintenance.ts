import { dataServices, meteringServices } from './parties';
import { interfaces } from './row';

/** Changes to the register that a supplier asks for, each with the decision of the Registration Service. */
export const maintenance = interfaces({
  'IF-025': {
    senders: ['SUP'],
    to: { secondary: ['REGS'] },
    events: {
      ConsentGranularity: {
        name: 'How finely the customer lets data be read',
        required: ['B068'],
        optional: ['B013'],
        processes: ['BP010b'],
      },
      IHDInfo: {
        name: 'What became of the in-home display',
        required: ['B030'],
        optional: ['B013'],
        processes: ['BP010e'],
      },
      SMSO: {
        name: 'Who operates a SMETS1 meter',
        required: ['B031'],
        optional: ['B013'],
        processes: ['BP010e'],
      },
      SSCandProfileClass: {
        name: 'Profile class and settlement configuration of before',
        required: ['B032'],
        optional: ['B013'],
        processes: ['BP010e'],
      },
    },
  },
  'IF-026': {
    senders: ['REGS'],
    to: { primary: ['SUP'], secondary: [...dataServices, ...meteringServices, 'LDSO', 'MDR'], always: ['LSS', 'EES'] },
    common: ['S1', 'M0', 'R0'],
    events: {
      ConsentGranularity: {
        name: 'Decision on the consent',
        required: ['B068'],
        optional: ['B013'],
        processes: ['BP010b'],
        answers: 'IF-025 [ConsentGranularity]',
      },
      IHDInfo: {
        name: 'Decision on the in-home display',
        required: ['B030'],
        optional: ['B013'],
        processes: ['BP010e'],
        answers: 'IF-025 [IHDInfo]',
      },
      SMSO: {
        name: 'Decision on the operator of a SMETS1 meter',
        required: ['B031'],
        optional: ['B013'],
        processes: ['BP010e'],
        answers: 'IF-025 [SMSO]',
      },
      SSCandProfileClass: {
        name: 'Decision on profile class and settlement configuration',
        required: ['B032'],
        optional: ['B013'],
        processes: ['BP010e'],
        answers: 'IF-025 [SSCandProfileClass]',
      },
    },
  },
});
