import { type CustomBlocks, instant, localDateOf } from '../../catalogue';
import { addDays } from '../calendar';
import { proposalOf } from '../proposal';
import type { Assigned } from '../retriever/blocks';
import { namedOf, nominatedOf } from '../retriever/blocks';
import type { Context } from '../types';
import { held, type LoadedRegister, reachedDay } from './register';

/** How far ahead a retriever may start, days (REG1082); another source says 28. */
const daysAhead = 5; // assumption retriever-start-ahead

type Custom = Partial<CustomBlocks>;

const moment = (dateTime: string) => instant(dateTime) ?? 0;

/**
 * What speaks against another retriever that a Smart Data Service asks for by IF-034 [SDS-MDRUpdate]. Whoever is not
 * appointed is told only that. Codes: REG1080, REG1081, REG1093, REG1098, REG1084, REG1036, REG1083, REG1082.
 */
export function updateFaults(
  register: LoadedRegister,
  { sender, custom }: { sender: string; custom: Custom },
  context: Context,
): string[] {
  const { B012, B018 } = custom;
  if (held(register, 'data')?.provider.dipId !== sender) return ['REG1080'];
  if (!B018) return [];
  const asked = namedOf(B018);
  const { assigned } = register.retrieval;
  const codes = [...partyFaults(asked, context), ...startFaults(register, asked.from, context)];
  if (assigned?.dipId === asked.dipId) codes.push('REG1098');
  else if (assigned && moment(asked.from) <= moment(assigned.from)) codes.push('REG1083');
  if (B012?.serviceProviderAppointmentRequestingSupplierDIPID !== register.supplier?.dipId) codes.push('REG1084');
  const day = localDateOf(asked.from, context.market.effectiveDatesBeginAt);
  if (day !== undefined && day > addDays(reachedDay(register, context), daysAhead)) codes.push('REG1082');
  return [...new Set(codes)].sort((a, b) => rank(a) - rank(b));
}

const order = ['REG1080', 'REG1081', 'REG1093', 'REG1098'];
const rank = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);

function partyFaults({ dipId, mpid }: Pick<Assigned, 'dipId' | 'mpid'>, { market }: Context): string[] {
  const party = market.parties.find((it) => it.dipId === dipId);
  if (party?.role !== 'MDR') return ['REG1081'];
  return party.mpid === mpid ? [] : ['REG1093'];
}

/** REG1083 for a date that begins no day, REG1036 for one outside the supplier's ownership. */
function startFaults(register: LoadedRegister, from: string, context: Context): string[] {
  const day = localDateOf(from, context.market.effectiveDatesBeginAt);
  if (day === undefined) return ['REG1083'];
  const leaves = register.switches.find((it) => it.status === 'secured');
  const since = register.supplier?.since;
  const outside = (since !== undefined && day < since) || (leaves !== undefined && day >= leaves.supplyStartDate);
  return outside ? ['REG1036'] : [];
}

/**
 * What speaks against the retriever that a supplier nominates with a Data Service by IF-031 [DSApp]. Codes: REG1092,
 * REG1088, REG1083, REG1036.
 */
export function nominationFaults(custom: Custom, { market }: Pick<Context, 'market'>): string[] {
  const nominated = custom.B071 && nominatedOf(custom.B071);
  const proposal = proposalOf(custom, 'data');
  if (!nominated || !proposal) return [];
  const codes: string[] = [];
  const known = market.parties.find((it) => it.dipId === nominated.dipId && it.role === 'MDR');
  if (known?.mpid !== nominated.mpid) codes.push('REG1092');
  if (nominated.from === null) return [...codes, 'REG1088'];
  if (localDateOf(nominated.from, market.effectiveDatesBeginAt) === undefined) codes.push('REG1083');
  else if (moment(nominated.from) < moment(proposal.from)) codes.push('REG1036');
  // With a new supplier nobody retrieves before.
  else if (proposal.scenario === 'COS' && moment(nominated.from) > moment(proposal.from)) codes.push('REG1083');
  return codes;
}

/** REG1093: the retriever that a Smart Data Service names when it accepts an appointment (B018) is none that is known. */
export const namedFaults = ({ B018 }: Custom, context: Context): string[] =>
  B018 && partyFaults(namedOf(B018), context).length > 0 ? ['REG1093'] : [];
