import { defineInterface } from './event';

/** What the Registration Service says about a switch of supplier. */
export const switchEvents = [
  ...defineInterface('IF-001', {
    senders: ['REGS'],
    to: { primary: ['SUP'], secondary: ['LDSO'], always: ['MDS'] },
    openHeader: true,
    events: {
      InitialRegistration: {
        name: 'First registration of an MPAN to a supplier',
        required: ['B013', 'B002', 'B004', 'B022', 'B023', 'B024', 'B025', 'B026'],
        optional: ['B006', 'B027', 'B029', 'B030', 'B031', 'B032', 'B035List', 'B037List'],
      },
      ChangeOfSupplier: {
        name: 'Change of supplier secured',
        required: ['B013', 'B002', 'B003', 'B004', 'B022', 'B023', 'B024', 'B025', 'B026'],
        optional: ['B005', 'B006', 'B027', 'B029', 'B030', 'B031', 'B032', 'B035List', 'B037List'],
      },
    },
  }),
  ...defineInterface('IF-002', {
    senders: ['REGS'],
    to: { primary: ['SUP'] },
    events: {
      GainMPANInfo: {
        name: 'What is at the site, for the incoming supplier',
        required: ['B013', 'B022', 'B023', 'B024', 'B025', 'B026'],
        optional: ['B005', 'B006', 'B027', 'B029', 'B030', 'B031', 'B032', 'B905List', 'B907List', 'B908List'],
      },
    },
  }),
];
