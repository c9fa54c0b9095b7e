/** What may be said on the DIP: roles, interfaces, events, blocks, data items, response codes. */
export * from './roles';
export * from './release';
export * from './time';
export * from './mpan';
export * from './reference';
export * from './codes';
export * from './validate';
export * from './key-case';
export * from './sample';
export { events, eventDefinition, eventsOf } from './events';
export { messageLabel, parseMessageLabel } from './event';
export type { EventDefinition, MessageName, Recipients } from './event';
export type { Problem } from './problems';
export type { Direction } from './message-schema';
export type { A0, BlockName, CustomBlocks, D0, M0, Message, R0, S0, S1 } from './blocks';
