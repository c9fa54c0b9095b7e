import { z } from 'zod';
import { errorsOf, nearest, worldErrors } from '../errors';
import { actArguments, actDefinition, type ActArgument, type ActName } from '../market';
import { valueOf, type Known } from './act-values';

const raise = errorsOf(worldErrors);

/**
 * The arguments of an act from the words of a step, with all defaults. STEP_ARGUMENT_UNKNOWN, STEP_ARGUMENT_WRONG,
 * STEP_ARGUMENTS_WRONG.
 */
export function argumentsOfWords(
  act: ActName,
  said: Readonly<Record<string, string>>,
  known: Known,
): Record<string, unknown> {
  const definition = actDefinition(act)!;
  const taken = new Map(actArguments(definition).map((argument) => [argument.name, argument]));
  const words = { ...definition.usually, ...withSwitch(said, taken) };
  const args: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(words)) {
    const argument = taken.get(name);
    if (!argument) throw unknown(act, name, [...taken.keys()]);
    const read = valueOf(text, argument.schema, known);
    if (!read) throw raise('STEP_ARGUMENT_WRONG', { act, argument: name, value: text, form: formOf(argument) });
    args[name] = read.value;
  }
  const missing = [...taken.values()].find(({ name, required }) => required && !Object.hasOwn(args, name));
  if (missing) {
    throw raise('STEP_ARGUMENTS_WRONG', { act, problem: `"${missing.name}" is missing: ${formOf(missing)}` });
  }
  const parsed = definition.args.safeParse(args);
  if (parsed.success) return parsed.data;
  throw raise('STEP_ARGUMENTS_WRONG', { act, problem: z.prettifyError(parsed.error) }, undefined, parsed.error);
}

/** A row `switch` names the switch: one that is pending is left to the party, which was told of it. */
function withSwitch(said: Readonly<Record<string, string>>, taken: ReadonlyMap<string, ActArgument>) {
  const { switch: which, ...rest } = said;
  if (which === undefined || taken.has('switch') || !taken.has('registrationId')) return said;
  if (which === 'pending') return rest;
  return { ...rest, registrationId: which === 'of another MPAN' ? 'another switch' : which };
}

function unknown(act: string, argument: string, known: readonly string[]): Error {
  const near = nearest(argument, known);
  const takes = known.length === 0 ? 'It takes none.' : `It takes ${known.join(', ')}.`;
  return raise('STEP_ARGUMENT_UNKNOWN', { act, argument, takes, hint: near ? ` Did you mean "${near}"?` : '' });
}

const words: Record<string, string> = {
  'a date': 'a date ("today", "10 days ahead", "the SSD", "3 days after the effective date", 2027-06-30)',
  'a party (`{ dipId, mpid }`)': 'a party ("the proposed Data Service", "SDS (incumbent)")',
  'an MPAN': 'MPAN "B", or 13 digits',
  'a DIP ID': 'a party ("the proposed Data Service", "SDS (incumbent)") or a DIP ID',
  'an MPID': 'a party ("the proposed Data Service", "SDS (incumbent)") or an MPID',
  'the registration id of a switch': '"the pending switch", "another switch" or a registration id',
};

/** What a step may write for the argument. */
function formOf({ form }: ActArgument): string {
  const [kind = '', ...rest] = form.split('; ');
  return [words[kind] ?? kind, ...rest].join('; or ');
}
