import { codeText } from '../../catalogue';
import { argumentsOf } from '../acts';
import { dayOrYesterday, halfHoursOf } from '../retriever/readings';
import { stay } from '../role';
import { see } from '../seen';
import type { Context, Outgoing, Reaction, Reducer } from '../types';
import { observer } from './observer';
import type { PartyRecords } from './party-records';

/** What settlement holds of an MPAN: the records of an observer, and who submitted last. */
interface SettlementState extends PartyRecords {
  submitted?: { from: string; custom: Outgoing['custom']; conversation: string | null };
}

const follow = observer as unknown as Reducer<SettlementState>;

/** The Market-wide Data Service: takes copies, and objects to consumption only as it is told to. */
export const marketWideDataService: Reducer<SettlementState> = {
  ...follow,
  reduce(state, input, context) {
    const said = input.kind === 'act' ? act(state, input.act, input.args, context) : undefined;
    if (said) return said;
    const taken = follow.reduce(state, input, context);
    if (input.kind !== 'message') return taken;
    const { label, sender: from, custom, conversation } = see(input.message);
    if (label !== 'IF-021 [ActivePower]') return taken;
    return { ...taken, state: { ...taken.state, submitted: { from, custom, conversation } } };
  },
};

function act(
  state: SettlementState,
  name: string,
  args: Record<string, unknown>,
  context: Context,
): Reaction<SettlementState> | undefined {
  if (name === 'refuseConsumption') return refuse(state, argumentsOf(name, args).code);
  return name === 'defaultConsumption' ? makeUp(state, argumentsOf(name, args).date, context) : undefined;
}

/** IF-014 with what was submitted last. */
function refuse(state: SettlementState, code: string): Reaction<SettlementState> {
  const { submitted } = state;
  if (!submitted) return stay(state, 'Nothing was submitted that could be refused');
  const message: Outgoing = {
    ...{ interface: 'IF-014', event: 'ActivePowerRejected', custom: submitted.custom },
    response: { responseCode: 'R', responseMessages: [codeText(code)] },
    ...{ primaryRecipients: [submitted.from], correlationID: submitted.conversation },
  };
  return { state, messages: [message], effects: [{ note: `Refuses what ${submitted.from} submitted` }] };
}

/** IF-013 for a day, to the data service that was to submit. */
function makeUp(state: SettlementState, date: string | undefined, context: Context): Reaction<SettlementState> {
  const service = serving(state) ?? state.submitted?.from;
  if (service === undefined) return stay(state, 'No data service of the MPAN is known');
  const event = { interface: 'IF-013', event: 'ActivePowerDefaulted' } as const;
  const drawn = halfHoursOf(event, dayOrYesterday(date, context), context);
  const supplier = state.supply?.dipId ?? drawn.B043?.settlementImpactedSupplierDIPID ?? '';
  const B043 = { settlementImpactedDataServiceDIPID: service, settlementImpactedSupplierDIPID: supplier };
  const message: Outgoing = {
    ...event,
    custom: { ...drawn, B043 },
    ...{ primaryRecipients: [service], correlationID: null },
  };
  return { state, messages: [message], effects: [{ note: `Makes up the consumption of ${service}` }] };
}

const serving = ({ book }: SettlementState): string | undefined =>
  book.findLast(({ service, facts }) => service === 'data' && facts.active && facts.to === undefined)?.dipId;
