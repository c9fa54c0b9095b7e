/** The simulated DIP: message API, routing by its directory, delivery with retries, and faults on request. */
export { createDip } from './create-dip';
export { startFrontDoor, type FrontDoor, type FrontDoorOptions } from './front-door';
export { startDip } from './server';
export { faultKinds } from './faults';
export type { ActiveFault, CallItem, FaultKind, FaultOrigin, FaultSpec } from './faults';
export type { Dip, DipAccess, DipLimits, DipOptions, DipParty, DirectoryEntry } from './types';
