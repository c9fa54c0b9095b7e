import { once } from 'node:events';
import { Option, type Command } from 'commander';
import { isRole, roles as allRoles } from '../catalogue';
import { errorsOf, nearest, stageErrors } from '../errors';
import { faults, loadProfile, openReference, referenceConfig, withFaults } from '../participant';
import { bundled, stateFolder } from '../session';
import { loadAssumptions, loadEnvironment, loadStandingData } from '../stage';
import { createRedactor } from '../wire';
import type { Done } from './lazily';
import { print, say } from './output';

const raise = errorsOf(stageErrors);

interface ParticipantFlags {
  role: string[];
  dip?: string;
  environment: string;
  fault?: string[];
  listFaults?: boolean;
  json?: boolean;
}

/** `qualify participant`: a reference participant as a process of its own, good or with faults. */
export function participantCommand(command: Command, done: Done): void {
  command
    .option('--role <role...>', 'roles that it plays', ['SUP'])
    .option('--dip <url>', 'base address of the DIP')
    .option('--environment <file>', 'environment file, or the name of a bundled one', 'pit')
    .option('--fault <name...>', 'what it does wrong')
    .addOption(new Option('--list-faults', 'show what it can do wrong'))
    .option('--json', 'print its addresses, or the faults, as JSON')
    .action(async (flags: ParticipantFlags) => {
      if (flags.listFaults) return listFaults(flags.json);
      if (!flags.dip) return command.error("error: required option '--dip <url>' not specified");
      await play(flags, flags.dip);
      done(0);
    });
}

function listFaults(json?: boolean): void {
  const listed = Object.entries(faults).map(([name, { number, what, roles }]) => ({
    ...{ name, number: number ?? null, what, roles },
  }));
  if (json) return print(JSON.stringify({ schema: 1, faults: listed }, null, 2));
  for (const { name, what, roles } of listed) print(`${name.padEnd(30)} ${roles.join(' ').padEnd(14)} ${what}`);
}

/** Plays until it is told to end. */
async function play(flags: ParticipantFlags, dipUrl: string): Promise<void> {
  const unknown = flags.role.find((role) => !isRole(role));
  if (unknown !== undefined) {
    const near = nearest(unknown, Object.keys(allRoles)) ?? 'SUP';
    throw raise('ROLE_UNKNOWN', { role: unknown, nearest: near }, '--role');
  }
  const assumptions = await loadAssumptions(bundled.assumptions);
  const isName = /^[a-z0-9-]+$/.test(flags.environment);
  const file = isName ? bundled.environment(flags.environment) : flags.environment;
  const environment = await loadEnvironment(file, assumptions);
  const profile = withFaults(await loadProfile(bundled.participant), flags.fault ?? [], flags.role);
  const config = await referenceConfig(profile, {
    stateDir: stateFolder(process.cwd()),
    dipUrl,
    environmentTag: environment.environmentTag,
    effectiveDatesBeginAt: environment.settings.effectiveDatesBeginAt,
    release: environment.release,
    parties: environment.parties,
    standing: await loadStandingData(environment.standingData),
    roles: flags.role,
    faults: flags.fault ?? [],
  });
  // Whoever is told where it is may tell it to end at once.
  const told = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const redactor = createRedactor([config.triggerToken, ...Object.values(config.apiKeys)]);
  const reference = await openReference(config, (line) => say(redactor.text(line)));
  say(
    `${profile.name} as ${flags.role.join(', ')}: triggers at ${reference.triggers}, webhooks at ${reference.webhook}`,
  );
  if (flags.json) {
    const identities = config.identities.map(({ dipId, mpid, role }) => ({ dipId, mpid, role }));
    const { triggers, webhook } = reference;
    print(JSON.stringify({ schema: 1, name: profile.name, identities, triggers, webhook, faults: config.faults }));
  }
  await told;
  await reference.close();
}
