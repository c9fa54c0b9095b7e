import { sampleMessage, type Message } from '../../../catalogue';
import type { Market, Party } from '../../../market';
import type { Identity } from '../../../wire';
import { combineHooks, type Hooks } from '../hooks';
import { judge, type Judgement } from '../judge';
import { faults } from './index';

export const mpan = '2000000000016';
export const supplier: Party = { dipId: '1000000001', mpid: 'REFS', role: 'SUP', name: 'Reference supplier' };
export const market: Market = {
  parties: [
    supplier,
    { dipId: '2000000001', mpid: 'LARC', role: 'SUP', name: 'Larch' },
    { dipId: '2000000021', mpid: 'META', role: 'MSS', name: 'Alder' },
  ],
  effectiveDatesBeginAt: 'local',
};

/** The hooks of faults by name, as an identity that has them gets them. */
export async function hooksOf(...names: string[]): Promise<Hooks> {
  const identity = (): Promise<Identity> => Promise.reject(new Error('no certificates here'));
  const context = { party: supplier, market, identity };
  return combineHooks(await Promise.all(names.map(async (name) => faults[name]!.apply(context))));
}

/** A message that a participant would send. */
export function sample(interfaceId = 'IF-031', event = 'MSApp'): Message {
  return sampleMessage(interfaceId, event, { mpan });
}

/** A publication that it would be sent. */
export function publication(interfaceId = 'IF-035', event = 'MSAppAccepted'): Message {
  return sampleMessage(interfaceId, event, { mpan, egress: true });
}

/** What a good participant says of it. */
export function judged(payload: unknown): Judgement {
  const tag = publication().CommonBlock.S1.environmentTag;
  return judge(payload, { self: supplier.dipId, environmentTag: tag, now: new Date(0) });
}

/** What a fault makes of one message that goes out. */
export async function sent(name: string, message: Message): Promise<Message[]> {
  return (await hooksOf(name)).outgoing(message).map((departure) => departure.message);
}
