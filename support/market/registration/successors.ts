import { argumentsOf } from '../acts';
import { stay } from '../role';
import { beginOf } from '../retriever/readings';
import type { Context, Reaction } from '../types';
import { held, type LoadedRegister, type Register } from './register';

/** IF-037 [DSDeAppUpdate]: the data service that ended last is told who comes next. */
export function nameSuccessor(
  register: LoadedRegister,
  args: Record<string, unknown>,
  context: Context,
): Reaction<Register> {
  const { successor, from } = argumentsOf('nameSuccessor', args);
  const ended = register.appointments.findLast((it) => it.service === 'data' && it.status === 'ended');
  const present = held(register, 'data');
  const next = successor ?? present?.provider;
  if (!ended || !next) return stay(register, 'No data service has ended, or none comes next');
  const begins = from === undefined ? (ended.to ?? present?.from) : undefined;
  return {
    state: register,
    messages: [
      {
        ...{ interface: 'IF-037', event: 'DSDeAppUpdate' },
        custom: {
          B011: {
            incomingDataServiceDIPID: next.dipId,
            incomingDataServiceMPID: next.mpid,
            incomingDataServiceEffectiveFromDate: begins ?? beginOf(from, context),
          },
        },
        ...{ primaryRecipients: [ended.provider.dipId], correlationID: null },
      },
    ],
    effects: [{ note: `${ended.provider.dipId} is told of ${next.dipId}` }],
  };
}
