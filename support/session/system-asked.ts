import { errorsOf, QualifyError, systemErrors } from '../errors';
import { askSystem, resolveConnection, type Profile } from '../participant';
import type { Finding, SystemAnswer, SystemAnswered, Verdicts } from '../verdict';

const raise = errorsOf(systemErrors);

/**
 * Asks the system under test which build it is, where the profile names a probe for it; undefined where it names none, or the
 * run is interrupted. `started` is the address of the reference participant. What goes wrong is an answer, too.
 */
export async function systemAnswer(
  profile: Profile,
  place: { stateDir: string; started?: string },
  o: { now?: () => Date; signal?: AbortSignal } = {},
): Promise<SystemAnswer | undefined> {
  if (!profile.probes.systemUnderTest) return undefined;
  const at = (o.now ?? (() => new Date()))().toISOString();
  try {
    const connection = await resolveConnection(profile, 'probes', place);
    return { at, ...(await askSystem(profile, connection, o.signal ? { signal: o.signal } : {})) };
  } catch (error) {
    // Who interrupts a run does not learn anything about the system by it.
    if (o.signal?.aborted) return undefined;
    if (error instanceof QualifyError) return { at, problem: `${error.code}: ${error.message}` };
    throw error;
  }
}

type Stated = Pick<Verdicts['systemUnderTest'], 'name' | 'components'>;

/** What is wrong with what the system said of itself: not asked, another build than stated, or changed inside the run. */
export function systemFindings(stated: Stated, { start, end }: SystemAnswered): Finding[] {
  const asked = [
    ['start', start],
    ['end', end],
  ] as const;
  const findings = asked.flatMap(([when, answer]) =>
    answer && 'problem' in answer ? [finding('SYSTEM_NOT_KNOWN', { when, problem: answer.problem })] : [],
  );
  const good = asked.flatMap(([when, one]) => (one && !('problem' in one) ? [{ when, ...one }] : []));
  const [first, second] = good;
  const other = first && differences(stated, first);
  if (other?.length) findings.push(finding('SYSTEM_OTHER', { when: first!.when, differences: other.join('; ') }));
  const changed = first && second ? differences(first, second, 'then') : [];
  // What appeared is a change, too.
  const gone = first && second ? differences(second, first).filter((text) => text.includes('not named')) : [];
  const all = [...changed, ...gone.map((text) => text.replace('not named', 'absent at the start'))];
  if (all.length > 0) findings.push(finding('SYSTEM_CHANGED', { differences: all.join('; ') }));
  return findings;
}

/** What the first states and the second does not say. */
function differences(stated: Stated, answered: Stated, word = 'answered'): string[] {
  const versions = new Map(answered.components.map(({ name, version }) => [name, version]));
  const components = stated.components.flatMap(({ name, version }) => {
    const got = versions.get(name);
    return got === version ? [] : [`${name}: ${version}, ${got === undefined ? 'not named' : `${word} ${got}`}`];
  });
  const names = stated.name === answered.name ? [] : [`name: ${stated.name}, ${word} ${answered.name}`];
  return [...names, ...components];
}

function finding(code: keyof typeof systemErrors, values: Record<string, string>): Finding {
  const { kind, message } = raise(code, values);
  return { code, blame: kind, level: 'must', reason: message, ledger: [] };
}
