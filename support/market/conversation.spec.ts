import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appointment, type Name, pending, Play, point, seeded, ssd, ssdBegins, who } from './play.fixture';

const parties = Object.keys(who) as Name[];

/** BP001 up to the acceptances, with every delivery made but the ones that `hold` keeps back. */
function untilAccepted(play: Play): Play {
  for (const name of ['out', 'mssOld', 'sdsOld'] as const) play.act(name, 'loadMeteringPoint', point());
  play.pendingSwitch();
  play.act('in', 'appointMeteringService', appointment(who.mssNew));
  play.act('in', 'appointDataService', appointment(who.sdsNew));
  return play.run(undefined, (it) => ['regs', 'mssNew', 'sdsNew'].includes(it.to));
}

function happy(play = new Play()): Play {
  untilAccepted(play).run();
  play.act('regs', 'switchSecured', { registrationId: 'SWITCH-1' });
  play.run();
  play.act('regs', 'dayArrives', { date: ssd });
  return play.run();
}

describe('BP001 between actors', () => {
  it('appoints both services and replaces the old ones', () => {
    const play = happy();
    assert.deepEqual(play.labels().sort(), [
      'IF-001 [ChangeOfSupplier]',
      'IF-002 [GainMPANInfo]',
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
      'IF-037 [DSDeApp]',
      'IF-037 [MSDeApp]',
    ]);
    const all = [
      `metering ${who.mssOld.dipId} ended`,
      `metering ${who.mssNew.dipId} active`,
      `data ${who.sdsOld.dipId} ended`,
      `data ${who.sdsNew.dipId} active`,
    ];
    assert.deepEqual(play.statuses('in'), all);
    assert.deepEqual([...play.statuses('regs')].sort(), [...all].sort());
    assert.deepEqual(play.statuses('ldso'), all);
    assert.deepEqual(play.statuses('mssNew'), [`metering ${who.mssNew.dipId} active`]);
    assert.deepEqual(play.statuses('mssOld'), [`metering ${who.mssOld.dipId} ended`]);
    assert.deepEqual(play.statuses('out').slice(0, 1), [`metering ${who.mssOld.dipId} ended`]);
    for (const name of ['in', 'out', 'regs', 'mssNew', 'sdsNew', 'ldso', 'mds', 'mssOld'] as const) {
      assert.deepEqual(play.records(name).supplier, { dipId: who.in.dipId, from: ssdBegins }, name);
    }
    assert.ok(parties.every((name) => play.records(name).exceptions!.length === 0));
  });

  it('carries the dates, scenarios and reasons of the process', () => {
    const play = happy();
    const active = play.one('IF-036 [MSAppActive]').CustomBlock!;
    assert.equal(active.B014?.incomingMeteringServiceEffectiveFromDate, ssdBegins);
    assert.equal(active.B014?.appointmentScenario, 'COS');
    assert.equal(active.B017?.incomingDataServiceDIPID, who.sdsNew.dipId);
    const ended = play.one('IF-037 [DSDeApp]').CustomBlock!;
    assert.equal(ended.B009?.deAppointmentReasonCode, 'CSUPP');
    assert.equal(ended.B009?.dataServiceEffectiveToDate, ssdBegins);
    assert.equal(ended.B011?.incomingDataServiceDIPID, who.sdsNew.dipId);
    assert.equal(ended.B002?.incomingSupplierDIPID, who.in.dipId);
    const change = play.one('IF-001 [ChangeOfSupplier]').CustomBlock!;
    assert.equal(change.B002?.supplierEffectiveFromDate, ssdBegins);
    // The last day inclusive, where the end of an appointment is the day of its successor.
    assert.equal(change.B003?.supplierEffectiveToDate, '2027-06-21T00:00:00+01:00');
    assert.equal(play.one('IF-031 [MSApp]').CustomBlock!.B013?.CSSRegistrationID, 'SWITCH-1');
  });

  it('keeps one correlation through each conversation, from IF-031 to IF-037', () => {
    const play = happy();
    for (const kind of ['MS', 'DS']) {
      const ids = play.sent
        .filter((it) => it.label.includes(`[${kind}`))
        .map((it) => it.message.CommonBlock.D0!.initialCorrelationID);
      assert.equal(ids.length, 7);
      assert.equal(new Set(ids).size, 1);
    }
    assert.equal(play.one('IF-031 [MSApp]').CommonBlock.S1.senderCorrelationID, null);
  });

  it('addresses those whom the DIP cannot work out, and nobody else', () => {
    const primary = (label: string) => happy().one(label).CommonBlock.A0;
    assert.deepEqual(primary('IF-002 [GainMPANInfo]')?.primaryRecipients, [who.in.dipId]);
    assert.deepEqual(primary('IF-033 [MSAppSPRequest]')?.primaryRecipients, [who.mssNew.dipId]);
    assert.deepEqual(primary('IF-037 [MSDeApp]')?.primaryRecipients, [who.mssOld.dipId]);
    assert.equal(primary('IF-031 [MSApp]'), undefined);
    assert.equal(primary('IF-034 [MSAppSPResponse]'), undefined);
  });

  it('ends in the same records in whatever order and however often messages are delivered', () => {
    const expected = parties.map((name) => ({ ...happy().records(name), booked: undefined }));
    const orders = new Set<string>();
    for (let seed = 1; seed <= 60; seed++) {
      const random = seeded(seed);
      const play = untilAccepted(new Play());
      play.act('regs', 'switchSecured', { registrationId: 'SWITCH-1' });
      play.act('regs', 'dayArrives', { date: ssd });
      const twice = play.waiting.filter(() => random() < 0.4);
      play.waiting.push(...twice);
      const sent = play.sent.length;
      const order: string[] = [];
      play.run((open) => {
        const index = Math.floor(random() * open.length);
        if (open[index]!.to === 'in') order.push(open[index]!.label);
        return index;
      });
      orders.add(order.join());
      assert.equal(play.sent.length, sent, 'nobody answers a repetition');
      const ended = parties.map((name) => ({ ...play.records(name), booked: undefined }));
      assert.deepEqual(ended, expected, `seed ${seed}`);
      assert.ok(parties.every((name) => new Set(play.records(name).booked).size === play.records(name).booked!.length));
    }
    assert.ok(orders.size > 50, 'the orders differ');
  });

  it('answers each publication once when every one of them is delivered twice', () => {
    const play = new Play();
    play.act('regs', 'loadMeteringPoint', point());
    play.act('regs', 'switchPending', pending);
    play.run();
    play.act('in', 'appointMeteringService', appointment(who.mssNew));
    while (play.waiting.length > 0) {
      const batch = play.waiting.splice(0);
      for (const it of [...batch, ...batch]) play.actors[it.to].receive(it.message);
    }
    for (const label of ['IF-032 [MSAppInitialResp]', 'IF-033 [MSAppSPRequest]', 'IF-034 [MSAppSPResponse]'])
      play.one(label);
    play.one('IF-035 [MSAppAccepted]');
  });
});
