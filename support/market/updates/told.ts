import { argumentsOf } from '../acts';
import { addDays } from '../calendar';
import { factAt, learnFacts } from '../registration/facts';
import { heldBlocks } from '../registration/held-blocks';
import { siteRegister } from '../registration/load';
import { isLoaded, type LoadedRegister, reachedDay, type Register, segmentOf } from '../registration/register';
import { reminder } from '../registration/status';
import { loadedOr, switchPending, switchSecured } from '../registration/switches';
import { stay } from '../role';
import type { Context, Outgoing, Reaction } from '../types';
import { isNotice, type Notice, type NoticeName, notices, type Teller, tellerOf } from './notices';
import { consentAllowed } from './rules/supplier-rules';

/** How far ahead a first supply begins where CSS is given no date. */
const usualDaysAhead = 5;

/** What the Registration Service does when CSS or the LDSO tells it something, or of its own accord. */
export function told(
  register: Register,
  act: string,
  args: Record<string, unknown>,
  context: Context,
): Reaction<Register> {
  if (isNotice(act)) return publish(loadedOr(register, act, context), act, args, context);
  switch (act) {
    case 'createMpan':
      return create(register, args, context);
    case 'announceFirstRegistration': {
      const { supplier, from, registrationId } = argumentsOf(act, args);
      const supplyStartDate = from ?? addDays(reachedDay(register, context), usualDaysAhead);
      const id = registrationId ?? `FIRST-${context.mpan}`;
      return switchPending(register, { registrationId: id, supplier, supplyStartDate }, context);
    }
    case 'confirmFirstRegistration': {
      const open = register.switches.find((it) => it.status === 'pending')?.registrationId;
      const { registrationId = open ?? `FIRST-${context.mpan}` } = argumentsOf(act, args);
      return switchSecured(register, { registrationId }, context);
    }
    case 'remindSupplier': {
      const { event, note } = argumentsOf(act, args);
      const state = loadedOr(register, act, context);
      return { state, messages: [reminder(event, note)], effects: [{ note: `Reminds: ${event}` }] };
    }
    default:
      return stay(register, `The Registration Service has no part in ${act}`);
  }
}

/** The LDSO creates the MPAN: what was held of it before is gone. */
function create(register: Register, args: Record<string, unknown>, context: Context): Reaction<Register> {
  const { from, segment, energyDirection, distributor, gspGroup } = argumentsOf('createMpan', args);
  const site = {
    ...{ segment, energyDirection, meterKind: 'none' as const, energisation: 'D' as const },
    distributor: distributor ?? register.point?.distributor ?? '',
    gspGroup: gspGroup ?? register.point?.gspGroup ?? '',
    since: from ?? reachedDay(register, context),
  };
  const state = siteRegister(site, register, context);
  const name = { interface: 'IF-050', event: 'MPANCreation' };
  const messages = isLoaded(state) ? [say(name, heldBlocks(state, name, context))] : [];
  return { state, messages, effects: [{ note: 'The MPAN is created' }] };
}

function publish(
  register: LoadedRegister,
  act: NoticeName,
  args: Record<string, unknown>,
  context: Context,
): Reaction<Register> {
  const teller = tellerOf(register, context);
  const make = notices[act] as (args: unknown, teller: Teller) => Notice;
  const notice = make(argumentsOf(act, args), teller);
  const { facts, gspGroup, silent } = notice;
  const state: LoadedRegister = {
    ...register,
    facts: learnFacts(register.facts, facts, teller.begins()),
    ...(gspGroup !== undefined && { point: { ...register.point, gspGroup } }),
  };
  const message = say(notice, { ...heldBlocks(state, notice, context), ...facts });
  const messages = [
    ...(silent ? [] : [message]),
    ...(notice.invalidSegment ? [reminder('InvalidMarketSegment')] : []),
    ...(consentFits(register) && !consentFits(state) ? [reminder('ConsentGranularityInvalid')] : []),
  ];
  const text = silent ? 'nobody is told while a switch is open' : `${notice.interface} [${notice.event}]`;
  return { state, messages, effects: [{ note: `${act}: ${text}` }] };
}

const say = ({ interface: id, event }: Pick<Notice, 'interface' | 'event'>, custom: Outgoing['custom']): Outgoing => ({
  ...{ interface: id, event, custom },
  primaryRecipients: [],
  correlationID: null,
});

function consentFits(register: LoadedRegister): boolean {
  const consent = factAt(register.facts, 'B068')?.consentGranularity;
  const domestic = factAt(register.facts, 'B028')?.domesticPremiseIndicator ?? false;
  return consent === undefined || consentAllowed(consent, segmentOf(register), domestic);
}
