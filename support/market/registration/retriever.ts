import { codeText, type CustomBlocks } from '../../catalogue';
import { argumentsOf } from '../acts';
import { exception, stay } from '../role';
import { type Assigned, assignedItems, namedOf, nominatedOf } from '../retriever/blocks';
import { beginOf } from '../retriever/readings';
import type { Seen } from '../seen';
import type { Context, Outgoing, Reaction } from '../types';
import { requester } from './blocks';
import { factAt, learnFacts } from './facts';
import { type Appointment, held, isLoaded, type LoadedRegister, type Register } from './register';
import { updateFaults } from './retriever-rules';
import { nameSuccessor } from './successors';

/** IF-034 [SDS-MDRUpdate]: answered by IF-035 [SDS-MDROutcome]; the DCC decides on what passes. */
export function takeRetriever(register: Register, seen: Seen, context: Context, refuse?: string[]): Reaction<Register> {
  const { B012, B013, B018 } = seen.custom;
  if (!B012 || !B018) return exception(register, seen, 'names no retriever');
  const asked = namedOf(B018);
  const codes = refuse ?? (isLoaded(register) ? updateFaults(register, seen, context) : ['REG0000']);
  const passes = codes.length === 0;
  const { retrieval } = register;
  const message: Outgoing = {
    ...{ interface: 'IF-035', event: 'SDS-MDROutcome' },
    custom: {
      B012,
      ...(B013 && { B013 }),
      // The block must be filled: where none is held, it repeats what was asked for.
      B092: assignedItems(passes ? asked : (retrieval.assigned ?? asked)),
      B099: { responseCode: passes ? 'A' : 'R', responseMessages: codes.map(codeText) },
    },
    ...{ primaryRecipients: [seen.sender], correlationID: seen.conversation },
  };
  const next = { ...retrieval, asked: { ...asked, correlationID: seen.conversation } };
  const note = passes ? `${asked.dipId} is put to the DCC` : `${asked.dipId} is refused: ${codes.join(', ')}`;
  return { state: passes ? { ...register, retrieval: next } : register, messages: [message], effects: [{ note }] };
}

/** The retriever of an accepted appointment: that of the supplier, else the one that the data service named. */
export function retrieverOf(block: Appointment['block'], { B018 }: Partial<CustomBlocks>): Assigned | undefined {
  const nominated = block && 'B071' in block ? nominatedOf(block.B071) : undefined;
  if (nominated?.from) return { dipId: nominated.dipId, mpid: nominated.mpid, from: nominated.from };
  return B018 && namedOf(B018);
}

/** The register when an appointment begins: a new data service brings its retriever or has none. */
export function withRetrieverOf<R extends Register>(register: R, next: Appointment, ended?: Appointment): R {
  if (next.service !== 'data') return register;
  const { assigned, asked } = register.retrieval;
  if (next.retriever) return { ...register, retrieval: { assigned: next.retriever, asked: null } };
  const same = ended?.provider.dipId === next.provider.dipId;
  return same ? register : { ...register, retrieval: { assigned: null, asked: assigned ? null : asked } };
}

/** What the DCC says of the retriever and its service flag, and who succeeds a data service; undefined for other acts. */
export function actOfDcc(
  register: Register,
  act: string,
  args: Record<string, unknown>,
  context: Context,
): Reaction<Register> | undefined {
  if (!isLoaded(register)) return undefined;
  switch (act) {
    case 'retrieverAccepted':
      return answerOfDcc(register, null);
    case 'retrieverRefused':
      return answerOfDcc(register, argumentsOf(act, args).reason);
    case 'nameSuccessor':
      return nameSuccessor(register, args, context);
    case 'changeDccService':
      return changeService(register, argumentsOf(act, args), context);
    default:
      return undefined;
  }
}

function answerOfDcc(register: LoadedRegister, refusal: string | null): Reaction<Register> {
  const { assigned, asked } = register.retrieval;
  const data = held(register, 'data');
  const open = asked ?? assigned;
  if (!open || !data || !register.supplier)
    return stay(register, 'No retriever is assigned: the DCC has none to answer for');
  const refused = asked ? assigned : null;
  const retrieval = {
    assigned: refusal === null ? { dipId: open.dipId, mpid: open.mpid, from: open.from } : refused,
    asked: null,
  };
  const message: Outgoing = {
    ...{ interface: 'IF-035', event: 'DCC-MDROutcome' },
    custom: {
      ...requester(register.supplier),
      B066: { ...assignedItems(open), responseCode: refusal === null ? 'A' : 'R', responseMessage: refusal },
    },
    primaryRecipients: [data.provider.dipId],
    correlationID: asked ? asked.correlationID : data.correlationID,
  };
  const note = `The DCC ${refusal === null ? 'takes' : 'refuses'} ${open.dipId}`;
  return { state: { ...register, retrieval }, messages: [message], effects: [{ note }] };
}

function changeService(
  register: LoadedRegister,
  { flag, from }: { flag: 'A' | 'I' | 'N'; from?: string | undefined },
  context: Context,
): Reaction<Register> {
  const B029 = { DCCServiceFlag: flag, DCCEffectiveFromDate: beginOf(from, context) };
  if (factAt(register.facts, 'B029')?.DCCServiceFlag === flag) return stay(register, `The flag is ${flag} already`);
  return {
    state: { ...register, facts: learnFacts(register.facts, { B029 }, B029.DCCEffectiveFromDate) },
    messages: [
      {
        ...{ interface: 'IF-018', event: 'DCCEnrolment', custom: { B029 } },
        primaryRecipients: [],
        correlationID: null,
      },
    ],
    effects: [{ note: `The DCC's service flag is ${flag}` }],
  };
}
