import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instant } from '../../catalogue';
import { addDays } from '../calendar';
import { appointment, mpan, pair, Play, point, seeded, who } from '../play.fixture';
import { type Fact, factNames } from './facts';
import { type Appointment, isLoaded, type LoadedRegister } from './register';

type Doing = (play: Play, random: () => number) => void;

const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const day = (random: () => number) => addDays('2027-06-12', Math.floor(random() * 20) - 6);
const metering = [who.mssOld, who.mssNew, who.mssOther];
const data = [who.sdsOld, who.sdsNew];
const proposal = (random: () => number, services: typeof metering) =>
  appointment(pick(random, services), { from: day(random), scenario: pick(random, ['CSP', 'USP', 'COS']) });

let switches = 0;

/** What may happen to an MPAN, in any order and on any day: much of it is refused. */
const doings: readonly Doing[] = [
  (play, random) => play.act(pick(random, ['out', 'in']), 'changeConsent', { from: day(random), granularity: 'D' }),
  (play, random) => play.act('out', 'reportDisplay', { from: day(random) }),
  (play, random) => play.act('regs', 'changeTariff', { from: day(random) }),
  (play, random) => play.act('regs', 'changeEnergyDirection', { from: day(random) }),
  (play, random) => play.act('regs', 'changeDomesticIndicator', { from: day(random), domestic: random() < 0.5 }),
  (play, random) =>
    play.act(pick(random, ['mssOld', 'mssNew']), 'changeEnergisation', {
      ...{ from: day(random), status: pick(random, ['E', 'D']) },
    }),
  (play, random) =>
    play.act(pick(random, ['mssOld', 'mssNew']), 'exchangeMeter', {
      ...{ from: day(random), meterId: pick(random, ['M1', 'M2', 'M3']) },
    }),
  (play, random) => play.act(pick(random, ['out', 'in']), 'appointMeteringService', proposal(random, metering)),
  (play, random) => play.act(pick(random, ['out', 'in']), 'appointDataService', proposal(random, data)),
  (play, random) => {
    const registrationId = `SWITCH-${++switches}`;
    const supplier = pair(pick(random, [who.in, who.out]));
    play.act('regs', 'switchPending', { registrationId, supplier, supplyStartDate: addDays(day(random), 6) });
    play.run();
    if (random() < 0.7) play.act('regs', 'switchSecured', { registrationId });
  },
  (play, random) => play.act('regs', 'dayArrives', { date: day(random) }),
];

function lived(seed: number): LoadedRegister {
  const random = seeded(seed);
  const play = new Play();
  for (const name of ['regs', 'out', 'mssOld', 'sdsOld'] as const) play.act(name, 'loadMeteringPoint', point());
  for (let step = 0; step < 25; step++) {
    pick(random, doings)(play, random);
    play.run();
  }
  const register = play.actors.regs.memory()[mpan]!.state as LoadedRegister;
  assert.ok(isLoaded(register));
  return register;
}

const moment = (dateTime: string) => instant(dateTime)!;

/** Items whose dates do not follow on one another. */
function brokenHistories({ facts }: Pick<LoadedRegister, 'facts'>): string[] {
  return factNames.filter((name) => {
    const history: readonly Fact[] = facts[name] ?? [];
    return history.some((it, index) => index > 0 && moment(it.from) <= moment(history[index - 1]!.from));
  });
}

/** Kinds of service of which two are in force at once. */
function doubleServices({ appointments }: Pick<LoadedRegister, 'appointments'>): string[] {
  return ['metering', 'data'].filter((service) => {
    const own = appointments.filter((it) => it.service === service);
    const active = own.filter((it) => it.status === 'active');
    return active.length > 1;
  });
}

/** Appointments that ended without a successor that begins on that day, or that end and have no end. */
function endsWithoutReason({ appointments }: Pick<LoadedRegister, 'appointments'>): Appointment[] {
  return appointments.filter((it) => {
    if (it.status !== 'ended') return it.to !== null;
    return !appointments.some(
      (next) =>
        next !== it &&
        next.service === it.service &&
        (next.status === 'active' || next.status === 'ended') &&
        it.to !== null &&
        moment(next.from) === moment(it.to),
    );
  });
}

describe('a register that much happens to', () => {
  const lives = Array.from({ length: 80 }, (_, index) => lived(index + 1));

  it('keeps the dates of each item in order, each once', () => {
    for (const [index, register] of lives.entries())
      assert.deepEqual(brokenHistories(register), [], `seed ${index + 1}`);
    assert.ok(lives.some((it) => (it.facts.B025?.length ?? 0) > 2));
  });

  it('has one appointed service of a kind at a time', () => {
    for (const [index, register] of lives.entries())
      assert.deepEqual(doubleServices(register), [], `seed ${index + 1}`);
  });

  it('ends an appointment only for its successor', () => {
    for (const [index, register] of lives.entries()) {
      assert.deepEqual(endsWithoutReason(register), [], `seed ${index + 1}`);
    }
    assert.ok(lives.some((it) => it.appointments.some((one) => one.status === 'ended')));
  });

  it('has each meter fitted once', () => {
    for (const { meters } of lives) {
      const ids = meters.filter((it) => it.removed === null).map((it) => it.details.meterID);
      assert.equal(new Set(ids).size, ids.length);
      assert.equal(ids.length, 1);
    }
    assert.ok(lives.some((it) => it.meters.length > 2));
  });

  it('would be found out if it were otherwise', () => {
    const register = lives[0]!;
    const twice = { ...register.facts, B024: [...register.facts.B024!, register.facts.B024![0]!] };
    assert.deepEqual(brokenHistories({ facts: twice }), ['B024']);
    const active = register.appointments.find((it) => it.status === 'active' && it.service === 'data')!;
    assert.deepEqual(doubleServices({ appointments: [active, { ...active }] }), ['data']);
    const gone: Appointment = { ...active, status: 'ended', to: '2027-06-14T00:00:00+01:00' };
    assert.deepEqual(endsWithoutReason({ appointments: [gone] }), [gone]);
    assert.deepEqual(endsWithoutReason({ appointments: [gone, { ...active, from: gone.to! }] }), []);
  });
});
