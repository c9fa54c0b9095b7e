/** What the market does: every business act, the behaviour of each role, and the actor that plays a role. */
export * from './types';
export * from './acts';
export { reducerFor } from './reducers';
export { createActor } from './actor';
export type { Actor, ActorMemory, ActorOptions, OutgoingEnvelope } from './actor';
export { envelope } from './envelope';
export type { Sending } from './envelope';
export { instructionSchema } from './instruction';
