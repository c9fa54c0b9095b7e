import type { RoleCode } from '../catalogue';
import type { Profile } from '../participant';
import { loadPool, poolSource, type Binding, type Environment, type Exclusion, type ScenarioText } from '../stage';
import { openCertificateStore } from '../wire';
import { identityFindings } from './certificates';
import { endpointFindings } from './endpoints';
import { finding, findingsOf, sorted, type Finding } from './finding';
import { dtcFindings, folderFindings, lockFindings, portFindings, programFindings } from './machine';
import { partyFindings, positionFindings } from './parties';
import { plannedActs, readingBack } from './plan';
import { partiesOf } from './mpans';
import { poolFindings } from './pool';

/** What a run would rest on. What could not be read is absent, and the rest is examined all the same. */
export interface Examined {
  profile?: Profile;
  environment?: Environment;
  environmentFile: string;
  /** Roles that the run is about; those of the whole profile when empty. */
  roles: readonly RoleCode[];
  /** What was selected and left out; absent where the selection could not be made. */
  selection?: {
    selected: readonly ScenarioText[];
    excluded: readonly { scenario: ScenarioText; exclusion: Exclusion }[];
    bindingOf(tags: readonly string[]): Binding;
  };
  stateDir: string;
  /** Folder for the run folders. */
  out: string;
  /** 0 takes a free one. */
  dipPort: number;
  /** Who holds the state folder. */
  holder?: { pid: number; since: string } | undefined;
  /** `start`: only what would stop a run. `all`: advice, too. */
  depth: 'start' | 'all';
  now?: Date;
}

const none = Promise.resolve<Finding[]>([]);

/**
 * Looks for everything that can be wrong before a run, all at once: who is who, certificates and keys, webhooks and
 * triggers, test MPANs, the machine. Starts nothing, posts nothing; for a system of the user's own it may make the
 * throw-away certificates of the state folder. Errors come first.
 */
export async function examine(o: Examined): Promise<Finding[]> {
  const { profile, environment, environmentFile, selection, depth } = o;
  const asked = await Promise.all([
    environment ? poolOf(environment, o) : none,
    folderFindings([o.out, o.stateDir]),
    portFindings(o.dipPort),
    profile && !profile.bundled ? onTheWire(profile, o) : none,
    profile ? dtcFindings(profile) : none,
  ]);
  const known = [
    ...partyFindings(o),
    ...(selection ? positionFindings(selection.selected, selection.bindingOf, environmentFile) : []),
    ...lockFindings(o.holder, o.stateDir),
    ...(profile?.bundled ? [bundledNote(profile)] : []),
    ...(depth === 'all' ? [...programFindings(), ...actFindings(o)] : []),
  ];
  const found = sorted([...known, ...asked.flat()]);
  return depth === 'all' ? found : found.filter(({ level }) => level === 'error');
}

/** Its certificates are issued, and its process is started, by the run. */
function bundledNote({ file }: Profile): Finding {
  const values = { what: 'Webhooks and triggers', why: 'the bundled reference participant is started by the run' };
  return finding('DOCTOR_NOT_ASKED', values, file);
}

async function poolOf(environment: Environment, o: Examined): Promise<Finding[]> {
  const { profile, selection, stateDir } = o;
  const source = poolSource(profile, environment, o.environmentFile);
  try {
    const pool = await loadPool(source.file, { stateDir });
    const parties = partiesOf(environment, profile);
    const market = selection && { bindingOf: selection.bindingOf, parties };
    return poolFindings({ pool, source, scenarios: selection?.selected ?? [], ...(market ? { market } : {}) });
  } catch (error) {
    return findingsOf(error, source.file);
  }
}

async function onTheWire(profile: Profile, o: Examined): Promise<Finding[]> {
  const { stateDir, environment, depth, now = new Date() } = o;
  const identities = profile.identities.filter(({ role }) => isAbout(o.roles, role));
  try {
    const store = await openCertificateStore(stateDir);
    const dip = await store.identity('simulated-dip');
    const read = await identityFindings(profile, identities, { stateDir, now, authority: store.ca });
    if (!environment) return read.findings;
    const trust = [store.ca, ...read.resolved.flatMap((one) => one.trust)];
    const thorough = depth === 'all';
    const asked = await endpointFindings({ profile, environment, identities, stateDir, dip, trust, thorough });
    return [...read.findings, ...asked];
  } catch (error) {
    return findingsOf(error, stateDir);
  }
}

function isAbout(roles: readonly RoleCode[], role: string): boolean {
  return roles.length === 0 || (roles as readonly string[]).includes(role);
}

/** Acts and probes that the profile lacks, with what that costs. */
function actFindings({ profile, environment, selection }: Examined): Finding[] {
  if (!profile || !environment || !selection) return [];
  const at = (part: 'triggers' | 'probes') => profile.placeOf([part]);
  const acts = plannedActs({ profile, ...selection }).filter(({ how }) => how === 'absent');
  const absent = acts.map(({ act, scenarios, notRun }) => {
    const ids = [...notRun, ...scenarios];
    const examples = ids.length > 3 ? `${ids.slice(0, 3).join(', ')} …` : ids.join(', ');
    return finding('DOCTOR_ACT_ABSENT', { act, count: ids.length, examples }, at('triggers'));
  });
  const reading = profile.probes.records ? [] : readingBack(selection);
  const blind = reading.length > 0 ? [finding('DOCTOR_PROBE_ABSENT', { count: reading.length }, at('probes'))] : [];
  return [...absent, ...blind];
}
