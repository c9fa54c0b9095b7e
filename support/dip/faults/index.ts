/** Faults of the simulated DIP, on request. */
export { callBytes } from './call-faults';
export { createFaults, type FaultDeps, type Faults } from './faults';
export { createFaultyPost, isFaulty, lasting } from './faulty-post';
export type { OneCall } from './one-call';
export { faultKinds } from './types';
export type { ActiveFault, CallFault, CallItem, FaultKind, FaultOrigin, FaultSpec, UnresolvedCode } from './types';
