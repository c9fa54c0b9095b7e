import { contractRows } from './contracts';
import { meterRows } from './meter-updates';
import { relationshipRows } from './relationships';
import type { UpdateRow } from './update';

const registration = ['REG0005', 'REG0006'];
const supplierItem = [...registration, 'REG1001', 'REG1019', 'REG1021', 'REG1024', 'REG1038', 'REG1039'];

/** Every request that changes the register, by the message that asks. Who may send which says the catalogue. */
export const updates: Readonly<Record<string, UpdateRow>> = {
  'IF-025 [ConsentGranularity]': {
    answer: 'IF-026',
    codes: [...supplierItem, 'REG1022'],
    facts: ['B068'],
  },
  'IF-025 [IHDInfo]': {
    answer: 'IF-026',
    codes: [...supplierItem, 'REG0003', 'REG0004', 'REG0009', 'REG1020', 'REG1096'],
    facts: ['B030'],
  },
  'IF-025 [SMSO]': {
    answer: 'IF-026',
    codes: [...supplierItem, 'REG0004', 'REG0009', 'REG1023'],
    facts: ['B031'],
  },
  'IF-025 [SSCandProfileClass]': {
    answer: 'IF-026',
    codes: [
      ...[...supplierItem, 'REG0004', 'REG0009', 'REG1040', 'REG1041', 'REG1042', 'REG1043', 'REG1044', 'REG1045'],
      'REG1088',
    ],
    facts: ['B032'],
  },
  'IF-007 [EnergisationStatusChange]': {
    answer: 'IF-008',
    codes: ['REG1002', 'REG1014', 'REG1020', 'REG1022'],
    facts: ['B025'],
  },
  ...meterRows,
  ...contractRows,
  ...relationshipRows,
};
