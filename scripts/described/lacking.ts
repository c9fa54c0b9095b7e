import { rolesOf } from './parties';
import type { DescribedProcess, Named, Path, Step } from './processes';
import type { Told, ToldScenario } from './told';

/** How features say a step that goes past the DIP, by `BP001 step 1`: part of the text of a step or row. */
export type Sayings = Readonly<Record<string, string>>;

const labelOf = ({ interface: id, event }: Named) => (event === undefined ? id : `${id} [${event}]`);
const isNamed = (one: Named, { interface: id, event }: Named) =>
  one.interface === id && (event === undefined || one.event === event);
const meet = (some: readonly string[] | undefined, parties: readonly string[]) =>
  some === undefined || rolesOf(some).some((role) => rolesOf(parties).includes(role));

type Way = Pick<Step, 'from' | 'to'>;

const goes = (told: readonly Told[], message: Named, { from, to }: Way) =>
  told.some((one) => isNamed(one, message) && meet(one.from, from) && meet(one.to, to));

const wayOf = ({ from, to }: Way) => `${from.join(', ')} to ${to.join(', ')}`;
const nameOf = (process: string, { row }: Step) => `${process} step ${row}`;

function isToldPast(name: string, { from, to }: Step, scenarios: readonly ToldScenario[], sayings: Sayings): boolean {
  const words = sayings[name];
  if (words !== undefined) {
    return scenarios.some(({ steps, past }) =>
      [...steps, ...past.map(({ text }) => text)].some((text) => text.includes(words)),
    );
  }
  return scenarios.some(({ past }) => past.some((one) => meet(one.from, from) && meet(one.to, to)));
}

function lackingSteps({ process, steps }: DescribedProcess, scenarios: readonly ToldScenario[], sayings: Sayings) {
  const told = scenarios.flatMap(({ messages }) => messages);
  return steps
    .filter((step) =>
      step.message ? !goes(told, step.message, step) : !isToldPast(nameOf(process, step), step, scenarios, sayings),
    )
    .map((step) => {
      const what = step.message ? labelOf(step.message) : 'off the DIP';
      return `${nameOf(process, step)}, ${what}, ${wayOf(step)}`;
    });
}

/** By name alone: who sends a variant may be another kind of service than in the step that it resembles. */
function lackingVariants({ process, variants }: DescribedProcess, scenarios: readonly ToldScenario[]) {
  const told = scenarios.flatMap(({ messages }) => messages);
  return variants
    .filter((variant) => !told.some((one) => isNamed(one, variant)))
    .map((variant) => `${process} variant ${labelOf(variant)}`);
}

function isTaken({ messages, codes }: Path, scenarios: readonly ToldScenario[]): boolean {
  if (messages.length === 0 && codes.length === 0) return false;
  const any = (one: ToldScenario, names: readonly Named[]) =>
    one.messages.some((told) => names.some((name) => isNamed(told, name)));
  const named = messages.flat();
  return (
    messages.every((names) => scenarios.some((one) => any(one, names))) &&
    (codes.length === 0 ||
      scenarios.some(
        (one) => (named.length === 0 || any(one, named)) && codes.some((code) => one.codes.includes(code)),
      ))
  );
}

function saidOf(process: string, { row, messages, codes }: Path): string {
  const which = codes.length > 4 ? [`${codes[0]} or another of ${codes.length} codes`] : [codes.join(' or ')];
  const said = messages.map((names) => names.map(labelOf).join(' or '));
  return [`${process} path ${row}`, ...said, ...which].filter((part) => part !== '').join(', ');
}

/**
 * What no scenario of its own process tells: steps, variant events and other paths. A step is told when a message of
 * that name goes from a role that it names to a role that it names, as far as the scenario names both.
 */
export function lackingIn(
  described: readonly DescribedProcess[],
  scenarios: readonly ToldScenario[],
  sayings: Sayings = {},
): string[] {
  return described.flatMap((one) => {
    const own = scenarios.filter(({ process }) => process === one.process);
    const paths = one.paths.filter((path) => !isTaken(path, own)).map((path) => saidOf(one.process, path));
    return [...lackingSteps(one, own, sayings), ...lackingVariants(one, own), ...paths];
  });
}

/** Sayings of steps that are not described, or do not go past the DIP. */
export function strayIn(described: readonly DescribedProcess[], sayings: Sayings): string[] {
  const past = described.flatMap(({ process, steps }) =>
    steps.filter(({ message }) => !message).map((step) => nameOf(process, step)),
  );
  return Object.keys(sayings).filter((name) => !past.includes(name));
}

/** Codes of other paths that are sure to come of their fault, and that no scenario asks a refusal with. */
export function lackingCodes(
  described: readonly DescribedProcess[],
  scenarios: readonly ToldScenario[],
  isSure: (code: string) => boolean,
): string[] {
  const asked = new Set(scenarios.filter(({ enforces }) => enforces).flatMap(({ codes }) => codes));
  const codes = new Set(described.flatMap(({ paths }) => paths.flatMap((path) => path.codes)));
  return [...codes].filter((code) => isSure(code) && !asked.has(code)).map((code) => `code ${code}`);
}
