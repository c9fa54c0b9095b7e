/** The simulated DIP: message API, routing by its directory, delivery with retries, and faults on request. */
export { startDip } from './server';
export type {
  CallItem,
  DeliveryFault,
  Dip,
  DipAccess,
  DipLimits,
  DipOptions,
  DipParty,
  DirectoryEntry,
  FaultRequest,
} from './types';
