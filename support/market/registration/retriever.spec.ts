import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appointment, mpan, pair, who } from '../play.fixture';
import { change, changed, held, outcome, refusedWith } from './retriever.fixture';

const today = '2027-06-12';

describe('a Smart Data Service asks for another retriever', () => {
  it('is told that it may, then what the DCC says, and then has it started and the old one stopped', () => {
    const play = changed();
    const asked = play.one('IF-034 [SDS-MDRUpdate]');
    assert.deepEqual(asked.CustomBlock!.B018, {
      SDSNominatedMDRDIPID: who.mdrOther.dipId,
      SDSNominatedMDRMPID: 'RETB',
      SDSNominatedMDRRequestedEffectiveFromDate: '2027-06-14T00:00:00+01:00',
    });
    assert.deepEqual(outcome(play), { code: 'A', codes: [], held: who.mdrOther.dipId });
    assert.deepEqual(play.find('IF-061 [MDRStart]'), [], 'nothing starts before the DCC has answered');
    play.act('regs', 'retrieverAccepted', {});
    play.run();
    const { B012, B066 } = play.one('IF-035 [DCC-MDROutcome]').CustomBlock!;
    assert.equal(B012!.serviceProviderAppointmentRequestingSupplierDIPID, who.out.dipId);
    assert.equal(B066!.responseCode, 'A');
    assert.equal(B066!.assignedMDRDIPID, who.mdrOther.dipId);
    const stopped = play.one('IF-063 [MDRStop]').CustomBlock!.B083!;
    assert.equal(stopped.assignedMDRDIPID, who.mdr.dipId);
    assert.equal(stopped.assignedMDREffectiveToDate, '2027-06-14T00:00:00+01:00');
    assert.equal(play.one('IF-061 [MDRStart]').CustomBlock!.B019!.assignedMDRDIPID, who.mdrOther.dipId);
    assert.equal(play.one('IF-062 [MDRStartResponse]', 'mdrOther').CommonBlock.R0?.responseCode, 'A');
    const ids = ['IF-034 [SDS-MDRUpdate]', 'IF-035 [SDS-MDROutcome]', 'IF-035 [DCC-MDROutcome]'].map(
      (label) => play.one(label).CommonBlock.D0!.initialCorrelationID,
    );
    assert.equal(new Set(ids).size, 1);
    for (const name of ['sdsOld', 'out', 'regs', 'mdr'] as const) assert.deepEqual(play.records(name).exceptions, []);
  });

  it('keeps the retriever when the DCC refuses, and may ask for it again', () => {
    const play = changed();
    play.act('regs', 'retrieverRefused', { reason: 'Not a DCC user' });
    play.run();
    assert.equal(play.one('IF-035 [DCC-MDROutcome]').CustomBlock!.B066!.responseMessage, 'Not a DCC user');
    assert.deepEqual(play.find('IF-061 [MDRStart]'), []);
    assert.deepEqual(play.find('IF-063 [MDRStop]'), []);
    assert.match(play.records('sdsOld').exceptions![0]!, /DCC-MDROutcome.*Not a DCC user/);
    assert.deepEqual(play.records('out').exceptions, [], 'the supplier takes a copy');
    play.act('sdsOld', 'changeRetriever', change());
    play.run().act('regs', 'retrieverAccepted', {});
    play.run().one('IF-061 [MDRStart]');
  });

  it('is refused, keeps what it has, and the DCC answers for what is assigned', () => {
    const play = changed({ retriever: pair(who.mdr) });
    assert.deepEqual(outcome(play), refusedWith('REG1098'));
    assert.match(play.records('sdsOld').exceptions![0]!, /SDS-MDROutcome.*REG1098/);
    play.act('regs', 'retrieverAccepted', {});
    play.run();
    assert.equal(play.one('IF-035 [DCC-MDROutcome]').CustomBlock!.B066!.assignedMDRDIPID, who.mdr.dipId);
    assert.deepEqual(play.find('IF-061 [MDRStart]'), [], 'it runs already');
  });

  it('names the retriever that the DCC accepted when the appointment is renewed', () => {
    const play = changed();
    play.act('regs', 'retrieverAccepted', {});
    play
      .run()
      .act(
        'out',
        'appointDataService',
        appointment(who.sdsOld, { scenario: 'USP', from: today, registrationId: null }),
      );
    play.run();
    assert.equal(play.one('IF-036 [DSAppActive]').CustomBlock!.B019!.assignedMDRDIPID, who.mdrOther.dipId);
    assert.equal(play.find('IF-061 [MDRStart]').length, 1);
  });

  it('may be refused as told', () => {
    const play = held();
    const instruction = { kind: 'refuse', interface: 'IF-034', event: 'SDS-MDRUpdate', codes: ['REG1080'] } as const;
    play.actors.regs.instruct(mpan, { ...instruction, codes: [...instruction.codes] });
    assert.deepEqual(outcome(changed({}, play)), refusedWith('REG1080'));
  });
});

