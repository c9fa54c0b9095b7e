import { createRequire } from 'node:module';
import type { Command } from 'commander';
import { diffReleases, type Change } from '../../catalogue';
import type { Scenario } from '../../stage';
import type { Done } from '../lazily';
import { counted, print, say } from '../output';
import { printed as pc } from '../terminal';
import { releaseNamed } from './release';

const load = createRequire(__filename);

const examples = `
Exit codes: 0 no participant can break, 1 one that goes on as before can, 2 a release is not there.

Examples:
  qualify catalogue diff 2.1.0 2.2.1
  qualify catalogue diff 2.1.0 2.2.1 --json`;

/** `qualify catalogue diff`: what changes from one release to another. */
export function catalogueDiffCommand(command: Command, done: Done): void {
  command
    .argument('<from>', 'a release: 2.1.0, or one that was imported')
    .argument('<to>', 'the release to compare it with')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (from: string, to: string, { json }: { json?: boolean }) => {
      const changes = diffReleases(releaseNamed(from), releaseNamed(to));
      const scenarios = await scenariosHere();
      const touched = touchedBy(
        changes.flatMap(({ events }) => events),
        scenarios,
      );
      const breaking = changes.filter((change) => change.breaking).length;
      if (json) {
        const told = changes.map((change) => ({ ...change, scenarios: touchedBy(change.events, scenarios) }));
        print(JSON.stringify({ schema: 1, from, to, breaking, changes: told, scenarios: touched }, null, 2));
      } else for (const line of linesOf(changes, scenarios, releaseNamed(to).events.length)) print(line);
      const words = [`${breaking} can break a participant`, `${counted(touched.length, 'scenario')} touched`];
      if (!json) say(`${from} to ${to}: ${counted(changes.length, 'change')}, ${words.join(', ')}`);
      done(breaking > 0 ? 1 : 0);
    });
}

/** Every scenario of the harness. Only a difference asks for them: the session is slow to load. */
async function scenariosHere(): Promise<Scenario[]> {
  const { bundled, home, readScenarios, tagWords } = load('../../session') as typeof import('../../session');
  const { loadAssumptions } = load('../../stage') as typeof import('../../stage');
  return readScenarios(bundled.features, home, tagWords(await loadAssumptions(bundled.assumptions)));
}

/** Ids of the scenarios in which one of these messages goes; rows of an outline count as one. */
function touchedBy(labels: readonly string[], scenarios: readonly Scenario[]): string[] {
  const touched = scenarios.filter(({ messages }) => messages.some((one) => labels.includes(one)));
  return [...new Set(touched.map(({ id }) => id.split('/')[0]!))];
}

const mostListed = 8;
const interfaceOf = (label: string) => label.split(' ')[0]!;

/** Changes under the interface that they touch; those of several interfaces under all of them together. */
function linesOf(changes: readonly Change[], scenarios: readonly Scenario[], messages: number): string[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const interfaces = [...new Set([change.interface ?? [], change.events.map(interfaceOf)].flat())].sort();
    const key = interfaces.length > mostListed ? spread(change.events, messages) : listed(interfaces);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups].flatMap(([name, ones], index) => [
    ...(index > 0 ? [''] : []),
    pc.bold(name),
    ...ones.flatMap((change) => changeLines(change, scenarios)),
  ]);
}

const interfacesOf = (labels: readonly string[]) => new Set(labels.map(interfaceOf)).size;

/** `all 146 messages`, or `132 messages of 45 interfaces`. */
function spread(labels: readonly string[], all: number): string {
  if (labels.length === all) return `all ${all} messages`;
  return `${counted(labels.length, 'message')} of ${counted(interfacesOf(labels), 'interface')}`;
}

function changeLines({ breaking, kind, text, events }: Change, scenarios: readonly Scenario[]): string[] {
  const touched = touchedBy(events, scenarios);
  // Where it touches many interfaces, the heading has said how many.
  const named = events.length > 0 && interfacesOf(events) <= mostListed;
  const mark = breaking ? pc.red('breaks ') : pc.dim(kind.padEnd(7));
  return [
    `  ${mark} ${text}`,
    ...(named ? [`          ${pc.dim(`in ${listed(events)}`)}`] : []),
    ...(touched.length > 0 ? [`          ${pc.dim(`scenarios ${listed(touched)}`)}`] : []),
  ];
}

function listed(names: readonly string[]): string {
  const more = names.length - mostListed;
  return more > 0 ? `${names.slice(0, mostListed).join(', ')} and ${more} more` : names.join(', ');
}
