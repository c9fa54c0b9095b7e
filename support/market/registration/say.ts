import { codeText, effectiveFrom } from '../../catalogue';
import { addDays } from '../calendar';
import { eventsOf, type Proposal } from '../proposal';
import { type Appointment, held, type LoadedRegister, type Switch } from './register';
import { incomingSupplier, requester, switchBlock } from './blocks';
import { heldBlocks } from './held-blocks';
import type { Context, Outgoing } from '../types';

const begins = (date: string, context: Context) => effectiveFrom(date, context.market.effectiveDatesBeginAt);

/** IF-002 [GainMPANInfo] to the incoming supplier. */
export function gainInfo(register: LoadedRegister, it: Switch, context: Context): Outgoing {
  return {
    interface: 'IF-002',
    event: 'GainMPANInfo',
    custom: {
      ...heldBlocks(register, { interface: 'IF-002', event: 'GainMPANInfo' }, context),
      ...switchBlock(it.registrationId),
    },
    primaryRecipients: [it.supplier.dipId],
    correlationID: null,
  };
}

/**
 * IF-001 to the incoming supplier: [InitialRegistration] where nobody has supplied before, else [ChangeOfSupplier],
 * in which B003 dates the last day that the outgoing supplier supplies.
 */
export function registered(register: LoadedRegister, it: Switch, context: Context): Outgoing {
  const { supplier } = register;
  const name = { interface: 'IF-001', event: supplier ? 'ChangeOfSupplier' : 'InitialRegistration' };
  return {
    ...name,
    custom: {
      ...heldBlocks(register, name, context),
      ...switchBlock(it.registrationId),
      ...incomingSupplier(it.supplier, begins(it.supplyStartDate, context)),
      ...(supplier && {
        B003: {
          outgoingSupplierDIPID: supplier.dipId,
          outgoingSupplierMPID: supplier.mpid,
          supplierEffectiveToDate: begins(addDays(it.supplyStartDate, -1), context),
        },
      }),
    },
    primaryRecipients: [it.supplier.dipId],
    correlationID: null,
  };
}

/** IF-032, the answer to IF-031: refused when there are codes. The block is echoed. */
export function initialResponse(
  proposal: Proposal,
  to: { supplier: string; registrationId?: string; correlationID: string | null },
  codes: string[],
): Outgoing {
  return {
    interface: 'IF-032',
    event: eventsOf[proposal.service].initialResponse,
    custom: { ...proposal.block, ...switchBlock(to.registrationId) },
    response: { responseCode: codes.length === 0 ? 'A' : 'R', responseMessages: codes.map(codeText) },
    primaryRecipients: [to.supplier],
    correlationID: to.correlationID,
  };
}

/** IF-033, which asks the proposed service. */
export function request(register: LoadedRegister, it: Appointment, context: Context): Outgoing {
  const incumbent = held(register, 'metering')?.provider;
  const name = { interface: 'IF-033', event: eventsOf[it.service].request };
  return {
    ...name,
    custom: {
      ...heldBlocks(register, name, context),
      ...requester(it.supplier),
      ...it.block,
      ...(incumbent && {
        B072: { incumbentMeteringServiceDIPID: incumbent.dipId, incumbentMeteringServiceMPID: incumbent.mpid },
      }),
      ...switchBlock(it.registrationId),
    },
    primaryRecipients: [it.provider.dipId],
    correlationID: it.correlationID,
  };
}
