import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appointment, mpan, type Name, pair, Play, point, ssd, ssdBegins, who } from '../play.fixture';

const today = '2027-06-12';
const advanced = {
  ...{ segment: 'A', meterKind: 'advanced', meterId: 'A1B2C3' },
  ...{ meteringService: pair(who.msa), dataService: pair(who.adsOld) },
};

function held(over: Record<string, unknown> = {}): Play {
  const play = new Play();
  for (const name of ['regs', 'out', 'sdsOld', 'adsOld'] as const) play.act(name, 'loadMeteringPoint', point(over));
  return play;
}

/** A change of data service without a change of supplier. */
function replaced(next: Name, over: Record<string, unknown> = {}): Play {
  const play = held(over);
  const terms = { scenario: 'CSP', from: today, registrationId: null };
  play.act('out', 'appointDataService', appointment(who[next], terms));
  return play.run();
}

const primary = (play: Play, label: string) => play.one(label).CommonBlock.A0?.primaryRecipients;

describe('reads between data services', () => {
  it('go to the successor that IF-037 named, as of its first moment', () => {
    const play = replaced('sdsNew');
    play.act('sdsOld', 'sendReading', {});
    const read = play.run().one('IF-041 [ReadingCOS]');
    assert.deepEqual(read.CommonBlock.A0!.primaryRecipients, [who.sdsNew.dipId]);
    const { B064List, B065List } = read.CustomBlock!;
    assert.equal(B064List![0]!.readingMethod, 'A');
    assert.equal(B064List![0]!.cumulativeRegisterReadingDateTime, '2027-06-12T00:00:00+01:00');
    assert.equal(B064List![0]!.meterID, `E${mpan.slice(-9)}`);
    assert.equal(B065List!.length, 1);
    for (const name of ['sdsNew', 'out', 'in'] as const) assert.deepEqual(play.records(name).exceptions, [], name);
    assert.ok(play.records('sdsNew').booked!.includes(read.CommonBlock.D0!.transactionID));
  });

  it('are estimates where there is no reading', () => {
    const play = replaced('ads', advanced);
    play.act('adsOld', 'sendEstimate', {});
    const estimate = play.run().one('IF-041 [DSEstimate]');
    assert.equal(estimate.CustomBlock!.B064List![0]!.readingMethod, 'E');
    assert.equal(estimate.CustomBlock!.B064List![0]!.meterID, 'A1B2C3');
    assert.deepEqual(estimate.CommonBlock.A0!.primaryRecipients, [who.ads.dipId]);
  });

  it('go to the new supplier where the service stays, and to whom an act names', () => {
    const play = held();
    play.act('regs', 'switchPending', { registrationId: 'S', supplier: pair(who.in), supplyStartDate: ssd });
    play.run().act('in', 'appointDataService', appointment(who.sdsOld));
    play.run().act('regs', 'switchSecured', { registrationId: 'S' });
    play.run().act('regs', 'dayArrives', { date: ssd });
    play.run().act('sdsOld', 'sendReading', {});
    assert.deepEqual(primary(play, 'IF-041 [ReadingCOS]'), [who.in.dipId]);
    assert.equal(
      play.one('IF-041 [ReadingCOS]').CustomBlock!.B064List![0]!.cumulativeRegisterReadingDateTime,
      ssdBegins,
    );
    play.act('sdsOld', 'sendEstimate', { to: [who.ads.dipId], date: '2027-06-20' });
    assert.deepEqual(primary(play, 'IF-041 [DSEstimate]'), [who.ads.dipId]);
  });

  it('go to whom the DIP finds, of other readings', () => {
    const play = held();
    play.act('sdsOld', 'sendReading', { event: 'ReadingRemote' });
    assert.equal(primary(play, 'IF-041 [ReadingRemote]'), undefined);
    play.run();
    assert.deepEqual(play.records('ldso').exceptions, []);
  });

  it('are agreed on by suppliers after a dispute, and then go to the service in force, as of the begin of the supply', () => {
    const play = held();
    play.act('regs', 'switchPending', { registrationId: 'S', supplier: pair(who.in), supplyStartDate: ssd });
    play.run().act('in', 'appointDataService', appointment(who.sdsNew));
    play.run().act('regs', 'switchSecured', { registrationId: 'S' });
    play.run().act('regs', 'dayArrives', { date: ssd });
    play.run().act('in', 'agreeReading', {});
    const agreed = play.one('IF-041 [SupplierAgreedCOS]');
    assert.deepEqual(agreed.CommonBlock.A0!.primaryRecipients, [who.sdsNew.dipId]);
    assert.equal(agreed.CustomBlock!.B064List![0]!.cumulativeRegisterReadingDateTime, ssdBegins);
    play.run();
    assert.deepEqual(play.records('sdsNew').exceptions, []);
    play.act('in', 'agreeReading', { date: '2027-06-20', to: [who.sdsOld.dipId] });
    assert.deepEqual(play.run().records('sdsOld').exceptions, []);
  });

  it('are not sent to nobody', () => {
    const play = new Play();
    play.act('sdsNew', 'sendReading', {});
    play.act('sdsNew', 'sendEstimate', {});
    assert.deepEqual(play.labels(), []);
  });

  it('do not fall from one day to the next', () => {
    const reading = (date: string) => {
      const play = held();
      play.act('sdsOld', 'sendReading', { date });
      return Number(play.one('IF-041 [ReadingCOS]').CustomBlock!.B064List![0]!.cumulativeRegisterReading);
    };
    assert.ok(reading('2027-06-13') > reading('2027-06-12'));
    assert.equal(reading('2027-06-12'), reading('2027-06-12'));
  });
});

