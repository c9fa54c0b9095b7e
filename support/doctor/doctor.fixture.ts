import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RoleCode } from '../catalogue';
import { initParticipant, loadProfile, type Profile } from '../participant';
import { bind, loadAssumptions, loadEnvironment, type Binding, type Environment, type ScenarioText } from '../stage';
import { scratchDir } from '../testing';
import type { Finding } from './finding';

const fixtures = path.resolve(__dirname, '../../fixtures');
export const environmentFile = path.join(fixtures, 'environments/pit.yaml');

export async function bundledProfile(): Promise<Profile> {
  return loadProfile(path.join(fixtures, 'participants/reference.yaml'));
}

/** The bundled environment, with what a test changes in it. */
export async function environment(change: Partial<Environment> = {}): Promise<Environment> {
  const assumptions = await loadAssumptions(path.join(fixtures, 'assumptions/assumptions.yaml'));
  return { ...(await loadEnvironment(environmentFile, assumptions)), ...change };
}

/** A folder with a profile as `qualify init` writes it. */
export interface Own {
  dir: string;
  stateDir: string;
  /** Loads the profile after a change to its text. */
  profile(change?: (text: string) => string): Promise<Profile>;
  /** Replaces a file that the profile names. */
  put(name: string, text: string): void;
}

export async function own(roles: RoleCode[] = ['SUP']): Promise<Own> {
  const dir = scratchDir();
  const stateDir = path.join(dir, 'state');
  await initParticipant({ roles, dir, stateDir });
  const file = path.join(dir, 'participant.yaml');
  const original = readFileSync(file, 'utf8');
  return {
    dir,
    stateDir,
    profile(change = (text) => text) {
      writeFileSync(file, change(original));
      return loadProfile(file);
    },
    put: (name, text) => writeFileSync(path.join(dir, name), text),
  };
}

export function codes(findings: readonly Finding[]): string[] {
  return findings.map(({ code }) => code).sort();
}

/** The only finding: its code, and words of it. */
export function assertOnly(findings: readonly Finding[], code: string, words = /./): void {
  assert.deepEqual(codes(findings), [code]);
  const [{ text, fix, place }] = findings as [Finding];
  assert.match(text, words);
  assert.doesNotMatch(`${text} ${fix}`, /\{\w+\}|undefined/);
  assert.ok(place);
}

/** A scenario of those steps. */
export function scenario(id: string, steps: string[], tags: string[] = ['@role:SUP']): ScenarioText {
  return {
    ...{ id, name: `about ${id}`, uri: 'features/x.feature', line: 1, tags, process: 'BP001', theme: 'mpan-ownership' },
    ...{ kind: 'positive', roles: ['SUP'], needs: [], assumes: [], interfaces: [], messages: [], steps },
  };
}

/** Who fills what when the participant is that supplier. */
export function bindingFor({ parties }: Environment, dipId = '1100000001') {
  return (tags: readonly string[]): Binding => bind(tags, [{ dipId, role: 'SUP' }], parties);
}
