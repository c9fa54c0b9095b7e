import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appointment, type Name, Play, point, ssd, who } from '../play.fixture';

function asked(before: (play: Play) => void = () => {}, over: Record<string, unknown> = {}): Play {
  const play = new Play().pendingSwitch(over);
  before(play);
  play.act('in', 'appointMeteringService', appointment(who.mssNew));
  play.act('in', 'appointDataService', appointment(who.sdsNew));
  return play.run();
}

const answer = (play: Play, by: Name) => play.sent.find((it) => it.by === by)!.message.CustomBlock!;

describe('a proposed service', () => {
  it('accepts, and echoes block, supplier and switch', () => {
    const play = asked();
    for (const [name, label] of [
      ['mssNew', 'IF-033 [MSAppSPRequest]'],
      ['sdsNew', 'IF-033 [DSAppSPRequest]'],
    ] as const) {
      const { B007, ...echo } = answer(play, name);
      const { B012, B013, B070, B071 } = play.one(label).CustomBlock!;
      assert.equal(B007?.responseCode, 'A');
      assert.match(B007?.proposedAppointmentResponseCode ?? '', /^SP000\b/);
      assert.deepEqual(echo, JSON.parse(JSON.stringify({ B012, B013, B070, B071 })));
    }
  });

  it('refuses a supplier without a contract, and only that one', () => {
    const without = (supplier: string) =>
      answer(
        asked((it) => void it.act('mssNew', 'endContract', { supplier })),
        'mssNew',
      );
    assert.match(without(who.in.dipId).B007?.proposedAppointmentResponseCode ?? '', /^SP001\b/);
    assert.equal(without(who.in.dipId).B007?.responseCode, 'R');
    assert.equal(without(who.out.dipId).B007?.responseCode, 'A');
  });

  it('refuses a segment that it no longer serves or that is not of its role', () => {
    const stopped = (segment: string) =>
      answer(
        asked((it) => void it.act('sdsNew', 'stopServingSegment', { segment })),
        'sdsNew',
      );
    assert.match(stopped('S').B007?.proposedAppointmentResponseCode ?? '', /^SP005\b/);
    assert.equal(stopped('A').B007?.responseCode, 'A');
    const play = asked();
    play.deliver('mssNew', play.one('IF-033 [MSAppSPRequest]'), ({ CustomBlock }) => {
      CustomBlock!.B026!.marketSegmentIndicator = 'A';
    });
    const { B007 } = play.find('IF-034 [MSAppSPResponse]')[1]!.CustomBlock!;
    assert.match(B007?.proposedAppointmentResponseCode ?? '', /^SP005\b/);
  });

  it('keeps a refusal in its records', () => {
    const play = asked((it) => void it.act('mssNew', 'endContract', { supplier: who.in.dipId }));
    const [first] = play.records('mssNew').appointments;
    assert.deepEqual([first?.status, first?.code], ['refused', 'SP001']);
    assert.deepEqual(play.statuses('in')[0], `metering ${who.mssNew.dipId} refused`);
  });

  it('answers no request that names another or is for the other kind', () => {
    const play = asked();
    const sent = play.sent.length;
    play.deliver('mssOther', play.one('IF-033 [MSAppSPRequest]'));
    play.deliver('sdsOld', play.one('IF-033 [MSAppSPRequest]'));
    assert.equal(play.sent.length, sent);
    assert.equal(play.records('mssOther').exceptions!.length, 1);
    assert.equal(play.records('sdsOld').exceptions!.length, 1);
    assert.deepEqual(play.records('mssOther').appointments, []);
  });

  it('may refuse IF-036 of an appointment that it never accepted', () => {
    const play = asked();
    play.act('regs', 'switchSecured', { registrationId: 'SWITCH-1' });
    play.act('regs', 'dayArrives', { date: ssd });
    play.run();
    const active = play.one('IF-036 [MSAppActive]');
    const effects = play.deliver('mssOther', active, ({ CustomBlock }) => {
      CustomBlock!.B014!.incomingMeteringServiceDIPID = who.mssOther.dipId;
    });
    assert.equal(effects[0]?.code, 'RCP1062');
    assert.deepEqual(play.records('mssOther').appointments, []);
    assert.equal(play.deliver('mssNew', active)[0]?.code, undefined);
  });

  it('makes a note of what happens to others', () => {
    const play = asked();
    play.act('regs', 'switchSecured', { registrationId: 'SWITCH-1' });
    play.act('regs', 'dayArrives', { date: ssd });
    play.run();
    play.deliver('sdsNew', play.one('IF-036 [MSAppActive]'));
    play.deliver('sdsNew', play.one('IF-037 [DSDeApp]'));
    assert.deepEqual(play.records('sdsNew').exceptions, []);
    assert.deepEqual(play.statuses('sdsNew'), [`data ${who.sdsNew.dipId} active`]);
  });

  it('takes what is for another party as an exception', () => {
    const play = asked(undefined, { meterKind: 'traditional' });
    play.deliver('sdsNew', play.find('IF-035 [IMS-SendMTD]')[0]!);
    play.deliver('mssNew', play.one('IF-035 [MSAppAccepted]'));
    play.deliver('mssNew', play.one('IF-002 [GainMPANInfo]'));
    assert.equal(play.records('sdsNew').exceptions!.length, 1);
    assert.equal(play.records('mssNew').exceptions!.length, 2);
    assert.deepEqual(play.records('mssOld').exceptions, []);
  });

  it('books nothing but its own of a loaded MPAN', () => {
    const play = new Play();
    play.act('mssOld', 'loadMeteringPoint', point());
    play.act('mssOther', 'loadMeteringPoint', point());
    assert.deepEqual(play.statuses('mssOld'), [`metering ${who.mssOld.dipId} active`]);
    assert.deepEqual(play.statuses('mssOther'), []);
  });
});
