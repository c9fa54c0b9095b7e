import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Messages that a scenario names: `IF-031 [MSApp]`, in its own words or those of its background. */
export interface ScenarioMessages {
  id: string;
  messages: ReadonlySet<string>;
}

const label = /\b(?:IF|REP)-\d{3}[A-Z]? \[[^\]\s]+\]/g;
const idTag = /@(MQ-[A-Z0-9]+-\d{3})\b/;

/** The scenarios of a feature with the messages that they name. What stands above a group of them belongs to each. */
export function messagesOf(feature: string): ScenarioMessages[] {
  const found: { id: string; messages: Set<string> }[] = [];
  let shared: string[] = [];
  let own: Set<string> | undefined;
  for (const line of feature.split('\n')) {
    if (/^\s*(Feature|Rule):/.test(line)) [shared, own] = [[], undefined];
    const id = idTag.exec(line)?.[1];
    if (id !== undefined) found.push({ id, messages: (own = new Set(shared)) });
    const named = line.match(label) ?? [];
    if (own) for (const message of named) own.add(message);
    else shared.push(...named);
  }
  return found;
}

/** The same for every feature below a folder. */
export function scenariosBelow(folder: string): ScenarioMessages[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.feature'))
    .sort()
    .flatMap((name) => messagesOf(readFileSync(join(folder, name), 'utf8')));
}

/** Ids of the scenarios that name one of these messages. */
export function touchedBy(labels: readonly string[], scenarios: readonly ScenarioMessages[]): string[] {
  return scenarios.filter(({ messages }) => labels.some((one) => messages.has(one))).map(({ id }) => id);
}
