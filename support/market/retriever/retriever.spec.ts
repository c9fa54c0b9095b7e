import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appointment, mpan, type Name, pair, Play, point, ssd, ssdBegins, who } from '../play.fixture';

const blocks = (play: Play, label: string, by?: Name) => play.one(label, by).CustomBlock!;
const exceptions = (play: Play, of: Name) => play.records(of).exceptions!;

/** An MPAN that all hold, retrieved by one of the retrievers. */
function retrieved(over: Record<string, unknown> = {}): Play {
  const play = new Play();
  const loaded = point({ retriever: pair(who.mdr), ...over });
  for (const name of ['regs', 'out', 'sdsOld', 'mssOld', 'mdr', 'mdrOther'] as const) {
    play.act(name, 'loadMeteringPoint', loaded);
  }
  return play;
}

/** A change of supplier in which the new data service comes with a retriever. */
function switched(nominated: Record<string, unknown> = { retriever: pair(who.mdrOther) }): Play {
  const play = retrieved();
  play.act('regs', 'switchPending', { registrationId: 'SWITCH-1', supplier: pair(who.in), supplyStartDate: ssd });
  play.run().act('in', 'appointDataService', appointment(who.sdsNew, nominated));
  play.run().act('regs', 'switchSecured', { registrationId: 'SWITCH-1' });
  play.run().act('regs', 'dayArrives', { date: ssd });
  return play.run();
}

