import { interfaces } from './row';

const site = ['B022', 'B023', 'B024', 'B025', 'B026'] as const;
const meterData = ['B027', 'B029', 'B030', 'B031', 'B032'] as const;

/** What the Registration Service says about a supplier's registration. */
export const switching = interfaces({
  'IF-001': {
    senders: ['REGS'],
    to: { primary: ['SUP'], secondary: ['LDSO'], always: ['MDS'] },
    openHeader: true,
    events: {
      InitialRegistration: {
        name: 'First registration of an MPAN to a supplier',
        required: ['B013', 'B002', 'B004', ...site],
        optional: ['B006', ...meterData, 'B035List', 'B037List'],
        processes: ['BP006'],
        trigger: 'inferred',
      },
      ChangeOfSupplier: {
        name: 'Change of supplier secured',
        required: ['B013', 'B002', 'B003', 'B004', ...site],
        optional: ['B005', 'B006', ...meterData, 'B035List', 'B037List'],
        processes: ['BP001'],
      },
    },
  },
  'IF-002': {
    senders: ['REGS'],
    to: { primary: ['SUP'] },
    routing: 'stated',
    events: {
      GainMPANInfo: {
        name: 'What is at the site, for the incoming supplier',
        required: ['B013', ...site],
        optional: ['B005', 'B006', ...meterData, 'B905List', 'B907List', 'B908List'],
        processes: ['BP001'],
      },
    },
  },
});
