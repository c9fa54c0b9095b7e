import { argumentsOf } from '../acts';
import { defineRole, exception, stay } from '../role';
import type { Reducer } from '../types';
import { told } from '../updates/told';
import { isUpdate, takeUpdate } from '../updates/take-update';
import { align, alignAct } from './alignment';
import { takeAnswer } from './answers';
import { settle } from './due';
import { reachedDate } from './held-blocks';
import { loadedRegister } from './load';
import { takeProposal } from './proposals';
import { emptyRegister, isLoaded, type Register } from './register';
import { registerRecords } from './register-records';
import { actOfDcc, takeRetriever } from './retriever';
import { switchCancelled, switchPending, switchSecured } from './switches';

const role = defineRole<Register>({
  initial: emptyRegister,
  message(register, seen, context, refuse) {
    if (seen.interface === 'IF-031') return takeProposal(register, seen, context, refuse);
    if (seen.label === 'IF-034 [SDS-MDRUpdate]') return takeRetriever(register, seen, context, refuse);
    if (seen.interface === 'IF-034') return takeAnswer(register, seen, context, refuse);
    if (isUpdate(seen)) return takeUpdate(register, seen, context, refuse);
    return exception(register, seen, 'the Registration Service takes no such message here');
  },
  act(register, act, args, context) {
    switch (act) {
      case 'loadMeteringPoint':
        return stay(loadedRegister(argumentsOf(act, args), register, context), 'The MPAN is loaded');
      case 'switchPending':
        return switchPending(register, args, context);
      case 'switchSecured':
        return switchSecured(register, args, context);
      case 'switchCancelled':
        return switchCancelled(register, args, context);
      case 'dayArrives':
        return stay({ ...register, travelledTo: later(register, argumentsOf(act, args).date) }, 'A day has come');
      case alignAct:
        return isLoaded(register) ? align(register, args, reachedDate(register, context), context) : stay(register);
      default:
        return actOfDcc(register, act, args, context) ?? told(register, act, args, context);
    }
  },
  settle,
  records: registerRecords,
});

/** The Registration Service: holds the register of the MPAN, runs the appointment conversation, takes updates. */
export const registration: Reducer<Register> = {
  ...role,
  reduce(state, input, context) {
    const reaction = role.reduce(state, input, context);
    // Who holds the register knows the group that an MPAN has moved to; who sends for it knows the first one only.
    const gspGroup = reaction.state.point?.gspGroup;
    if (!gspGroup) return reaction;
    return { ...reaction, messages: reaction.messages.map((it) => ({ ...it, gspGroup })) };
  },
};

function later({ travelledTo }: Register, date: string): string {
  return travelledTo !== null && travelledTo > date ? travelledTo : date;
}
