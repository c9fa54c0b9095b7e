import { z } from 'zod';
import type { ActDefinition } from './definition';
import { dataServices, meteringServices } from './values';

/** Asks for what the DIP published on one channel, about the MPAN of the act. */
const missed = z.object({
  /** `IF-035` */
  interface: z.string().regex(/^(IF|REP)-\d{3}[A-Z]?$/),
  /** Event code without brackets; absent: every event of the channel. */
  event: z.string().optional(),
  /** From when on; a date-time of the wire. */
  since: z.string(),
});

const anybody = ['SUP', 'REGS', 'LDSO', ...meteringServices, ...dataServices, 'MDR', 'MDS', 'EES'] as const;

export const dipActs = {
  requestRequeue: {
    kind: 'dip',
    roles: anybody,
    what: 'The system asks the DIP to bring what it published about an MPAN to the webhook once more.',
    args: missed,
  },
  requestReplay: {
    kind: 'dip',
    roles: anybody,
    what: 'The system asks the DIP to answer with what it published about an MPAN, and takes that in.',
    args: missed,
  },
} as const satisfies Record<string, ActDefinition>;
