import type { RoleCode } from '../../../catalogue';
import type { Market, Party } from '../../../market';
import type { Identity } from '../../../wire';
import type { Hooks } from '../hooks';

/** Who has the fault, and what it may need to show it. */
export interface FaultContext {
  party: Party;
  market: Market;
  /** Certificates of that name, issued by the authority that everybody trusts. */
  identity(name: string): Promise<Identity>;
}

/** One thing that a participant does wrong, as hooks of the reference participant. */
export interface Fault {
  /** Number in the list of realistic faults of participants, where it stands there. */
  number?: number;
  /** What the participant does, in one line. */
  what: string;
  /** Roles whose part in the present scenarios shows it. */
  roles: readonly RoleCode[];
  apply(context: FaultContext): Partial<Hooks> | Promise<Partial<Hooks>>;
}

/** Roles that send messages in the present scenarios. */
export const everySender = [
  'SUP',
  'REGS',
  'MSS',
  'MSA',
  'UMSO',
  'SDS',
  'ADS',
  'UMSDS',
  'MDR',
] as const satisfies readonly RoleCode[];

/** Roles that suffer the faults of anybody who listens on the DIP; the last ones only do that. */
export const everyRole = [...everySender, 'LDSO', 'MDS', 'EES'] as const satisfies readonly RoleCode[];
