import { changing, type Draft } from './edit';
import type { Fault } from './types';

function withPredecessor({ CommonBlock: { S0 }, CustomBlock }: Draft): void {
  const { incomingSupplierDIPID, incomingSupplierMPID, supplierEffectiveFromDate } = CustomBlock.B002 ?? {};
  S0.eventCode = '[ChangeOfSupplier]';
  CustomBlock.B003 = {
    outgoingSupplierDIPID: incomingSupplierDIPID,
    outgoingSupplierMPID: incomingSupplierMPID,
    supplierEffectiveToDate: supplierEffectiveFromDate,
  };
}

export const registersAsChangeOfSupplier: Fault = {
  what: 'Publishes the first registration of an MPAN as a change of supplier, with a predecessor.',
  roles: ['REGS'],
  apply: () => changing(withPredecessor, ['IF-001 [InitialRegistration]']),
};
