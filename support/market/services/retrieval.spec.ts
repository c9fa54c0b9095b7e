import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Message } from '../../catalogue';
import { appointment, pair, Play, point, seeded, who } from '../play.fixture';

const today = '2027-06-12';

function held(over: Record<string, unknown> = {}): Play {
  const play = new Play();
  const loaded = point({ retriever: pair(who.mdr), ...over });
  for (const name of ['regs', 'out', 'sdsOld', 'mdr'] as const) play.act(name, 'loadMeteringPoint', loaded);
  return play;
}

/** A new data service with a retriever, up to what the Registration Service says last; nothing of that is delivered. */
function active(terms: Record<string, unknown> = {}): Play {
  const play = held();
  const over = { scenario: 'CSP', from: today, registrationId: null, retriever: pair(who.mdrOther), ...terms };
  play.act('out', 'appointDataService', appointment(who.sdsNew, over));
  return play.run(undefined, (it) => !/^IF-03[67]/.test(it.label));
}

describe('a Smart Data Service and its retriever', () => {
  it('starts it anew when the consent changes, and only then', () => {
    const play = held();
    play.act('out', 'changeConsent', { granularity: 'D' });
    const told = play.run().one('IF-026 [ConsentGranularity]');
    assert.equal(told.CommonBlock.R0?.responseCode, 'A');
    play.deliver('sdsOld', told);
    play.deliver('mdr', told);
    play.run();
    assert.deepEqual(play.records('mdr').exceptions, [], 'it takes a copy');
    const again = play.one('IF-061 [MDRStart]');
    assert.equal(again.CustomBlock!.B068!.consentGranularity, 'D');
    assert.equal(again.CustomBlock!.B019!.assignedMDRDIPID, who.mdr.dipId);
    assert.deepEqual(play.find('IF-063 [MDRStop]'), []);
    play.deliver('sdsOld', told);
    assert.equal(play.find('IF-061 [MDRStart]').length, 1);
    assert.deepEqual(play.statuses('mdr'), [`data ${who.sdsOld.dipId} active`]);
  });

  it('keeps to the retriever that begins later, in whatever order it is told', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const play = active();
      play.act('sdsNew', 'changeRetriever', { retriever: pair(who.mdr), from: '2027-06-14', supplier: pair(who.out) });
      play.run(undefined, (it) => it.label.startsWith('IF-034'));
      play.act('regs', 'retrieverAccepted', {});
      const random = seeded(seed);
      play.run((open) => Math.floor(random() * open.length));
      const started = play.find('IF-061 [MDRStart]', 'sdsNew').map((it) => it.CustomBlock!.B019!.assignedMDRDIPID);
      assert.equal(started.at(-1), who.mdr.dipId, `seed ${seed}`);
      assert.ok(play.find('IF-063 [MDRStop]', 'sdsNew').length === started.length - 1);
    }
  });

  it('starts none that the market does not know, and none for a service that is no smart one', () => {
    const play = active();
    const told = play.one('IF-036 [DSAppActive]');
    play.deliver('sdsNew', told, ({ CustomBlock }) => {
      CustomBlock!.B019!.assignedMDRDIPID = '7999999999';
    });
    assert.deepEqual(play.find('IF-061 [MDRStart]'), []);
    play.deliver('ads', told, ({ CustomBlock }) => {
      CustomBlock!.B015!.incomingDataServiceDIPID = who.ads.dipId;
    });
    assert.deepEqual(play.find('IF-061 [MDRStart]'), []);
    play.deliver('sdsNew', told);
    play.one('IF-061 [MDRStart]', 'sdsNew');
  });

  it('starts with the consent of the proposal where the register tells of none, and when the DCC says so', () => {
    const play = active();
    const told = play.one('IF-036 [DSAppActive]');
    play.deliver('sdsNew', told, ({ CustomBlock }) => {
      delete CustomBlock!.B068;
      CustomBlock!.B029!.DCCServiceFlag = 'I';
    });
    assert.deepEqual(play.find('IF-061 [MDRStart]'), [], 'the DCC has it installed only');
    play.deliver('sdsNew', told, ({ CustomBlock }) => delete CustomBlock!.B068);
    assert.equal(play.one('IF-061 [MDRStart]').CustomBlock!.B068!.consentGranularity, 'H');
  });

  it('starts nothing for an appointment that has ended, whichever it is told first', () => {
    for (const order of [
      ['IF-036 [DSAppActive]', 'IF-037 [DSDeApp]'],
      ['IF-037 [DSDeApp]', 'IF-036 [DSAppActive]'],
    ]) {
      const play = active();
      const [start, end] = [play.one('IF-036 [DSAppActive]'), play.one('IF-037 [DSDeApp]')];
      const ofItself = ({ CustomBlock }: Message) => {
        CustomBlock!.B009!.deAppointedDataServiceDIPID = who.sdsNew.dipId;
        CustomBlock!.B009!.dataServiceEffectiveFromDate = start.CustomBlock!.B015!.incomingDataServiceEffectiveFromDate;
      };
      for (const label of order) {
        if (label === 'IF-036 [DSAppActive]') play.deliver('sdsNew', start);
        else play.deliver('sdsNew', end, ofItself);
      }
      assert.equal(
        play.find('IF-061 [MDRStart]', 'sdsNew').length,
        play.find('IF-063 [MDRStop]', 'sdsNew').length,
        order.join(),
      );
    }
  });

  it('asks for nothing without a retriever that runs', () => {
    const play = held({ retriever: null });
    for (const act of ['askReading', 'askRegisters', 'askHalfHours']) play.act('sdsOld', act, {});
    play.act('sdsNew', 'changeRetriever', { retriever: pair(who.mdr) });
    assert.deepEqual(play.labels(), []);
  });

  it('takes an answer of a retriever that it did not start as an exception, and data of any', () => {
    const play = held();
    play.act('mdr', 'deliverHalfHours', {});
    play.run();
    assert.deepEqual(play.records('sdsOld').exceptions, []);
    const other = active();
    other.run();
    const answer = other.one('IF-062 [MDRStartResponse]');
    other.deliver('sdsOld', answer, ({ CommonBlock }) => {
      CommonBlock.R0!.responseCode = 'R';
    });
    assert.equal(other.records('sdsOld').exceptions!.length, 1);
  });
});
