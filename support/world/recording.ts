import { errorsOf, QualifyError, worldErrors } from '../errors';
import type { AppointmentRecord, Records } from '../market';
import type { Findings } from './findings';
import { refuseFailedChecks } from './receiving';
import type { Scene, ScenarioMpan } from './scene';

const raise = errorsOf(worldErrors);

/** Asks a party what it holds of an MPAN: the participant by its probe, a simulated party in the hub. */
async function recordsOf(scene: Scene, mpan: ScenarioMpan, dipId: string, actor: string): Promise<Records> {
  const { probes, control } = scene.worker;
  if (actor === 'participant') return probes.records(mpan.watch.mpan, { dipId });
  return (await control.records(dipId, mpan.watch.mpan)) as Records;
}

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
 * proved, and the check says so.
 */
export async function recordsShow(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  serviceWords: string,
  states: string[],
  findings: Findings,
): Promise<void> {
  const { position, dipId, actor } = scene.party(words, mpan);
  const service = scene.party(serviceWords, mpan);
  const check = { id: 'records', level: 'must' as const, ledger: [] };
  if (actor === 'participant' && !scene.worker.probes.has('records')) {
    findings.check({ ...check, status: 'not-applicable', reason: 'the profile has no probe that reads the records' });
    return;
  }
  const { ms } = scene.limit('answer');
  const deadline = Date.now() + ms;
  const ssd = scene.ssd(mpan);
  for (;;) {
    refuseFailedChecks(mpan.watch.entries);
    const shown = shownAs(await recordsOf(scene, mpan, dipId, actor), service.dipId);
    const state = shown?.status ?? 'not appointed';
    const onTime = !['accepted', 'active'].includes(state) || !ssd || Date.parse(shown!.from) === Date.parse(ssd);
    if (states.includes(state) && onTime) {
      findings.check({ ...check, status: 'pass', reason: '' });
      if (actor === 'participant') findings.readBack();
      return;
    }
    if (Date.now() >= deadline) {
      const from = ssd && states.some((one) => ['accepted', 'active'].includes(one)) ? ` from ${ssd}` : '';
      const expected = `${service.position} as ${states.join(' or ')}${from}`;
      const values = { position, mpan: mpan.watch.mpan, expected, actual: `${service.position} ${inWords(shown)}` };
      throw differ(actor, values);
    }
    // A probe can only be asked: the environment file says how often.
    await mpan.watch.settle(scene.limit('probe').ms);
  }
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
  const { position, dipId, actor } = scene.party(words, mpan);
  const service = scene.party(serviceWords, mpan);
  const check = { id: 'records-once', level: 'must' as const, ledger: [] };
  if (actor === 'participant' && !scene.worker.probes.has('records')) {
    findings.check({ ...check, status: 'not-applicable', reason: 'the profile has no probe that reads the records' });
    return;
  }
  const records = await recordsOf(scene, mpan, dipId, actor);
  const times = records.appointments.filter((appointment) => appointment.dipId === service.dipId).length;
  const booked = records.booked ?? [];
  const twice = booked.filter((id, index) => booked.indexOf(id) !== index);
  const spoilt = mpan.watch.entries.filter((entry) => entry.kind === 'delivered' && entry.name === 'spoilt');
  const bad = booked.filter((id) => spoilt.some((entry) => entry.to === dipId && entry.transactionID === id));
  if (times === 1 && twice.length === 0 && bad.length === 0) {
    findings.check({ ...check, status: 'pass', reason: '' });
    if (actor === 'participant') findings.readBack();
    return;
  }
  const actual =
    bad.length > 0
      ? `transaction ${bad[0]}, which had to be refused, as booked`
      : twice.length > 0
        ? `transaction ${twice[0]} booked twice`
        : `${service.position} ${times} times`;
  throw differ(actor, { position, mpan: mpan.watch.mpan, expected: `${service.position} once`, actual });
}

function differ(actor: string, values: Record<string, string>): QualifyError {
  const error = raise('RECORDS_DIFFER', values);
  return actor === 'participant' ? error : new QualifyError(error.code, 'harness', error.message, error.fix);
}
