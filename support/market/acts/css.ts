import { z } from 'zod';
import type { ActDefinition } from './definition';
import { date, party, registrationId } from './values';

const usually = { registrationId: 'the pending switch' };

export const cssActs = {
  switchPending: {
    kind: 'css',
    roles: ['REGS'],
    what: 'CSS tells the Registration Service of a pending switch.',
    args: z.object({ registrationId, supplier: party, supplyStartDate: date }),
  },
  switchSecured: {
    kind: 'css',
    roles: ['REGS'],
    what: 'CSS tells the Registration Service that the switch is secured active.',
    says: 'secures the switch of',
    tells: 'CSS',
    usually,
    args: z.object({ registrationId }),
  },
  switchCancelled: {
    kind: 'css',
    roles: ['REGS'],
    what: 'CSS tells the Registration Service that the switch is cancelled.',
    says: 'cancels the switch of',
    tells: 'CSS',
    usually,
    args: z.object({ registrationId }),
  },
} as const satisfies Record<string, ActDefinition>;
