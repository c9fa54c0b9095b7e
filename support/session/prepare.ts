import { resolve } from 'node:path';
import { isRole, roles as allRoles, type RoleCode } from '../catalogue';
import { errorsOf, nearest, stageErrors } from '../errors';
import { actDefinition } from '../market';
import { createTriggers, loadProfile, withFaults, type Profile, type ProfileIdentity } from '../participant';
import {
  bind,
  loadAssumptions,
  loadEnvironment,
  poolSource,
  speakRelease,
  type Ability,
  type Assumption,
  type Environment,
  type Selection,
} from '../stage';
import { chooseIdentities, withChosen } from './identities';
import { impactedMessages } from './impacted';
import { checkLevels } from '../verdict';
import type { RunOptions } from './options';
import { bundled, stateFolder } from './places';

const raise = errorsOf(stageErrors);

/** Everything that a run rests on, read and checked before anything is started. */
export interface Prepared {
  options: RunOptions;
  participantFile: string;
  environmentFile: string;
  profile: Profile;
  environment: Environment;
  assumptions: Assumption[];
  /** Roles that the run is about; the profile holds each. */
  roles: RoleCode[];
  /** The identities of the profile that the run is about, in the order in which they fill positions. */
  identities: ProfileIdentity[];
  ability: Ability;
  selection: Selection;
}

/** Reads profile, environment and register. QualifyErrors of kind configuration for whatever is wrong with them. */
export async function prepare(options: RunOptions, cwd: string): Promise<Prepared> {
  for (const role of options.roles) {
    if (!isRole(role))
      throw raise('ROLE_UNKNOWN', { role, nearest: nearest(role, Object.keys(allRoles)) ?? 'SUP' }, '--role');
  }
  const { participantFile, environmentFile } = filesOf(options, cwd);
  const [good, assumptions] = await Promise.all([
    loadProfile(participantFile),
    loadAssumptions(bundled.assumptions, options.assumptions),
  ]);
  const loaded = await loadEnvironment(environmentFile, assumptions);
  const { file: pool } = poolSource(good, loaded, environmentFile);
  const environment = { ...loaded, release: good.release ?? loaded.release, pool };
  checkLevels(environment.levels, environmentFile);
  speakRelease(environment, stateFolder(cwd));
  if (options.stage && environment.stage !== options.stage) {
    const values = { actual: environment.stage, asked: options.stage };
    throw raise('STAGE_DIFFERS', values, `${environmentFile}: stage`);
  }

  const wanted = options.roles as RoleCode[];
  const chosen = chooseIdentities(good, { roles: wanted, dipIds: options.dipIds });
  const { roles, identities } = chosen;

  const profile = withFaults(withChosen(good, chosen), options.faults, roles);

  const own = identities.map(({ dipId, role }) => ({ dipId, role: role as RoleCode }));
  const { kindOf } = createTriggers({ profile });
  return {
    options,
    participantFile,
    environmentFile,
    profile,
    environment,
    assumptions,
    roles,
    identities,
    selection: {
      messages: options.impacted ? impactedMessages(options.impacted, stateFolder(cwd)) : [],
      roles: wanted,
      processes: options.processes,
      scenarios: options.scenarios,
      types: options.types,
    },
    ability: {
      stage: environment.stage,
      binding: (tags) => bind(tags, own, environment.parties),
      canAct(act, actingRoles) {
        const mine = actDefinition(act)?.roles.some((role) => actingRoles.includes(role));
        return !mine || profile.triggers.acts[act] !== undefined || kindOf(act) !== 'absent';
      },
    },
  };
}

/** The profile and the environment file that options name, as absolute paths. STAGE_NOT_BUNDLED. */
export function filesOf(options: RunOptions, cwd: string): { participantFile: string; environmentFile: string } {
  const participantFile = options.participant ? resolve(cwd, options.participant) : bundled.participant;
  return { participantFile, environmentFile: environmentOf(options, cwd) };
}

function environmentOf(options: RunOptions, cwd: string): string {
  if (options.environment) {
    const isName = /^[a-z0-9-]+$/.test(options.environment);
    return isName ? bundled.environment(options.environment) : resolve(cwd, options.environment);
  }
  const { stage } = options;
  if (stage !== null && stage !== 'PIT') throw raise('STAGE_NOT_BUNDLED', { stage }, '--stage');
  return bundled.environment('pit');
}