describe('consumption', () => {
  it('is submitted of a whole UTC day, with the issuer, the connection and the quantity', () => {
    const play = held({ energyDirection: 'E' });
    play.act('sdsOld', 'sendConsumption', { date: '2027-06-11' });
    const { B044, B067, B900 } = play.run().one('IF-021 [ActivePower]').CustomBlock!;
    assert.equal(B044!.issuingDataServiceDIPID, who.sdsOld.dipId);
    assert.equal(B067!.connectionTypeIndicator, 'W');
    assert.equal(B900!.MQID.measurementQuantityID, 'AE');
    const [day] = B900!.settlementDayConsumptionPeriods;
    assert.equal(day!.settlementDay.settlementDayDate, '2027-06-11T00:00:00+00:00');
    assert.equal(day!.consumptionPeriods.length, 48);
    for (const name of ['in', 'out', 'ldso', 'mds', 'lss'] as const) {
      assert.equal(play.records(name).booked!.length, 1, name);
      assert.deepEqual(play.records(name).exceptions, [], name);
    }
  });

  it('is of yesterday unless told, and reactive where it is said so', () => {
    const play = held();
    play.act('sdsOld', 'sendConsumption', { event: 'ReactivePower' });
    const { B900 } = play.one('IF-021 [ReactivePower]').CustomBlock!;
    assert.equal(B900!.MQID.measurementQuantityID, 'RI');
    const [day] = B900!.settlementDayConsumptionPeriods;
    assert.equal(day!.settlementDay.settlementDayDate, '2027-06-11T00:00:00+00:00');
  });

  it('is refused or made up by settlement as it is told', () => {
    const play = held(advanced);
    play.act('mds', 'refuseConsumption', {});
    play.act('mds', 'defaultConsumption', {});
    assert.deepEqual(play.labels(), [], 'of nobody it knows nothing');
    play.act('adsOld', 'sendConsumption', {});
    play.run().act('mds', 'refuseConsumption', { code: 'ECS1005' });
    play.act('mds', 'defaultConsumption', {});
    const refused = play.run().one('IF-014 [ActivePowerRejected]');
    assert.match(String(refused.CommonBlock.R0?.responseMessages), /^ECS1005/);
    assert.deepEqual(refused.CustomBlock, play.one('IF-021 [ActivePower]').CustomBlock);
    const made = play.one('IF-013 [ActivePowerDefaulted]');
    assert.equal(made.CustomBlock!.B043!.settlementImpactedDataServiceDIPID, who.adsOld.dipId);
    for (const message of [refused, made]) {
      assert.deepEqual(message.CommonBlock.A0!.primaryRecipients, [who.adsOld.dipId]);
    }
    assert.deepEqual(play.records('adsOld').exceptions, []);
  });

  it('of before is asked for by an advanced data service, with nothing but the MPAN', () => {
    const play = replaced('ads', advanced);
    play.act('ads', 'askPastConsumption', {});
    const asked = play.one('IF-015 [ConsumptionReplay]');
    assert.equal(asked.CustomBlock, undefined);
    assert.equal(asked.CommonBlock.A0, undefined);
    assert.throws(() => play.act('sdsNew', 'askPastConsumption', {}), { code: 'MARKET_ACT_NOT_FOR_ROLE' });
  });
});