describe('the DCC', () => {
  it('changes its service flag: everyone is told once, and the retrieval stops and starts', () => {
    const play = held();
    play.act('regs', 'changeDccService', { flag: 'A' });
    assert.deepEqual(play.labels(), [], 'the flag was held already');
    play.act('regs', 'changeDccService', { flag: 'N', from: '2027-06-13' });
    const told = play.one('IF-018 [DCCEnrolment]').CustomBlock!.B029!;
    assert.deepEqual(told, { DCCServiceFlag: 'N', DCCEffectiveFromDate: '2027-06-13T00:00:00+01:00' });
    for (const name of ['out', 'ldso', 'mds', 'ees'] as const) {
      play.actors[name].receive(play.one('IF-018 [DCCEnrolment]'));
      assert.deepEqual(play.records(name).exceptions, [], name);
    }
    play.actors.sdsOld.receive(play.one('IF-018 [DCCEnrolment]'));
    assert.equal(
      play.one('IF-063 [MDRStop]').CustomBlock!.B083!.assignedMDREffectiveToDate,
      '2027-06-13T00:00:00+01:00',
    );
    play.act('regs', 'changeDccService', { flag: 'A', from: '2027-06-14' });
    play.actors.sdsOld.receive(play.find('IF-018 [DCCEnrolment]')[1]!);
    play.one('IF-061 [MDRStart]');
  });

  it('has nothing to answer for where no retriever is assigned', () => {
    const play = held({ retriever: null });
    play.act('regs', 'retrieverAccepted', {});
    play.act('regs', 'retrieverRefused', {});
    assert.deepEqual(play.labels(), []);
  });
});

describe('who succeeds a data service', () => {
  it('is told to the service that has ended, when one has', () => {
    const play = held();
    play.act('regs', 'nameSuccessor', {});
    assert.deepEqual(play.labels(), []);
    const over = { scenario: 'CSP', from: today, registrationId: null };
    play.act('out', 'appointDataService', appointment(who.sdsNew, over));
    play.run().act('regs', 'nameSuccessor', { successor: pair(who.adsOld) });
    const update = play.run().one('IF-037 [DSDeAppUpdate]');
    assert.deepEqual(update.CommonBlock.A0!.primaryRecipients, [who.sdsOld.dipId]);
    assert.equal(update.CustomBlock!.B011!.incomingDataServiceDIPID, who.adsOld.dipId);
    assert.equal(update.CustomBlock!.B011!.incomingDataServiceEffectiveFromDate, '2027-06-12T00:00:00+01:00');
    play.act('sdsOld', 'sendReading', {});
    assert.deepEqual(play.one('IF-041 [ReadingCOS]').CommonBlock.A0!.primaryRecipients, [who.adsOld.dipId]);
    assert.deepEqual(play.records('sdsOld').exceptions, []);
  });
});
