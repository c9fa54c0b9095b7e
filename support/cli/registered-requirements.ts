import { join } from 'node:path';
import { readRequirements } from '../requirements';
import { home } from '../session';

/** The way to ask which requirements of the project's register a scenario is to prove, by the id of its outline. */
export async function registeredRequirements(): Promise<(scenario: string) => readonly string[]> {
  const { requirements } = await readRequirements(join(home, 'fixtures/requirements'));
  const byScenario = new Map<string, string[]>();
  for (const { id, scenarios } of requirements) {
    for (const scenario of scenarios) byScenario.set(scenario, [...(byScenario.get(scenario) ?? []), id]);
  }
  return (scenario) => byScenario.get(scenario) ?? [];
}
