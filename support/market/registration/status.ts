import type { Context, Outgoing, Reaction } from '../types';
import { factAt, learnFacts } from './facts';
import { heldFact, reachedDate } from './held-blocks';
import { statusBlock } from './load';
import { held, type LoadedRegister } from './register';
import { stay } from '../role';
import type { Service } from '../proposal';

/** IF-050 [MPStatusChange], which the enquiry service alone is told. */
export const statusChange = (register: LoadedRegister): Outgoing => ({
  interface: 'IF-050',
  event: 'MPStatusChange',
  custom: { B079: factAt(register.facts, 'B079')! },
  primaryRecipients: [],
  correlationID: null,
});

/**
 * A created MPAN becomes operational and traded when it is supplied and energised (assumption mpan-operational): the
 * message and its blocks are published, what starts it is not.
 */
export function becomeOperational(register: LoadedRegister, context: Context): Reaction<LoadedRegister> {
  const status = factAt(register.facts, 'B079');
  const energised = heldFact(register, 'B025', context)?.energisationStatus === 'E';
  if (status?.RMPStatus !== 'C' || !register.supplier || !energised) return stay(register);
  const from = reachedDate(register, context);
  const state = { ...register, facts: learnFacts(register.facts, statusBlock('O', 'T', from), from) };
  return { state, messages: [statusChange(state)], effects: [{ note: 'The MPAN is operational' }] };
}

const missing = { metering: 'NoMSAppointed', data: 'NoDSAppointed' } as const;

/** IF-045: reminds the supplier of what is overdue; B060 may say more. */
export const reminder = (
  event: 'NoMSAppointed' | 'NoDSAppointed' | 'ConsentGranularityInvalid' | 'InvalidMarketSegment',
  additionalInformation?: string,
): Outgoing => ({
  interface: 'IF-045',
  event,
  custom: additionalInformation === undefined ? {} : { B060: { additionalInformation } },
  primaryRecipients: [],
  correlationID: null,
});

/** Reminders of the services that a supply begins without. */
export function missingServices(register: LoadedRegister): Outgoing[] {
  const services: Service[] = ['metering', 'data'];
  return services.filter((it) => !held(register, it)).map((it) => reminder(missing[it]));
}
