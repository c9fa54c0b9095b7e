import { effectiveFrom } from '../../catalogue';
import { argumentsOf } from '../acts';
import type { Pair, Service } from '../proposal';
import { type Appointment, emptyRegister, type Register, registerRecords } from './register';
import { takeAnswer } from './answers';
import { settle } from './due';
import { takeProposal } from './proposals';
import { switchCancelled, switchPending, switchSecured } from './switches';
import { defineRole, exception, stay } from '../role';
import type { Context, Reaction } from '../types';

/** The Registration Service: holds the register of the MPAN and runs the appointment conversation. */
export const registration = defineRole<Register>({
  initial: emptyRegister,
  message(register, seen, context, refuse) {
    if (seen.interface === 'IF-031') return takeProposal(register, seen, context, refuse);
    if (seen.interface === 'IF-034') return takeAnswer(register, seen, refuse);
    return exception(register, seen, 'the Registration Service takes no such message here');
  },
  act(register, act, args, context) {
    switch (act) {
      case 'loadMeteringPoint':
        return load(register, args, context);
      case 'switchPending':
        return switchPending(register, args, context);
      case 'switchSecured':
        return switchSecured(register, args, context);
      case 'switchCancelled':
        return switchCancelled(register, args, context);
      case 'dayArrives':
        return stay({ ...register, travelledTo: later(register, argumentsOf(act, args).date) }, 'A day has come');
      default:
        return stay(register, `The Registration Service has no part in ${act}`);
    }
  },
  settle,
  records: registerRecords,
});

function later({ travelledTo }: Register, date: string): string {
  return travelledTo !== null && travelledTo > date ? travelledTo : date;
}

function load(register: Register, args: Record<string, unknown>, context: Context): Reaction<Register> {
  const point = argumentsOf('loadMeteringPoint', args);
  const from = effectiveFrom(point.since, context.market.effectiveDatesBeginAt);
  const loaded = (service: Service, provider: Pair | null): Appointment[] =>
    provider === null
      ? []
      : [
          {
            ...{ service, provider, from, to: null, status: 'active', code: null, scenario: null },
            ...{ supplier: point.supplier, registrationId: null, correlationID: null },
          },
        ];
  return stay(
    {
      ...emptyRegister(),
      booked: register.booked,
      point,
      supplier: { ...point.supplier, since: point.since },
      appointments: [...loaded('metering', point.meteringService), ...loaded('data', point.dataService)],
    },
    'The MPAN is loaded',
  );
}
