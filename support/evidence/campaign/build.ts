import { z } from 'zod';
import type { Verdicts } from '../../verdict';

const component = z.object({ name: z.string(), version: z.string() });
export const buildSchema = z.object({ name: z.string(), components: z.array(component) });

/** A build of the system under test: its name and the versions of its components. */
export type Build = z.infer<typeof buildSchema>;

/**
 * The build that a run tested: what the system itself answered, else what the profile states. One that changed inside
 * the run is a build of its own, which no other run has.
 */
export function buildOf({ systemUnderTest, run }: Pick<Verdicts, 'systemUnderTest' | 'run'>): Build {
  const { name, components, answered } = systemUnderTest;
  const [start, end] = [answered?.start, answered?.end];
  if (!start || 'problem' in start) return { name, components };
  const build = { name: start.name, components: start.components };
  if (!end || 'problem' in end || sameBuild(build, end)) return build;
  return { name: `${buildText(build)}, then ${buildText(end)} (run ${run})`, components: [] };
}

/** Whether two builds are one; the order of the components says nothing. */
export function sameBuild(a: Build, b: Build): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf({ name, components }: Build): string {
  const sorted = components.map((one) => [one.name, one.version]).sort((a, b) => (`${a}` < `${b}` ? -1 : 1));
  return JSON.stringify([name, sorted]);
}

/** `CRM (adapter 2.1, crm 7.2)`. */
export function buildText({ name, components }: Build): string {
  const versions = components.map((one) => `${one.name} ${one.version}`).join(', ');
  return versions ? `${name} (${versions})` : name;
}
