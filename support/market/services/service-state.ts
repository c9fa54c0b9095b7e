import type { CustomBlocks, Segment } from '../../catalogue';
import { emptyRecords, type PartyRecords } from '../records/party-records';
import type { Seen } from '../seen';
import type { Context, Reaction } from '../types';
import type { Limits } from './unserved';

/** What a metering or data service holds of an MPAN. */
export interface ServiceState extends PartyRecords {
  /** Suppliers (DIP IDs) without a contract, segments no longer served. */
  noContract: string[];
  notServed: Segment[];
  limits: Limits[];
}

export const emptyService = (): ServiceState => ({ ...emptyRecords(), noContract: [], notServed: [], limits: [] });

/** What one kind of service does besides being appointed. */
export interface Extension<S extends ServiceState> {
  initial(): S;
  /** Takes a message in place of the service's own behaviour; undefined where it has nothing to do with it. */
  message?(state: S, seen: Seen, context: Context): Reaction<S> | undefined;
  /** What else it learns from a message that it took as a service. */
  learn?(state: S, seen: Seen, context: Context): S;
  /** Blocks that join its acceptance of a proposal. */
  accepting?(state: S, seen: Seen, context: Context): Partial<CustomBlocks>;
  act?(state: S, act: string, args: Record<string, unknown>, context: Context): Reaction<S> | undefined;
  settle?(state: S, context: Context): Reaction<S>;
}
