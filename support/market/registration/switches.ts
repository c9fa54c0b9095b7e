import { errorsOf, marketErrors } from '../../errors';
import { argumentsOf } from '../acts';
import { amend, type Appointment, isLive, isLoaded, type LoadedRegister, type Register, type Switch } from './register';
import * as say from './say';
import { lapse } from './say-outcomes';
import { stay } from '../role';
import type { Context, Reaction } from '../types';

const raise = errorsOf(marketErrors);

/** CSS announces a switch: IF-002 goes to the incoming supplier. Throws when the MPAN is not loaded. */
export function switchPending(register: Register, args: Record<string, unknown>, context: Context): Reaction<Register> {
  const loaded = loadedOr(register, 'switchPending', context);
  const { registrationId, supplier, supplyStartDate } = argumentsOf('switchPending', args);
  if (register.switches.some((it) => it.registrationId === registrationId)) {
    return stay(register, `Switch ${registrationId} is known already`);
  }
  const it: Switch = { registrationId, supplier, supplyStartDate, status: 'pending' };
  return {
    state: { ...register, switches: [...register.switches, it] },
    messages: [say.gainInfo(loaded, it, context)],
    effects: [{ note: `Switch ${registrationId} to ${supplier.dipId} is pending` }],
  };
}

/** CSS secures the switch: IF-001. Throws when the switch is not known. */
export function switchSecured(register: Register, args: Record<string, unknown>, context: Context): Reaction<Register> {
  const loaded = loadedOr(register, 'switchSecured', context);
  const it = findSwitch(loaded, 'switchSecured', args, context);
  if (it.status !== 'pending') return stay(register, `Switch ${it.registrationId} is ${it.status} already`);
  return {
    state: withStatus(register, it, 'secured'),
    messages: [say.registered(loaded, it, context)],
    effects: [{ note: `Switch ${it.registrationId} is secured` }],
  };
}

/** CSS cancels the switch: what was accepted for it lapses. Throws when the switch is not known. */
export function switchCancelled(
  register: Register,
  args: Record<string, unknown>,
  context: Context,
): Reaction<Register> {
  const loaded = loadedOr(register, 'switchCancelled', context);
  const it = findSwitch(loaded, 'switchCancelled', args, context);
  if (!isLive(it)) return stay(register, `Switch ${it.registrationId} is ${it.status} already`);
  const queued = queuedFor(loaded, it);
  return {
    state: amend(withStatus(register, it, 'cancelled'), (one) => queued.includes(one), { status: 'lapsed' }),
    messages: queued.map((one) => lapse(one, null)),
    effects: [{ note: `Switch ${it.registrationId} is cancelled; ${queued.length} appointments lapse` }],
  };
}

/** Accepted appointments that wait for that switch. */
export function queuedFor(register: Register, { registrationId }: Switch): Appointment[] {
  return register.appointments.filter(
    (it) => it.status === 'accepted' && it.scenario === 'COS' && it.registrationId === registrationId,
  );
}

export function withStatus<R extends Register>(register: R, it: Switch, status: Switch['status']): R {
  return {
    ...register,
    switches: register.switches.map((one) => (one.registrationId === it.registrationId ? { ...one, status } : one)),
  };
}

export function loadedOr(register: Register, act: string, { mpan }: Context): LoadedRegister {
  if (!isLoaded(register)) throw raise('MARKET_POINT_NOT_LOADED', { mpan, act });
  return register;
}

function findSwitch(
  register: LoadedRegister,
  act: 'switchSecured' | 'switchCancelled',
  args: unknown,
  { mpan }: Context,
) {
  const { registrationId } = argumentsOf(act, args);
  const it = register.switches.find((one) => one.registrationId === registrationId);
  if (it) return it;
  const known = register.switches.map((one) => one.registrationId).join(', ') || 'none';
  throw raise('MARKET_SWITCH_UNKNOWN', { mpan, act, registrationId, known });
}
