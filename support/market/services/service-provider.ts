import { argumentsOf } from '../acts';
import { takeCopy } from '../records/copies';
import { loadRecords, showRecords } from '../records/party-records';
import type { Service } from '../proposal';
import { defineRole, stay } from '../role';
import type { Seen } from '../seen';
import type { Context, Reaction, Reducer } from '../types';
import { ask, keepCopy, keepFacts } from '../updates/party';
import { takeActive, takeEnd, takeRequest, takeStatus } from './appointments';
import type { Extension, ServiceState } from './service-state';

/** Metering and data services behave alike; they differ in the blocks and events of their kind, and in `more`. */
export function serviceProvider<S extends ServiceState>(service: Service, more: Extension<S>): Reducer<S> {
  return defineRole<S>({
    initial: () => more.initial(),
    message(state, seen, context, refuse) {
      const apart = more.message?.(state, seen, context);
      if (apart) return apart;
      const taken = keepFacts(takeMessage(state, seen, context, refuse), seen);
      return more.learn ? { ...taken, state: more.learn(taken.state, seen, context) } : taken;
    },
    act(state, act, args, context) {
      const apart = more.act?.(state, act, args, context);
      if (apart) return apart;
      switch (act) {
        case 'endContract': {
          const { supplier } = argumentsOf(act, args);
          return stay({ ...state, noContract: [...state.noContract, supplier] }, `No contract with ${supplier}`);
        }
        case 'stopServingSegment': {
          const { segment } = argumentsOf(act, args);
          return stay({ ...state, notServed: [...state.notServed, segment] }, `Segment ${segment} is not served`);
        }
        case 'limitService':
          return stay({ ...state, limits: [...state.limits, argumentsOf(act, args)] }, 'Some of it is not served');
        case 'loadMeteringPoint':
          return stay(
            loadRecords(state, args, context, (dipId) => dipId === context.self.dipId),
            'The MPAN is loaded',
          );
        default:
          return ask(state, act, args, context);
      }
    },
    ...(more.settle && { settle: (state: S, context: Context) => more.settle!(state, context) }),
    records: showRecords,
  });

  function takeMessage(state: S, seen: Seen, context: Context, refuse?: string[]): Reaction<S> {
    switch (seen.interface) {
      case 'IF-033':
        return takeRequest(state, seen, service, context, { refuse, accepting: more.accepting });
      case 'IF-035':
        return takeStatus(state, seen, service, context);
      case 'IF-036':
        return takeActive(state, seen, service, context);
      case 'IF-037':
        // A successor that is known late is told to the outgoing service alone.
        return seen.event.endsWith('Update') ? takeCopy(state, seen, context) : takeEnd(state, seen, service, context);
      default:
        return keepCopy(state, seen, context);
    }
  }
}
