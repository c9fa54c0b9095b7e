import type { CustomBlocks } from '../../catalogue';
import { eventsOf, outcome, type Pair } from '../proposal';
import { assignedItems } from '../retriever/blocks';
import { type Appointment, held, type LoadedRegister } from './register';
import { appointed, type EndReason, endOf, incomingSupplier, requester, successor, switchBlock } from './blocks';
import { heldBlocks } from './held-blocks';
import type { Context, Outgoing } from '../types';

/** IF-035 to the supplier: Accepted or Rejected with the service's B007, Lapsed also to the service. */
export function status(
  it: Appointment,
  stage: 'accepted' | 'rejected' | 'lapsed',
  B007: CustomBlocks['B007'],
): Outgoing {
  return {
    interface: 'IF-035',
    event: eventsOf[it.service][stage],
    custom: {
      ...{ B007, ...requester(it.supplier), ...it.block, ...switchBlock(it.registrationId) },
      ...(stage === 'accepted' && it.retriever && { B019: assignedItems(it.retriever) }),
    },
    primaryRecipients: stage === 'lapsed' ? [it.supplier.dipId, it.provider.dipId] : [it.supplier.dipId],
    correlationID: it.correlationID,
  };
}

/** IF-035 [..Lapsed]: an accepted appointment that cannot take effect. */
export function lapse(it: Appointment, code: string | null): Outgoing {
  return status(it, 'lapsed', outcome('L', code));
}

/** IF-035 [IMS-SendMTD] to the incumbent metering service. */
export function sendDetails(it: Appointment, incumbent: Pair, B007: CustomBlocks['B007']): Outgoing {
  return {
    ...status(it, 'accepted', B007),
    event: 'IMS-SendMTD',
    primaryRecipients: [incumbent.dipId],
  };
}

/** IF-036, the appointment is in force; `partner` is the other kind of service. */
export function active(register: LoadedRegister, it: Appointment, context: Context): Outgoing {
  const partner = held(register, it.service === 'metering' ? 'data' : 'metering');
  const name = { interface: 'IF-036', event: eventsOf[it.service].active };
  return {
    ...name,
    custom: {
      ...heldBlocks(register, name, context),
      ...requester(it.supplier),
      ...appointed(it),
      ...(partner && successor(partner, 'partner')),
      ...switchBlock(it.registrationId),
    },
    primaryRecipients: [it.provider.dipId],
    correlationID: it.correlationID,
  };
}

/** IF-037 to the service that ends; its end date is the day on which the successor begins. */
export function deAppointed(
  ended: Appointment,
  next: Appointment,
  reason: EndReason,
  incoming?: { supplier: Pair; from: string },
): Outgoing {
  return {
    interface: 'IF-037',
    event: eventsOf[ended.service].deAppointed,
    custom: {
      ...endOf(ended.service, ended, next.from, reason),
      ...successor(next, 'successor'),
      ...(incoming && incomingSupplier(incoming.supplier, incoming.from)),
      ...switchBlock(next.registrationId),
    },
    primaryRecipients: [ended.provider.dipId],
    correlationID: next.correlationID,
  };
}
