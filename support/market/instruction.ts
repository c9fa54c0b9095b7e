import { z } from 'zod';
import { messageLabel, parseMessageLabel, type RoleCode, roles } from '../catalogue';
import { errorsOf, marketErrors } from '../errors';
import { eventsOf } from './proposal';
import type { Instruction } from './types';
import { updateMessages } from './updates/take-update';

const raise = errorsOf(marketErrors);

const name = { interface: z.string(), event: z.string() };

/** An instruction as the control API takes it. */
export const instructionSchema: z.ZodType<Instruction> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refuse'), ...name, codes: z.array(z.string().min(5).max(7)).min(1) }),
  z.strictObject({ kind: z.literal('silent'), ...name }),
]);

/** Throws unless a simulated party of that role can do as told. Silence is always possible. */
export function assertPossible(role: RoleCode, instruction: Instruction): void {
  if (instruction.kind === 'silent') return;
  const known = refusable(role).map(messageLabel);
  const message = messageLabel(instruction);
  if (known.includes(message) && instruction.codes.length > 0) return;
  throw raise('MARKET_INSTRUCTION_IMPOSSIBLE', { role, message, known: known.join(', ') || 'none' });
}

function refusable(role: RoleCode): { interface: string; event: string }[] {
  const { metering, data } = eventsOf;
  if (role === 'REGS') {
    const appointments = [metering, data].flatMap(({ proposal, response }) => [
      { interface: 'IF-031', event: proposal },
      { interface: 'IF-034', event: response },
    ]);
    const retriever = { interface: 'IF-034', event: 'SDS-MDRUpdate' };
    return [...appointments, retriever, ...updateMessages.flatMap((label) => parseMessageLabel(label) ?? [])];
  }
  if (role === 'MDR') return [{ interface: 'IF-061', event: 'MDRStart' }];
  if (roles[role].kind === 'metering-service') return [{ interface: 'IF-033', event: metering.request }];
  if (roles[role].kind === 'data-service') return [{ interface: 'IF-033', event: data.request }];
  return [];
}