describe('the Meter Data Retriever', () => {
  it('is nominated by the supplier, published, started by the new service and stopped by the old one', () => {
    const play = switched();
    const B071 = blocks(play, 'IF-031 [DSApp]').B071!;
    assert.equal(B071.supplierNominatedMDRDIPID, who.mdrOther.dipId);
    assert.equal(B071.supplierNominatedMDREffectiveFromDate, ssdBegins);
    const B019 = {
      assignedMDRDIPID: who.mdrOther.dipId,
      assignedMDRMPID: 'RETB',
      assignedMDREffectiveFromDate: ssdBegins,
    };
    assert.deepEqual(blocks(play, 'IF-035 [DSAppAccepted]').B019, B019);
    assert.deepEqual(blocks(play, 'IF-036 [DSAppActive]').B019, B019);
    const started = blocks(play, 'IF-061 [MDRStart]', 'sdsNew');
    assert.deepEqual(started.B019, B019);
    assert.equal(started.B078!.energyDirection, 'I');
    assert.equal(started.B012!.serviceProviderAppointmentRequestingSupplierDIPID, who.in.dipId);
    assert.equal(started.B068!.consentGranularity, 'H');
    assert.equal(started.B074List!.length, 1);
    const answer = play.one('IF-062 [MDRStartResponse]', 'mdrOther');
    assert.equal(answer.CommonBlock.R0?.responseCode, 'A');
    assert.deepEqual(answer.CustomBlock, started);
    const request = play.one('IF-061 [MDRStart]').CommonBlock;
    assert.equal(answer.CommonBlock.S1.senderCorrelationID, request.D0!.initialCorrelationID);
    assert.equal(request.S1.senderCorrelationID, null);
    const stopped = blocks(play, 'IF-063 [MDRStop]', 'sdsOld').B083!;
    assert.deepEqual(stopped, {
      assignedMDRDIPID: who.mdr.dipId,
      assignedMDRMPID: 'RETA',
      assignedMDREffectiveToDate: ssdBegins,
    });
    assert.deepEqual(play.statuses('mdrOther'), [`data ${who.sdsNew.dipId} active`]);
    assert.deepEqual(play.statuses('mdr'), [`data ${who.sdsOld.dipId} ended`]);
    for (const name of Object.keys(who) as Name[]) assert.deepEqual(exceptions(play, name), [], name);
  });

  it('comes without being asked for only when the supplier or the service names one', () => {
    const play = switched({});
    assert.equal(blocks(play, 'IF-036 [DSAppActive]').B019, undefined);
    assert.deepEqual(play.find('IF-061 [MDRStart]'), []);
    play.one('IF-063 [MDRStop]', 'sdsOld');
  });

  it('is named by the data service where the supplier nominates none (B018)', () => {
    const named = (over: Record<string, unknown>) => {
      const play = retrieved();
      play.act('sdsNew', 'nameRetriever', { retriever: pair(who.mdrOther) });
      play.act(
        'out',
        'appointDataService',
        appointment(who.sdsNew, { scenario: 'CSP', registrationId: null, ...over }),
      );
      return play.run();
    };
    const own = named({});
    assert.equal(blocks(own, 'IF-034 [DSAppSPResponse]').B018!.SDSNominatedMDRDIPID, who.mdrOther.dipId);
    assert.equal(blocks(own, 'IF-035 [DSAppAccepted]').B019!.assignedMDRDIPID, who.mdrOther.dipId);
    const nominated = named({ retriever: pair(who.mdr) });
    assert.equal(blocks(nominated, 'IF-034 [DSAppSPResponse]').B018, undefined);
    assert.equal(blocks(nominated, 'IF-035 [DSAppAccepted]').B019!.assignedMDRDIPID, who.mdr.dipId);
  });

  it('refuses a start for another retriever, and as it is told', () => {
    const play = retrieved();
    play.act('sdsOld', 'stopRetrieval', {});
    play.run().actors.mdr.instruct(mpan, refusal('IF-061', 'MDRStart', 'REG1081'));
    play.act('sdsOld', 'startRetrieval', {});
    play.run();
    const { R0 } = play.one('IF-062 [MDRStartResponse]').CommonBlock;
    assert.equal(R0?.responseCode, 'R');
    assert.match(String(R0?.responseMessages), /^REG1081/);
    assert.match(exceptions(play, 'sdsOld')[0]!, /IF-062 .* refused: REG1081/);
    assert.equal(play.records('mdr').appointments.at(-1)!.status, 'refused');
    // It is not asked again, until the service decides so.
    play.actors.sdsOld.tick(mpan);
    assert.equal(play.find('IF-061 [MDRStart]').length, 1);
    play.act('sdsOld', 'startRetrieval', {});
    play.run();
    assert.equal(play.find('IF-061 [MDRStart]').length, 2);
    assert.equal(play.find('IF-062 [MDRStartResponse]')[1]!.CommonBlock.R0?.responseCode, 'A');
  });

  it('refuses a start that names another retriever', () => {
    const play = switched();
    const start = structuredClone(play.one('IF-061 [MDRStart]'));
    start.CommonBlock.D0!.transactionID = 'another';
    play.actors.mdr.receive(start);
    const answer = play.one('IF-062 [MDRStartResponse]', 'mdr').CommonBlock.R0!;
    assert.equal(answer.responseCode, 'R');
    assert.deepEqual(play.statuses('mdr'), [`data ${who.sdsOld.dipId} ended`, `data ${who.sdsNew.dipId} refused`]);
  });

  it('delivers what is asked for, in the conversation of the request', () => {
    const play = retrieved();
    play.act('sdsOld', 'askReading', {});
    play.act('sdsOld', 'askRegisters', { date: '2027-06-11' });
    play.act('sdsOld', 'askHalfHours', { date: '2027-06-11' });
    play.run();
    const [now, registers] = play.find('IF-065 [ReadingRemote]', 'mdr');
    assert.equal(now!.CustomBlock!.B076List!.length, 1);
    assert.equal(now!.CustomBlock!.B065List, undefined);
    assert.equal(registers!.CustomBlock!.B065List![0]!.configurableRegisterReadingDate, '2027-06-11T00:00:00+01:00');
    const halfHours = play.one('IF-064 [MDRConsumption]', 'mdr');
    const [day] = halfHours.CustomBlock!.B941List!;
    assert.equal(day!.settlementDay!.settlementDayDate, '2027-06-11T00:00:00+00:00');
    assert.equal(day!.MDRConsumptionPeriods!.length, 48);
    const asked = play.one('IF-065 [MDRConsumption]', 'sdsOld').CommonBlock.D0!.initialCorrelationID;
    assert.equal(halfHours.CommonBlock.S1.senderCorrelationID, asked);
    assert.deepEqual(exceptions(play, 'sdsOld'), []);
  });

  it('delivers by its schedule, of an export as export, and nothing when it retrieves nothing', () => {
    const play = retrieved({ energyDirection: 'E' });
    play.act('mdr', 'deliverHalfHours', {});
    play.act('mdr', 'deliverReading', {});
    play.act('mdrOther', 'deliverHalfHours', {});
    play.act('mdrOther', 'deliverReading', {});
    play.run();
    const halfHours = play.one('IF-064 [MDRConsumption]');
    assert.equal(halfHours.CustomBlock!.B045!.measurementQuantityID, 'AE');
    assert.equal(halfHours.CommonBlock.S1.senderCorrelationID, null);
    play.one('IF-065 [ReadingRemote]');
  });

  it('gives nothing to who has not started it, and stops once', () => {
    const play = retrieved();
    play.act('sdsOld', 'askReading', {});
    const [request] = play.run().find('IF-065 [MDRInstantaneous]');
    const foreign = structuredClone(request!);
    foreign.CommonBlock.D0!.transactionID = 'foreign';
    foreign.CommonBlock.S1.senderDIPID = who.sdsNew.dipId;
    play.actors.mdr.receive(foreign);
    play.run();
    assert.match(exceptions(play, 'mdr')[0]!, /nothing is retrieved/);
    play.one('IF-065 [ReadingRemote]');
    play.act('sdsOld', 'stopRetrieval', { to: '2027-06-20' });
    play.run();
    assert.equal(blocks(play, 'IF-063 [MDRStop]').B083!.assignedMDREffectiveToDate, '2027-06-20T00:00:00+01:00');
    play.act('mdr', 'deliverReading', {});
    play.run().one('IF-065 [ReadingRemote]');
    const again = structuredClone(play.one('IF-063 [MDRStop]'));
    again.CommonBlock.D0!.transactionID = 'again';
    play.actors.mdr.receive(again);
    assert.equal(exceptions(play, 'mdr').length, 2);
  });
});

const refusal = (id: string, event: string, ...codes: string[]) => ({
  ...{ kind: 'refuse' as const, interface: id, event, codes },
});
