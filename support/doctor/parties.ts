import { roles as roleTable, serviceRole } from '../catalogue';
import type { Profile } from '../participant';
import { releaseInForce, type Binding, type Environment, type ScenarioText } from '../stage';
import { finding, type Finding } from './finding';
import { segmentOf } from './step-acts';

/** What profile and environment say of who is who, and whether the two fit together. */
export function partyFindings(o: { profile?: Profile; environment?: Environment; environmentFile: string }): Finding[] {
  const { profile, environment, environmentFile } = o;
  return [
    ...(environment ? environmentFindings(environment, environmentFile) : []),
    ...(profile ? twiceInProfile(profile) : []),
    ...(profile && environment ? clashes(profile, environment) : []),
  ];
}

function environmentFindings(environment: Environment, file: string): Finding[] {
  const { parties } = environment;
  const twice = groups(parties, ({ dipId }) => dipId).map(([dipId, same]) =>
    finding('DOCTOR_PARTY_TWICE', { dipId, names: same.map(({ name }) => name).join(', ') }, `${file}: parties`),
  );
  return [...releaseFindings(environment, file), ...twice];
}

function releaseFindings(environment: Environment, file: string): Finding[] {
  const { release } = environment;
  const current = releaseInForce(environment, new Date());
  if (!current || current.release === release) return [];
  const values = { release, inForce: current.release, from: current.from };
  return [finding('DOCTOR_RELEASE_NOT_IN_FORCE', values, `${file}: inForce`)];
}

function twiceInProfile({ identities, placeOf }: Profile): Finding[] {
  return groups(identities, ({ role, mpid }) => `${role} ${mpid}`).map(([, same]) => {
    const { role, mpid } = same[0]!;
    const place = placeOf(['identities', identities.indexOf(same[1]!), 'mpid']);
    return finding('DOCTOR_MPID_TWICE', { role, mpid, dipIds: same.map(({ dipId }) => dipId).join(', ') }, place);
  });
}

function clashes({ identities, placeOf }: Profile, { parties }: Environment): Finding[] {
  return identities.flatMap(({ dipId, mpid }, index) =>
    parties.flatMap((party) => {
      const values = { dipId, mpid, name: party.name, role: party.role };
      if (party.dipId === dipId) return finding('DOCTOR_DIP_ID_TAKEN', values, placeOf(['identities', index, 'dipId']));
      if (party.mpid === mpid) return finding('DOCTOR_MPID_TAKEN', values, placeOf(['identities', index, 'mpid']));
      return [];
    }),
  );
}

/** Positions that every test MPAN needs filled, and that nobody fills in some of the selected scenarios. */
export function positionFindings(
  scenarios: readonly ScenarioText[],
  bindingOf: (tags: readonly string[]) => Binding,
  environmentFile: string,
): Finding[] {
  const lacking = new Map<string, string[]>();
  for (const { id, steps, tags } of scenarios) {
    const segment = segmentOf(steps);
    const services = [serviceRole('metering', segment), serviceRole('data', segment)];
    const needed = ['LDSO', 'REGS', 'SUP (outgoing)', ...services.map((role) => `${role} (incumbent)`)];
    const { positions } = bindingOf(tags);
    for (const position of needed.filter((one) => positions[one] === undefined)) {
      lacking.set(position, [...(lacking.get(position) ?? []), id]);
    }
  }
  return [...lacking].map(([position, ids]) => {
    const role = Object.entries(roleTable).find(([code]) => position.startsWith(code))?.[1].name ?? '';
    const values = { position: `${position}, ${role}`, count: ids.length, example: ids[0]! };
    return finding('DOCTOR_POSITION_UNFILLED', values, `${environmentFile}: parties`);
  });
}

/** Values that several items share, with these items. */
export function groups<T>(items: readonly T[], keyOf: (item: T) => string): [key: string, items: T[]][] {
  const byKey = new Map<string, T[]>();
  for (const item of items) byKey.set(keyOf(item), [...(byKey.get(keyOf(item)) ?? []), item]);
  return [...byKey].filter(([, same]) => same.length > 1);
}
