import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isRole, responseCode, roles as allRoles } from '../catalogue';
import { errorsOf, evidenceErrors, nearest, sessionErrors, stageErrors } from '../errors';
import { readCoveredRun, type CoverageInput, type KnownScenario } from '../evidence';
import { readRegisters } from '../requirements';
import { bundled, home, readScenarios, tagWords } from '../session';
import { loadAssumptions, scenarioGroups, type ScenarioText } from '../stage';
import { releaseNamed } from './catalogue/release';

const raise = errorsOf({ ...evidenceErrors, ...stageErrors, ...sessionErrors });

/**
 * The folder of a run: a folder, the name of one under reports/, or the last run. QualifyErrors RUN_NOT_NAMED,
 * RUN_UNKNOWN.
 */
export function runFolderOf(run: string | undefined, cwd: string): string {
  const reports = join(cwd, 'reports');
  const latest = join(reports, 'latest.txt');
  if (run === undefined && !existsSync(latest)) throw raise('RUN_NOT_NAMED', { file: 'reports/latest.txt' }, latest);
  const name = run ?? readFileSync(latest, 'utf8').trim();
  const places = run === undefined ? [join(reports, name)] : [resolve(cwd, name), join(reports, name)];
  const found = places.find((place) => statSync(place, { throwIfNoEntry: false })?.isDirectory());
  if (found) return found;
  const near = nearest(name, existsSync(reports) ? readdirSync(reports) : []);
  throw raise('RUN_UNKNOWN', { run: name, hint: near ? `Did you mean ${near}? ` : '' }, run ?? latest);
}

/** Everything that the coverage of a run is told from; the errors of each reader, and those of a wrong option. */
export async function coverageInput(folder: string, only: CoverageInput['only']): Promise<CoverageInput> {
  checkWords(only);
  const run = await readCoveredRun(folder);
  const { roles } = run.verdicts.participant;
  const other = only.roles.find((role) => !roles.includes(role));
  if (other !== undefined) throw raise('RUN_ROLE_OTHER', { role: other, roles: roles.join(', ') }, folder);
  const [scenarios, { constituency }] = await Promise.all([
    knownScenarios(),
    readRegisters(join(home, 'fixtures/requirements')),
  ]);
  return { run, release: releaseNamed(run.verdicts.release), scenarios, constituency, only };
}

function checkWords({ roles, processes }: CoverageInput['only']): void {
  const role = roles.find((one) => !isRole(one));
  const codes = Object.keys(allRoles);
  if (role !== undefined) throw raise('ROLE_UNKNOWN', { role, nearest: nearest(role, codes) ?? 'SUP' }, '--role');
  const value = processes.find((one) => !scenarioGroups.includes(one));
  if (value === undefined) return;
  const near = nearest(value, scenarioGroups);
  throw raise('SELECTION_UNKNOWN', { what: 'process', value, hint: near ? `Did you mean ${near}? ` : '' }, '--process');
}

async function knownScenarios(): Promise<KnownScenario[]> {
  const scenarios = await readScenarios(bundled.features, home, tagWords(await loadAssumptions(bundled.assumptions)));
  const files = new Map<string, string>();
  const textOf = (uri: string) => {
    if (!files.has(uri)) files.set(uri, readFileSync(join(home, uri), 'utf8'));
    return files.get(uri)!;
  };
  return scenarios.map((scenario) => knownScenario(scenario, textOf(scenario.uri)));
}

/** What coverage needs of a scenario; `feature` is the text of its file, whose tables name codes, too. */
export function knownScenario({ id, process, roles, messages, steps, tags, line }: ScenarioText, feature: string) {
  const text = `${steps.join('\n')}\n${linesOf(feature, line)}`;
  const codes = (text.match(/\b[A-Z]{2,4}\d{3,4}\b/g) ?? []).filter((code) => responseCode(code) !== undefined);
  const mode = tags.includes('@mode:handles') ? 'handles' : tags.includes('@mode:enforces') ? 'enforces' : null;
  const held = roles.map((role) => role.split(':')[0]!);
  return { id, process, roles: held, messages, codes: [...new Set(codes)], mode } satisfies KnownScenario;
}

/** The lines of the scenario around a line, without its examples: those stand in its steps, each row in its own. */
function linesOf(feature: string, line: number): string {
  const lines = feature.split('\n');
  const isHead = (text: string) => /^\s*Scenario( Outline)?:/.test(text);
  const from = lines.findLastIndex((text, index) => index < line && isHead(text));
  const rest = lines.slice(from + 1);
  const to = rest.findIndex((text) => isHead(text) || /^\s*(@|Examples:|Rule:)/.test(text));
  return from < 0 ? '' : rest.slice(0, to < 0 ? undefined : to).join('\n');
}
