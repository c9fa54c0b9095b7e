import type { z } from 'zod';
import { appointmentActs } from './appointments';
import { cssActs } from './css';
import type { ActDefinition } from './definition';
import { dipActs } from './dip';
import { loadingActs } from './loading';
import { retrieverActs } from './retriever';
import { travelActs } from './travel';
import { updateActs } from './updates';

/**
 * Every act that a business can be told to do. One name serves as reducer command, trigger key in a profile, name in
 * the control API and When step.
 */
export const acts = {
  ...appointmentActs,
  ...updateActs,
  ...retrieverActs,
  ...loadingActs,
  ...cssActs,
  ...travelActs,
  ...dipActs,
} as const satisfies Record<string, ActDefinition>;

export type ActName = keyof typeof acts;

/** The definition of an act, or undefined when nothing bears that name. */
export function actDefinition(name: string): ActDefinition | undefined {
  return Object.hasOwn(acts, name) ? acts[name as ActName] : undefined;
}

export type ArgumentsOf<N extends ActName> = z.output<(typeof acts)[N]['args']>;

/** The arguments of an act, checked and with their defaults. Throws a ZodError. */
export function argumentsOf<N extends ActName>(act: N, args: unknown): ArgumentsOf<N> {
  return acts[act].args.parse(args) as ArgumentsOf<N>;
}
