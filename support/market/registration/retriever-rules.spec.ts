import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appointment, pair, pending, Play, ssd, who } from '../play.fixture';
import { change, changed, held, outcome, refusedWith } from './retriever.fixture';

describe('the rules of another retriever', () => {
  const passes = { code: 'A', codes: [], held: who.mdrOther.dipId };
  const cases: [string, Record<string, unknown>, string[]][] = [
    ['five days ahead', { from: '2027-06-17' }, []],
    ['six days ahead', { from: '2027-06-18' }, ['REG1082']],
    ['a party that is no retriever', { retriever: pair(who.mssOld) }, ['REG1081']],
    ['a DIP ID that nobody has', { retriever: { dipId: '7999999999', mpid: 'RETB' } }, ['REG1081']],
    ['the MPID of another', { retriever: { dipId: who.mdrOther.dipId, mpid: 'RETA' } }, ['REG1093']],
    ['a supplier of before', { supplier: pair(who.third) }, ['REG1084']],
    ['the present supplier, quoted', { supplier: pair(who.out) }, []],
    ['before the supplier', { from: '2024-03-31' }, ['REG1036', 'REG1083']],
    ['on the day of the retriever in place', { from: '2024-04-01' }, ['REG1083']],
    ['the day after', { from: '2024-04-02' }, []],
    ['much at once', { retriever: pair(who.mssOld), supplier: pair(who.third) }, ['REG1081', 'REG1084']],
  ];
  for (const [what, over, codes] of cases) {
    it(`${what}: ${codes.join(', ') || 'passes'}`, () => {
      assert.deepEqual(outcome(changed(over)), codes.length === 0 ? passes : refusedWith(...codes));
    });
  }

  it('a service that is not appointed is told nothing else', () => {
    const play = held();
    play.act('sdsNew', 'changeRetriever', change({ supplier: pair(who.third), from: '2027-07-30' }));
    assert.deepEqual(outcome(play.run()), refusedWith('REG1080'));
  });

  it('a date that begins no day, which a party here does not write', () => {
    const play = held();
    play.act('sdsOld', 'changeRetriever', change());
    const asked = structuredClone(play.waiting.splice(0).find((it) => it.to === 'regs')!.message);
    asked.CustomBlock!.B018!.SDSNominatedMDRRequestedEffectiveFromDate = '2027-06-14T09:00:00+01:00';
    play.actors.regs.receive(asked);
    assert.deepEqual(outcome(play), refusedWith('REG1083'));
  });

  it('a start on or after a switch that is secured lies outside the ownership, the day before does not', () => {
    for (const [from, codes] of [
      ['2027-06-16', ['REG1036']],
      ['2027-06-15', []],
    ] as const) {
      const play = held();
      play.act('regs', 'switchPending', { ...pending, supplyStartDate: '2027-06-16' });
      play.act('regs', 'switchSecured', { registrationId: 'SWITCH-1' });
      assert.deepEqual(outcome(changed({ from }, play.run())), codes.length === 0 ? passes : refusedWith(...codes));
    }
  });
});

describe('the rules of a nominated retriever', () => {
  const cases: [string, Record<string, unknown>, string[]][] = [
    ['from the start of the appointment', {}, []],
    ['without a date', { retrieverFrom: null }, ['REG1088']],
    ['before the appointment', { retrieverFrom: '2027-06-21' }, ['REG1036']],
    ['after the new supplier begins', { retrieverFrom: '2027-06-23' }, ['REG1083']],
    ['a retriever of another name', { retriever: { dipId: who.mdr.dipId, mpid: 'RETB' } }, ['REG1092']],
    ['no retriever', { retriever: pair(who.sdsOld) }, ['REG1092']],
    ['nobody', { retriever: null, retrieverFrom: null }, []],
  ];
  for (const [what, over, codes] of cases) {
    it(`${what}: ${codes.join(', ') || 'passes'}`, () => {
      const play = new Play().pendingSwitch();
      play.act('in', 'appointDataService', appointment(who.sdsNew, { retriever: pair(who.mdr), ...over }));
      const { R0 } = play.run().one('IF-032 [DSAppInitialResp]').CommonBlock;
      assert.deepEqual(
        R0?.responseMessages.map((it) => it!.slice(0, 7)),
        codes,
      );
      assert.equal(play.find('IF-033 [DSAppSPRequest]').length, codes.length === 0 ? 1 : 0);
    });
  }

  it('a later start within the same supply passes', () => {
    const play = held();
    const over = { scenario: 'CSP', registrationId: null, retriever: pair(who.mdr), retrieverFrom: '2027-06-25' };
    play.act('out', 'appointDataService', appointment(who.sdsNew, over));
    assert.equal(play.run().one('IF-032 [DSAppInitialResp]').CommonBlock.R0?.responseCode, 'A');
  });

  it('a service that names an unknown retriever of its own is not appointed (REG1093)', () => {
    for (const [retriever, label] of [
      [{ dipId: who.mdr.dipId, mpid: 'RETB' }, 'IF-035 [DSAppRejected]'],
      [pair(who.mdr), 'IF-035 [DSAppAccepted]'],
    ] as const) {
      const play = new Play().pendingSwitch();
      play.act('sdsNew', 'nameRetriever', { retriever, from: ssd });
      play.act('in', 'appointDataService', appointment(who.sdsNew));
      const { B007 } = play.run().one(label).CustomBlock!;
      if (label.includes('Rejected')) assert.match(B007!.proposedAppointmentResponseCode!, /^REG1093/);
    }
  });
});
