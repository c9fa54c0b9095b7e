import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appointment, mpan, pair, Play, point, ssd, ssdBegins, who } from './play.fixture';

const byService = (service: typeof who.mssNew) => appointment(service);

/** BP006 up to the day on which the first supply begins. */
function connected(appoint = true): Play {
  const play = new Play();
  play.act('regs', 'createMpan', {});
  play.act('regs', 'announceFirstRegistration', { supplier: pair(who.in), from: ssd });
  play.run();
  if (appoint) {
    play.act('in', 'appointMeteringService', byService(who.mssNew));
    play.act('in', 'appointDataService', byService(who.sdsNew));
    play.run();
  }
  play.act('regs', 'confirmFirstRegistration', {});
  play.run();
  play.act('regs', 'dayArrives', { date: ssd });
  return play.run();
}

describe('BP006 between actors', () => {
  it('goes from an MPAN without a supplier to one that is traded', () => {
    const play = connected();
    play.act('mssNew', 'installMeter', { display: 'I' });
    play.act('mssNew', 'changeEnergisation', {});
    play.act('mssNew', 'sendMeterReading', {});
    play.run();
    assert.deepEqual(play.labels().sort(), [
      'IF-001 [InitialRegistration]',
      'IF-002 [GainMPANInfo]',
      'IF-005 [MeterInstall]',
      'IF-006 [MeterInstall]',
      'IF-007 [EnergisationStatusChange]',
      'IF-008 [EnergisationStatusChange]',
      'IF-031 [DSApp]',
      'IF-031 [MSApp]',
      'IF-032 [DSAppInitialResp]',
      'IF-032 [MSAppInitialResp]',
      'IF-033 [DSAppSPRequest]',
      'IF-033 [MSAppSPRequest]',
      'IF-034 [DSAppSPResponse]',
      'IF-034 [MSAppSPResponse]',
      'IF-035 [DSAppAccepted]',
      'IF-035 [MSAppAccepted]',
      'IF-036 [DSAppActive]',
      'IF-036 [MSAppActive]',
      'IF-041 [ReadingInstl]',
      'IF-050 [MPANCreation]',
      'IF-050 [MPStatusChange]',
    ]);
    const created = play.one('IF-050 [MPANCreation]').CustomBlock!;
    assert.equal(created.B079?.RMPStatus, 'C');
    assert.equal(created.B025?.energisationStatus, 'D');
    const first = play.one('IF-001 [InitialRegistration]').CustomBlock!;
    assert.equal(first.B002?.incomingSupplierDIPID, who.in.dipId);
    assert.equal(first.B003, undefined);
    const status = play.one('IF-050 [MPStatusChange]').CustomBlock!.B079;
    assert.deepEqual([status?.RMPStatus, status?.MPStatus, status?.MPStatusEffectiveFromDate], ['O', 'T', ssdBegins]);
    assert.deepEqual(play.records('regs').supplier, { dipId: who.in.dipId, from: ssdBegins });
    for (const name of Object.keys(who) as (keyof typeof who)[]) {
      assert.deepEqual(play.records(name).exceptions, [], name);
    }
  });

  it('knows the meter from then on, and so do those who hold the MPAN', () => {
    const play = connected();
    play.act('mssNew', 'installMeter', { meterId: 'A1' });
    play.run();
    const answer = play.one('IF-006 [MeterInstall]');
    assert.equal(answer.CommonBlock.R0?.responseCode, 'A');
    assert.equal(answer.CustomBlock?.B905List?.[0]?.existingMeter?.meterID, 'A1');
    for (const name of ['regs', 'mssNew', 'in', 'ees', 'ldso'] as const) {
      assert.equal(play.records(name).facts?.B905List?.[0]?.existingMeter?.meterID, 'A1', name);
    }
    assert.equal(
      answer.CommonBlock.S1.senderCorrelationID,
      play.one('IF-005 [MeterInstall]').CommonBlock.D0!.initialCorrelationID,
    );
    play.act('mssNew', 'updateMeter', { location: 'K' });
    play.run();
    assert.equal(play.records('in').facts?.B905List?.[0]?.existingMeter?.meterLocation, 'K');
    play.act('mssNew', 'exchangeMeter', { meterId: 'A2' });
    play.run();
    assert.deepEqual(
      play.records('in').facts?.B905List?.map((it) => it.existingMeter?.meterID),
      ['A2'],
    );
  });

  it('is not operational before it is both supplied and energised', () => {
    const play = connected();
    assert.equal(play.find('IF-050 [MPStatusChange]').length, 0);
    assert.equal(play.records('regs').facts?.B079?.RMPStatus, 'C');
    play.act('mssNew', 'changeEnergisation', {});
    play.run();
    play.one('IF-050 [MPStatusChange]');
  });

  it('reminds the supplier of services that the supply begins without', () => {
    assert.ok(
      !connected()
        .labels()
        .some((label) => label.startsWith('IF-045')),
    );
    const play = connected(false);
    play.one('IF-045 [NoMSAppointed]');
    play.one('IF-045 [NoDSAppointed]');
  });

  it('refuses a meter before the MPAN was created, and one of a service that is not appointed', () => {
    const refusals = (by: 'mssNew' | 'mssOld', args: Record<string, unknown>) => {
      const play = connected();
      play.act(by, 'installMeter', args);
      const { R0 } = play.run().one('IF-006 [MeterInstall]').CommonBlock;
      assert.equal(play.records('regs').facts?.B905List, undefined);
      return [R0?.responseCode, ...R0!.responseMessages.map((text) => text!.slice(0, 7))];
    };
    assert.deepEqual(refusals('mssNew', { from: '2027-06-01' }), ['R', 'REG1002', 'REG1011']);
    assert.deepEqual(refusals('mssOld', { from: ssd }), ['R', 'REG1002']);
  });

  it('holds nothing but the site where it is loaded and not registered', () => {
    const play = new Play();
    play.act('regs', 'loadMeteringPoint', point({ meteringService: null, dataService: null, registered: false }));
    const { supplier, appointments, facts } = play.records('regs');
    assert.deepEqual([supplier, appointments, facts?.B905List], [null, [], undefined]);
    assert.deepEqual([facts?.B079?.RMPStatus, facts?.B025?.energisationStatus], ['C', 'D']);
  });

  it('tells its Data Service of the retriever before there is a meter', () => {
    const play = connected(false);
    play.act('in', 'appointDataService', { ...byService(who.sdsNew), scenario: 'CSP', retriever: pair(who.mdr) });
    play.run();
    assert.equal(play.one('IF-036 [DSAppActive]').CustomBlock!.B019?.assignedMDRDIPID, who.mdr.dipId);
    assert.equal(play.one('IF-062 [MDRStartResponse]').CommonBlock.R0?.responseCode, 'A');
  });

  it('is unknown to a Registration Service that has not been told of it', () => {
    const play = new Play();
    play.act('in', 'changeConsent', {});
    const { R0 } = play.run().one('IF-026 [ConsentGranularity]').CommonBlock;
    assert.match(R0?.responseMessages[0] ?? '', /^REG0000\b/);
    assert.throws(() => play.act('regs', 'changeTariff', {}), { code: 'MARKET_POINT_NOT_LOADED' });
    assert.equal(play.actors.regs.records(mpan).facts, undefined);
  });
});
