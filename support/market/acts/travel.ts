import { z } from 'zod';
import type { ActDefinition } from './definition';
import { date } from './values';

export const travelActs = {
  dayArrives: {
    kind: 'travel',
    roles: ['REGS', 'SUP'],
    what: 'For this MPAN that local day has come, such as its Supply Start Date.',
    args: z.object({ date }),
  },
} as const satisfies Record<string, ActDefinition>;
