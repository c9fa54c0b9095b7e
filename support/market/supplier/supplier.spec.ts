import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appointment, Play, ssd, ssdBegins, who } from '../play.fixture';

const B013 = (play: Play) => play.one('IF-031 [MSApp]').CustomBlock!.B013?.CSSRegistrationID;

describe('a supplier', () => {
  it('quotes the switch of IF-002, the one that it is given, or none', () => {
    const quoted = (over: Record<string, unknown>) => {
      const play = new Play().pendingSwitch();
      play.act('in', 'appointMeteringService', appointment(who.mssNew, over));
      return B013(play);
    };
    assert.equal(quoted({}), 'SWITCH-1');
    assert.equal(quoted({ registrationId: 'SWITCH-7' }), 'SWITCH-7');
    assert.equal(quoted({ registrationId: null }), undefined);
    const before = new Play();
    before.act('in', 'appointMeteringService', appointment(who.mssNew));
    assert.equal(B013(before), undefined);
  });

  it('fills the whole block of a data service', () => {
    const play = new Play().pendingSwitch();
    play.act('in', 'appointDataService', appointment(who.sdsNew, { contractReference: 'K-7' }));
    assert.deepEqual(play.one('IF-031 [DSApp]').CustomBlock!.B071, {
      proposedDataServiceDIPID: who.sdsNew.dipId,
      proposedDataServiceMPID: who.sdsNew.mpid,
      proposedDataServiceDIPEffectiveFromDate: ssdBegins,
      contractReferenceDataService: 'K-7',
      appointmentScenario: 'COS',
      supplierNominatedMDRDIPID: null,
      supplierNominatedMDRMPID: null,
      supplierNominatedMDREffectiveFromDate: null,
      supplierProposedConsentGranularity: 'H',
      supplierProposedDomesticIndicator: true,
      traditionalFallBackReadFrequency: null,
    });
  });

  it('shows each stage of an appointment in its records', () => {
    const play = new Play().pendingSwitch();
    const status = () => play.records('in').appointments.find((it) => it.dipId === who.mssNew.dipId)?.status;
    play.act('in', 'appointMeteringService', appointment(who.mssNew));
    assert.equal(status(), 'proposed');
    play.run(undefined, (it) => !it.label.startsWith('IF-035'));
    assert.equal(status(), 'proposed');
    play.run();
    assert.equal(status(), 'accepted');
    play.act('regs', 'switchSecured', { registrationId: 'SWITCH-1' });
    play.act('regs', 'dayArrives', { date: ssd });
    play.run();
    assert.equal(status(), 'active');
  });

  it('shows a refusal with its code and takes a second proposal for another attempt', () => {
    const play = new Play().pendingSwitch();
    const refusal = { kind: 'refuse', interface: 'IF-031', event: 'MSApp', codes: ['REG1031'] } as const;
    play.actors.regs.instruct('1200023456784', { ...refusal, codes: [...refusal.codes] });
    play.act('in', 'appointMeteringService', appointment(who.mssNew));
    play.run();
    const statuses = () => play.records('in').appointments.map((it) => [it.status, it.code]);
    assert.deepEqual(statuses(), [['refused', 'REG1031']]);
    play.act('in', 'appointMeteringService', appointment(who.mssNew));
    play.run();
    assert.deepEqual(statuses(), [
      ['refused', 'REG1031'],
      ['accepted', null],
    ]);
  });

  it('books no answer to what it never proposed, and no answer without a judgement', () => {
    const play = new Play().pendingSwitch();
    play.act('in', 'appointMeteringService', appointment(who.mssNew));
    play.run();
    const [initial, accepted] = [play.one('IF-032 [MSAppInitialResp]'), play.one('IF-035 [MSAppAccepted]')];
    const before = play.records('in').appointments;
    play.deliver(
      'in',
      accepted,
      ({ CustomBlock }) => (CustomBlock!.B070!.proposedMeteringServiceDIPID = who.mssOther.dipId),
    );
    play.deliver('in', initial, ({ CommonBlock }) => delete CommonBlock.R0);
    play.deliver('in', initial, ({ CustomBlock }) => delete CustomBlock!.B070);
    play.deliver('in', play.one('IF-031 [MSApp]'));
    assert.deepEqual(play.records('in').appointments, before);
    assert.equal(play.records('in').exceptions!.length, 4);
  });

  it('leaves the appointments of another supplier out of its books', () => {
    const play = new Play().pendingSwitch();
    play.act('in', 'appointMeteringService', appointment(who.mssNew));
    play.run().act('regs', 'switchSecured', { registrationId: 'SWITCH-1' });
    play.act('regs', 'dayArrives', { date: ssd });
    play.run();
    assert.deepEqual(play.statuses('out'), [`metering ${who.mssOld.dipId} ended`]);
    assert.deepEqual(play.records('out').exceptions, []);
  });
});
