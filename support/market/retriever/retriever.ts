import { codeText, type CustomBlocks, effectiveFrom } from '../../catalogue';
import { argumentsOf } from '../acts';
import { isAddressed, takeCopy } from '../records/copies';
import { defineRole, exception, type Inbox, stay } from '../role';
import type { Seen } from '../seen';
import type { AppointmentRecord, Context, Reaction } from '../types';
import { startNames } from './blocks';
import { deliverHalfHours, deliverReading } from './deliveries';

/** One retrieval for a Smart Data Service, from IF-061 to IF-063. */
export interface Retrieval {
  /** DIP ID of the data service. */
  service: string;
  /** 25-character date-time, as `to`. */
  from: string;
  to: string | null;
  /** Code with which it was refused. */
  refused: string | null;
  direction: 'I' | 'E';
  meters: string[];
}

/** What a Meter Data Retriever holds of an MPAN. */
export interface RetrieverState extends Inbox {
  retrievals: Retrieval[];
}

/** The Meter Data Retriever: starts and stops as a Smart Data Service says, and delivers what it is asked for. */
export const meterDataRetriever = defineRole<RetrieverState>({
  initial: () => ({ retrievals: [], booked: [], exceptions: [] }),
  message(state, seen, context, refuse) {
    switch (seen.interface) {
      case 'IF-061':
        return takeStart(state, seen, context, refuse);
      case 'IF-063':
        return takeStop(state, seen, context);
      case 'IF-065':
        return takeRequest(state, seen, context);
      default:
        return takeCopy(state, seen, context);
    }
  },
  act(state, act, args, context) {
    switch (act) {
      case 'deliverHalfHours':
        return bySchedule(state, act, (it) => deliverHalfHours(it, argumentsOf(act, args).date, null, context));
      case 'deliverReading':
        return bySchedule(state, act, (it) => deliverReading(it, argumentsOf(act, args).date, null, context));
      case 'loadMeteringPoint':
        return load(state, args, context);
      default:
        return stay(state, `A retriever has no part in ${act}`);
    }
  },
  records: ({ retrievals }) => ({ appointments: retrievals.map(recordOf) }),
});

/** The data service stands in the records with the state of the retrieval for it. */
const recordOf = ({ service, from, to, refused }: Retrieval): AppointmentRecord => ({
  ...{ service: 'data', dipId: service, from, to, code: refused },
  status: refused !== null ? 'refused' : to !== null ? 'ended' : 'active',
});

const isRunning = ({ to, refused }: Retrieval) => to === null && refused === null;

/** IF-061: answered by IF-062 with the same blocks; refused when it names another retriever, or as told. */
function takeStart(state: RetrieverState, seen: Seen, { self }: Context, refuse?: string[]): Reaction<RetrieverState> {
  const { B019, B078, B074List } = seen.custom;
  if (!B019 || !B078) return exception(state, seen, 'names no retriever to start');
  const codes = refuse ?? (B019.assignedMDRDIPID === self.dipId ? [] : ['REG1081']);
  const refused = codes[0] ?? null;
  const retrieval: Retrieval = {
    ...{ service: seen.sender, from: B019.assignedMDREffectiveFromDate, to: null, refused },
    ...{ direction: B078.energyDirection, meters: (B074List ?? []).map((it) => it.meterID) },
  };
  // A start that changes what is retrieved takes the place of the one before; a refusal leaves it as it is.
  const others = state.retrievals.filter((it) => it.service !== seen.sender || !isRunning(it) || refused !== null);
  const echoed = Object.fromEntries(startNames.map((name) => [name, seen.custom[name]] as const));
  return {
    state: { ...state, retrievals: [...others, retrieval] },
    messages: [
      {
        ...{ interface: 'IF-062', event: 'MDRStartResponse' },
        custom: withoutAbsent(echoed),
        response: { responseCode: refused === null ? 'A' : 'R', responseMessages: codes.map(codeText) },
        ...{ primaryRecipients: [seen.sender], correlationID: seen.conversation },
      },
    ],
    effects: [{ note: refused === null ? `Retrieves for ${seen.sender}` : `Refuses ${seen.sender}: ${refused}` }],
  };
}

const withoutAbsent = (blocks: Partial<CustomBlocks>): Partial<CustomBlocks> =>
  Object.fromEntries(Object.entries(blocks).filter(([, block]) => block !== undefined));

/** IF-063: no answer is defined. */
function takeStop(state: RetrieverState, seen: Seen, { self }: Context): Reaction<RetrieverState> {
  const { B083 } = seen.custom;
  if (B083?.assignedMDRDIPID !== self.dipId) return exception(state, seen, 'is to stop another retriever');
  const running = state.retrievals.find((it) => it.service === seen.sender && isRunning(it));
  if (!running) return exception(state, seen, 'nothing is retrieved for it');
  const to = B083.assignedMDREffectiveToDate;
  const retrievals = state.retrievals.map((it) => (it === running ? { ...it, to } : it));
  return stay({ ...state, retrievals }, `Stops for ${seen.sender} at ${to}`);
}

/** IF-065: what is asked for goes to the service that has it started. */
function takeRequest(state: RetrieverState, seen: Seen, context: Context): Reaction<RetrieverState> {
  if (!isAddressed(seen, context)) return exception(state, seen, 'is what a retriever sends itself');
  const running = state.retrievals.find((it) => it.service === seen.sender && isRunning(it));
  if (!running) return exception(state, seen, 'nothing is retrieved for it');
  const asOf = seen.custom.B077?.MDRReferenceDateTime;
  const day = asOf?.slice(0, 10);
  const message =
    seen.event === 'MDRConsumption'
      ? deliverHalfHours(running, day, seen.conversation, context)
      : deliverReading(running, day, seen.conversation, context, seen.event === 'MDRTOU');
  return { state, messages: [message], effects: [{ note: `Delivers to ${seen.sender}` }] };
}

function bySchedule(
  state: RetrieverState,
  act: string,
  deliver: (it: Retrieval) => ReturnType<typeof deliverReading>,
): Reaction<RetrieverState> {
  const running = state.retrievals.find(isRunning);
  if (!running) return stay(state, `Nothing is retrieved: ${act} has no effect`);
  return { state, messages: [deliver(running)], effects: [{ note: `Delivers to ${running.service}` }] };
}

function load(state: RetrieverState, args: Record<string, unknown>, context: Context): Reaction<RetrieverState> {
  const { retriever, dataService, since, energyDirection, meterId } = argumentsOf('loadMeteringPoint', args);
  if (retriever?.dipId !== context.self.dipId || !dataService) return stay(state, 'It retrieves nothing of the MPAN');
  const retrieval: Retrieval = {
    ...{ service: dataService.dipId, from: effectiveFrom(since, context.market.effectiveDatesBeginAt) },
    ...{ to: null, refused: null, direction: energyDirection, meters: meterId === undefined ? [] : [meterId] },
  };
  return stay({ ...state, retrievals: [retrieval] }, 'The MPAN is loaded');
}
