import { effectiveFrom } from '../../catalogue';
import {
  amend,
  type Appointment,
  held,
  isLoaded,
  type LoadedRegister,
  reachedDay,
  type Register,
  startOf,
  type Switch,
} from './register';
import * as say from './say-outcomes';
import { queuedFor, withStatus } from './switches';
import { andThen, stay } from '../role';
import type { Context, Outgoing, Reaction } from '../types';

/** Does what the day reached for this MPAN makes due: secured switches, and appointments within a supply. */
export function settle(register: Register, context: Context): Reaction<Register> {
  if (!isLoaded(register)) return stay(register);
  const day = reachedDay(register, context);
  const due = register.switches
    .filter((it) => it.status === 'secured' && it.supplyStartDate <= day)
    .sort((a, b) => a.supplyStartDate.localeCompare(b.supplyStartDate));
  const switched = due.reduce<Reaction<LoadedRegister>>(
    (so, it) => andThen(so, (state) => changeSupplier(state, it, context)),
    stay(register),
  );
  return andThen(switched, (state) => changeServices(state, day, context));
}

function changeSupplier(register: LoadedRegister, it: Switch, context: Context): Reaction<LoadedRegister> {
  const queued = queuedFor(register, it);
  const outgoing = register.appointments.filter(
    (one) => one.status === 'accepted' && one.supplier.dipId === register.supplier.dipId && !queued.includes(one),
  );
  const left = amend(
    {
      ...withStatus(register, it, 'active'),
      supplier: { ...it.supplier, since: it.supplyStartDate },
    },
    (one) => outgoing.includes(one),
    { status: 'lapsed' },
  );
  const from = effectiveFrom(it.supplyStartDate, context.market.effectiveDatesBeginAt);
  const begun = activate(left, queued, context, 'CSUPP', { supplier: it.supplier, from });
  return {
    state: begun.state,
    messages: [...begun.messages, ...outgoing.map((one) => say.lapse(one, null))],
    effects: [{ note: `Switch ${it.registrationId} has happened` }, ...begun.effects],
  };
}

function changeServices(register: LoadedRegister, day: string, context: Context): Reaction<LoadedRegister> {
  const due = register.appointments.filter(
    (it) => it.status === 'accepted' && it.scenario !== 'COS' && (startOf(it, context) ?? day) <= day,
  );
  return due.length === 0 ? stay(register) : activate(register, due, context, 'CSERV');
}

/** Puts appointments into force: IF-036 for each, IF-037 to each service that it replaces by another. */
function activate(
  register: LoadedRegister,
  due: Appointment[],
  context: Context,
  reason: 'CSUPP' | 'CSERV',
  incoming?: { supplier: Switch['supplier']; from: string },
): Reaction<LoadedRegister> {
  const pairs = due.map((next) => ({ next, ended: held(register, next.service) }));
  let state = register;
  for (const { next, ended } of pairs) {
    state = amend(state, (it) => it === ended, { status: 'ended', to: next.from });
    state = amend(state, (it) => it === next, { status: 'active' });
  }
  const messages: Outgoing[] = pairs.map(({ next }) => say.active(state, next, context));
  for (const { next, ended } of pairs) {
    if (ended && ended.provider.dipId !== next.provider.dipId) {
      messages.push(say.deAppointed(ended, next, reason, incoming));
    }
  }
  return { state, messages, effects: due.map(({ provider }) => ({ note: `${provider.dipId} is active` })) };
}
