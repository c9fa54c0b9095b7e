import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accepted, appointment, mpan, Play, ssd, ssdBegins, who } from '../play.fixture';

const registrationId = 'SWITCH-1';
const withinSupply = { from: '2027-06-20', scenario: 'CSP', registrationId: null };

describe('the Registration Service when the day comes', () => {
  it('waits for CSS to secure the switch', () => {
    const play = accepted();
    play.act('regs', 'dayArrives', { date: ssd });
    assert.ok(!play.labels().some((label) => /IF-00[1]|IF-03[67]/.test(label)));
    play.act('regs', 'switchSecured', { registrationId });
    assert.deepEqual(play.labels('regs').slice(-3), [
      'IF-001 [ChangeOfSupplier]',
      'IF-036 [MSAppActive]',
      'IF-037 [MSDeApp]',
    ]);
  });

  it('waits for the SSD, and takes the calendar for it too', () => {
    const play = accepted();
    play.act('regs', 'switchSecured', { registrationId });
    play.act('regs', 'switchSecured', { registrationId });
    play.act('regs', 'dayArrives', { date: '2027-06-21' });
    play.one('IF-001 [ChangeOfSupplier]');
    assert.equal(play.records('regs').supplier?.dipId, who.out.dipId);
    play.now = new Date('2027-06-21T22:59:00Z');
    assert.deepEqual(play.actors.regs.tick(mpan), []);
    play.now = new Date('2027-06-21T23:00:00Z');
    assert.equal(play.actors.regs.tick(mpan).length, 2);
    assert.deepEqual(play.records('regs').supplier, { dipId: who.in.dipId, from: ssdBegins });
  });

  it('never goes back to an earlier day', () => {
    const play = accepted();
    play.act('regs', 'dayArrives', { date: ssd });
    play.act('regs', 'dayArrives', { date: '2027-06-15' });
    play.act('regs', 'switchSecured', { registrationId });
    play.one('IF-036 [MSAppActive]');
  });

  it('ends no service that stays, and none that nobody succeeds', () => {
    const play = new Play().pendingSwitch();
    play.act('in', 'appointMeteringService', appointment(who.mssOld));
    play.run().act('regs', 'switchSecured', { registrationId });
    play.act('regs', 'dayArrives', { date: ssd });
    play.one('IF-036 [MSAppActive]');
    assert.ok(!play.labels().some((label) => label.startsWith('IF-037')));
    assert.ok(play.statuses('regs').includes(`data ${who.sdsOld.dipId} active`));
  });

  it('lets what was accepted lapse when the switch is cancelled', () => {
    const play = accepted();
    play.act('in', 'appointDataService', appointment(who.sdsNew));
    play.run().act('regs', 'switchCancelled', { registrationId });
    play.run();
    const lapsed = play.one('IF-035 [DSAppLapsed]');
    assert.deepEqual(lapsed.CustomBlock!.B007, { responseCode: 'L', proposedAppointmentResponseCode: null });
    assert.deepEqual(lapsed.CommonBlock.A0?.primaryRecipients, [who.in.dipId, who.sdsNew.dipId]);
    assert.deepEqual(play.statuses('in'), [`metering ${who.mssNew.dipId} lapsed`, `data ${who.sdsNew.dipId} lapsed`]);
    play.act('regs', 'dayArrives', { date: ssd });
    assert.ok(!play.labels().some((label) => label.startsWith('IF-036') || label.startsWith('IF-001')));
  });

  it('lapses an acceptance that comes when the switch is over', () => {
    const play = new Play().pendingSwitch();
    play.act('in', 'appointMeteringService', appointment(who.mssNew));
    play.run(undefined, (it) => !it.label.startsWith('IF-034'));
    play.act('regs', 'switchCancelled', { registrationId });
    play.run();
    play.one('IF-035 [MSAppLapsed]');
    assert.ok(!play.labels().includes('IF-035 [MSAppAccepted]'));
  });

  it('changes a service within the supply on its day, with CSERV', () => {
    const play = new Play().pendingSwitch();
    play.act('out', 'appointMeteringService', appointment(who.mssNew, withinSupply));
    play.run();
    assert.ok(!play.labels().includes('IF-036 [MSAppActive]'));
    play.act('regs', 'dayArrives', { date: '2027-06-20' });
    const ended = play.run().one('IF-037 [MSDeApp]').CustomBlock!;
    assert.equal(ended.B008?.deAppointmentReasonCode, 'CSERV');
    assert.equal(ended.B002, undefined);
    assert.deepEqual(play.statuses('mssOld'), [`metering ${who.mssOld.dipId} ended`]);
    assert.ok(play.statuses('regs').includes(`metering ${who.mssNew.dipId} active`));
  });

  it('changes it at once when its day has come already', () => {
    const play = new Play().pendingSwitch();
    play.act('regs', 'switchSecured', { registrationId });
    play.act('regs', 'dayArrives', { date: ssd });
    play.act('in', 'appointMeteringService', appointment(who.mssNew, { scenario: 'CSP' }));
    play.run();
    play.one('IF-036 [MSAppActive]');
    assert.equal(play.one('IF-037 [MSDeApp]').CustomBlock!.B008?.deAppointmentReasonCode, 'CSERV');
  });

  it('lets the queue of the outgoing supplier lapse with its supply', () => {
    const play = new Play().pendingSwitch();
    play.act('out', 'appointMeteringService', appointment(who.mssNew, { ...withinSupply, from: '2027-06-30' }));
    play.run().act('regs', 'switchSecured', { registrationId });
    play.act('regs', 'dayArrives', { date: ssd });
    assert.deepEqual(play.one('IF-035 [MSAppLapsed]').CommonBlock.A0?.primaryRecipients[0], who.out.dipId);
  });
});
