import type { CustomBlocks } from '../../catalogue';
import { argumentsOf } from '../acts';
import { stay } from '../role';
import { beginOf, dayOrYesterday, halfHoursOf, meterIdOf, quantity, readingBlocks } from '../retriever/readings';
import type { Context, Outgoing, Reaction } from '../types';
import { type DataServiceState as State, metersOf, siteOf } from './retrieval-state';

/** Acts by which a Data Service passes on readings and consumption, or asks for what was before; undefined for others. */
export function actOnReads(
  state: State,
  act: string,
  args: Record<string, unknown>,
  context: Context,
): Reaction<State> | undefined {
  switch (act) {
    case 'sendReading': {
      const { event, ...rest } = argumentsOf(act, args);
      return say(state, reading(state, event, rest, 'A', context));
    }
    case 'sendEstimate':
      return say(state, reading(state, 'DSEstimate', argumentsOf(act, args), 'E', context));
    case 'sendConsumption': {
      const { date, event } = argumentsOf(act, args);
      return say(state, consumption(state, event, dayOrYesterday(date, context), context));
    }
    case 'askPastConsumption':
      return say(state, {
        ...{ interface: 'IF-015', event: 'ConsumptionReplay', custom: {} },
        ...{ primaryRecipients: [], correlationID: null },
      });
    default:
      return undefined;
  }
}

const say = (state: State, message: Outgoing | undefined): Reaction<State> =>
  message
    ? { state, messages: [message], effects: [{ note: `Sends ${message.interface} [${message.event}]` }] }
    : stay(state, 'Nobody is known whom to send it to');

/** Between services, and of a change of supplier: the recipient is named. Other readings go to whom the DIP finds. */
const addressed = ['ReadingCOS', 'DSEstimate'];

/**
 * IF-041: the reading at the start of who comes next, who is the one that B011 named; where the service stays and the
 * supplier changes, it is the supplier.
 */
function reading(
  state: State,
  event: string,
  { date, to }: { date?: string | undefined; to?: string[] | undefined },
  method: CustomBlocks['B064']['readingMethod'],
  context: Context,
): Outgoing | undefined {
  const { successor } = state.retrieval;
  const { supply } = state;
  const next = successor ?? (supply && { dipId: supply.dipId, from: supply.from });
  const at = date === undefined ? (next?.from ?? beginOf(undefined, context)) : beginOf(date, context);
  const found = next && addressed.includes(event) ? [next.dipId] : [];
  const primaryRecipients = to ?? found;
  if (addressed.includes(event) && primaryRecipients.length === 0) return undefined;
  return {
    ...{ interface: 'IF-041', event },
    custom: readingBlocks(meterIdOf(metersOf(siteOf(state)), context.mpan), at, context.mpan, method),
    ...{ primaryRecipients, correlationID: null },
  };
}

/** IF-021: what the service submits for a UTC day. */
function consumption(state: State, event: 'ActivePower' | 'ReactivePower', date: string, context: Context): Outgoing {
  const name = { interface: 'IF-021', event } as const;
  const { B900, B067, ...drawn } = halfHoursOf(name, date, context);
  const { B023 } = siteOf(state);
  const measurementQuantityID = quantity(B023?.energyDirection ?? 'I', event === 'ReactivePower');
  return {
    ...name,
    custom: {
      ...drawn,
      B067: B023
        ? {
            connectionTypeIndicator: B023.connectionTypeIndicator,
            connectionTypeEffectiveFromDate: B023.connectionTypeEffectiveFromDate,
          }
        : B067!,
      B900: { ...B900!, MQID: { measurementQuantityID } },
    },
    ...{ primaryRecipients: [], correlationID: null },
  };
}
