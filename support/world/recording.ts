import { errorsOf, QualifyError, worldErrors } from '../errors';
import type { AppointmentRecord, Records } from '../market';
import type { Findings } from './findings';
import { canRead, reading, type Reading } from './reading';
import { refuseFailedChecks } from './receiving';
import type { Scene, ScenarioMpan } from './scene';

const raise = errorsOf(worldErrors);

/** How the records of a party show one service of an MPAN; `not appointed` when they do not show it. */
function shownAs(records: Records, dipId: string): AppointmentRecord | undefined {
  const order = ['active', 'accepted', 'proposed', 'lapsed', 'refused', 'ended'];
  return records.appointments
    .filter((appointment) => appointment.dipId === dipId)
    .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))[0];
}

function inWords(appointment: AppointmentRecord | undefined): string {
  return appointment ? `${appointment.status} from ${appointment.from}` : 'not appointed';
}

/**
 * "X's records show Y as accepted": asks again until it is so or the limit has passed. Without a probe nothing is
 * proved, and the findings say so.
 */
export async function recordsShow(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  serviceWords: string,
  states: string[],
  findings: Findings,
): Promise<void> {
  const party = scene.party(words, mpan);
  const service = scene.party(serviceWords, mpan);
  const check = { id: 'records', level: 'must' as const, ledger: [] };
  if (!canRead(scene, party, findings, check)) return;
  const { ms } = scene.limit('answer');
  const deadline = Date.now() + ms;
  const due = scene.beginsFor(mpan, service.dipId);
  await reading(scene, mpan, party, async (read) => {
    for (;;) {
      refuseFailedChecks(mpan.watch.entries);
      const shown = shownAs(await read.records(), service.dipId);
      const state = shown?.status ?? 'not appointed';
      const onTime = !['accepted', 'active'].includes(state) || !due || Date.parse(shown!.from) === Date.parse(due);
      if (states.includes(state) && onTime) return shows(party, read, findings, check.id);
      if (Date.now() >= deadline) {
        const from = due && states.some((one) => ['accepted', 'active'].includes(one)) ? ` from ${due}` : '';
        const expected = `${service.position} as ${states.join(' or ')}${from}`;
        const actual = `${service.position} ${inWords(shown)}`;
        return differs(party, read, findings, { id: check.id, mpan: mpan.watch.mpan, expected, actual });
      }
      // A probe can only be asked: the environment file says how often.
      await mpan.watch.settle(scene.limit('probe').ms);
    }
  });
}

/**
 * "X's records show it once": each transaction is booked once, none that had to be refused is, and one appointment of
 * the service is held.
 */
export async function recordsShowOnce(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  serviceWords: string,
  findings: Findings,
): Promise<void> {
  const party = scene.party(words, mpan);
  const service = scene.party(serviceWords, mpan);
  const check = { id: 'records-once', level: 'must' as const, ledger: [] };
  if (!canRead(scene, party, findings, check)) return;
  await reading(scene, mpan, party, async (read) => {
    const records = await read.records();
    const times = records.appointments.filter((appointment) => appointment.dipId === service.dipId).length;
    const booked = records.booked ?? [];
    const twice = booked.filter((id, index) => booked.indexOf(id) !== index);
    const spoilt = mpan.watch.entries.filter((entry) => entry.kind === 'delivered' && entry.name === 'spoilt');
    const bad = booked.filter((id) => spoilt.some((entry) => entry.to === party.dipId && entry.transactionID === id));
    if (times === 1 && twice.length === 0 && bad.length === 0) return shows(party, read, findings, check.id);
    const actual =
      bad.length > 0
        ? `transaction ${bad[0]}, which had to be refused, as booked`
        : twice.length > 0
          ? `transaction ${twice[0]} booked twice`
          : `${service.position} ${times} times`;
    const expected = `${service.position} once`;
    return differs(party, read, findings, { id: check.id, mpan: mpan.watch.mpan, expected, actual });
  });
}

type Party = ReturnType<Scene['party']>;

/** The records of a party are as they must be. */
export async function shows({ actor }: Party, { kept }: Reading, findings: Findings, id: string): Promise<void> {
  findings.check({ id, level: 'must', status: 'pass', reason: '', ledger: await kept() });
  if (actor === 'participant') findings.readBack();
}

/** The records of a party are not as they must be: its own fault where it is the participant. RECORDS_DIFFER. */
export async function differs(
  { position, actor }: Party,
  { kept }: Reading,
  findings: Findings,
  { id, ...values }: { id: string; mpan: string; expected: string; actual: string },
): Promise<never> {
  const error = raise('RECORDS_DIFFER', { position, ...values });
  if (actor !== 'participant') throw new QualifyError(error.code, 'harness', error.message, error.fix);
  const reason = `expected ${values.expected}, got ${values.actual}`;
  findings.check({ id, level: 'must', status: 'fail', reason, blame: 'participant', ledger: await kept() });
  throw error;
}
