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
import { alignments } from './alignment';
import { factAt, learnFacts } from './facts';
import { withRetrieverOf } from './retriever';
import * as say from './say-outcomes';
import { becomeOperational, missingServices } from './status';
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
  const served = andThen(switched, (state) => changeServices(state, day, context));
  return andThen(served, (state) => becomeOperational(state, context));
}

function changeSupplier(register: LoadedRegister, it: Switch, context: Context): Reaction<LoadedRegister> {
  const queued = queuedFor(register, it);
  const outgoing = register.appointments.filter(
    (one) => one.status === 'accepted' && one.supplier.dipId === register.supplier?.dipId && !queued.includes(one),
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
    messages: [
      ...begun.messages,
      ...outgoing.map((one) => say.lapse(one, null)),
      ...(register.supplier ? [] : missingServices(begun.state)),
    ],
    ...(begun.others && { others: begun.others }),
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
    state = withConsent(
      withRetrieverOf(
        amend(state, (it) => it === next, { status: 'active' }),
        next,
        ended,
      ),
      next,
    );
  }
  const messages: Outgoing[] = pairs.map(({ next }) => say.active(state, next, context));
  for (const { next, ended } of pairs) {
    if (ended && ended.provider.dipId !== next.provider.dipId) {
      messages.push(say.deAppointed(ended, next, reason, incoming));
    }
  }
  const effects = due.map(({ provider }) => ({ note: `${provider.dipId} is active` }));
  return { state, messages, effects, others: alignments(state, context) };
}

/** The consent that the supplier proposed with a data service holds from its start, where it is another than before. */
function withConsent(register: LoadedRegister, { block, from }: Appointment): LoadedRegister {
  if (!block || !('B071' in block)) return register;
  const consentGranularity = block.B071.supplierProposedConsentGranularity;
  if (factAt(register.facts, 'B068')?.consentGranularity === consentGranularity) return register;
  const B068 = { consentGranularity, consentGranularityEffectiveFromDate: from };
  return { ...register, facts: learnFacts(register.facts, { B068 }, from) };
}
