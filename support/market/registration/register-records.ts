import { effectiveFrom } from '../../catalogue';
import type { Context, Records } from '../types';
import { allHeld } from './held-blocks';
import { isLoaded, type Register } from './register';

/** The answer of the records probe. */
export function registerRecords(register: Register, context: Context): Omit<Records, 'mpan' | 'booked' | 'exceptions'> {
  const { supplier } = register;
  const begins = context.market.effectiveDatesBeginAt;
  return {
    supplier: supplier && { dipId: supplier.dipId, from: effectiveFrom(supplier.since, begins) },
    appointments: register.appointments.map(({ service, provider, from, to, status, code }) => ({
      service,
      dipId: provider.dipId,
      from,
      to,
      status,
      code,
    })),
    ...(isLoaded(register) && { facts: allHeld(register, context) }),
  };
}
