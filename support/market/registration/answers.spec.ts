import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accepted, appointment, Play, who } from '../play.fixture';

const withinSupply = { from: '2027-06-20', scenario: 'CSP', registrationId: null };

/** The service's answer is changed on its way. */
function answered(change: { responseCode?: 'A' | 'R'; code?: string | null; service?: 'metering' | 'data' }): Play {
  const play = new Play().pendingSwitch();
  const data = change.service === 'data';
  play.act('in', data ? 'appointDataService' : 'appointMeteringService', appointment(data ? who.sdsNew : who.mssNew));
  const isAnswer = (it: { label: string }) => it.label.startsWith('IF-034');
  play.run(undefined, (it) => !isAnswer(it));
  const { B007 } = play.waiting.find(isAnswer)!.message.CustomBlock!;
  if (change.responseCode) B007!.responseCode = change.responseCode;
  if (change.code !== undefined) B007!.proposedAppointmentResponseCode = change.code;
  return play.run();
}

describe('the Registration Service on a proposal', () => {
  it('echoes the block and asks the proposed service', () => {
    const play = accepted();
    const proposed = play.one('IF-031 [MSApp]').CustomBlock!;
    for (const label of ['IF-032 [MSAppInitialResp]', 'IF-033 [MSAppSPRequest]', 'IF-035 [MSAppAccepted]']) {
      assert.deepEqual(play.one(label).CustomBlock!.B070, proposed.B070, label);
      assert.deepEqual(play.one(label).CustomBlock!.B013, proposed.B013, label);
    }
    const asked = play.one('IF-033 [MSAppSPRequest]').CustomBlock!;
    assert.equal(asked.B012?.serviceProviderAppointmentRequestingSupplierDIPID, who.in.dipId);
    assert.equal(asked.B072?.incumbentMeteringServiceDIPID, who.mssOld.dipId);
    assert.deepEqual(play.one('IF-032 [MSAppInitialResp]').CommonBlock.R0, { responseCode: 'A', responseMessages: [] });
  });

  it('passes the answer of the service on', () => {
    assert.equal(answered({}).one('IF-035 [MSAppAccepted]').CustomBlock!.B007?.responseCode, 'A');
    const refused = answered({ responseCode: 'R', code: 'SP007 - Too far' }).one('IF-035 [MSAppRejected]').CustomBlock!;
    assert.deepEqual(refused.B007, { responseCode: 'R', proposedAppointmentResponseCode: 'SP007 - Too far' });
    answered({ responseCode: 'R', code: 'SP099', service: 'data' }).one('IF-035 [DSAppRejected]');
    answered({ responseCode: 'R', code: 'DS001', service: 'data' }).one('IF-035 [DSAppRejected]');
  });

  for (const [name, change] of Object.entries({
    'a code that there is not': { responseCode: 'R', code: 'SP777' },
    'no code': { responseCode: 'R', code: null },
    'a refusal that says accepted': { responseCode: 'R', code: 'SP000' },
    'an acceptance with a reason against': { responseCode: 'A', code: 'SP001' },
    'a code of data services from a metering service': { responseCode: 'R', code: 'DS001' },
  } as const)) {
    it(`rejects ${name} with REG1094`, () => {
      const play = answered(change);
      const { B007 } = play.one('IF-035 [MSAppRejected]').CustomBlock!;
      assert.equal(B007?.responseCode, 'R');
      assert.match(B007?.proposedAppointmentResponseCode ?? '', /^REG1094\b/);
      assert.ok(!play.labels().includes('IF-035 [MSAppAccepted]'));
    });
  }

  it('ignores an answer to nothing, from another service, or with another date', () => {
    const changes: ((play: Play) => void)[] = [
      (play) => (play.waiting[0]!.message.CommonBlock.S1.senderDIPID = who.mssOther.dipId),
      (play) => {
        const { B070 } = play.waiting[0]!.message.CustomBlock!;
        B070!.proposedMeteringServiceDIPEffectiveFromDate = '2027-06-22T00:00:00+00:00';
      },
      (play) => (play.waiting[0]!.message.CustomBlock!.B070!.appointmentScenario = 'CSP'),
    ];
    for (const change of changes) {
      const play = new Play().pendingSwitch();
      play.act('in', 'appointMeteringService', appointment(who.mssNew));
      play.run(undefined, (it) => !it.label.startsWith('IF-034'));
      change(play);
      play.run();
      assert.ok(!play.labels().some((label) => label.startsWith('IF-035')));
    }
    const play = accepted();
    const again = structuredClone(play.one('IF-034 [MSAppSPResponse]'));
    again.CommonBlock.D0!.transactionID = 'another';
    const effects = play.actors.regs.receive(again);
    assert.match(effects[0]!.note, /nothing that is open/);
    play.one('IF-035 [MSAppAccepted]');
  });

  it('matches an answer by its correlation when the same service was proposed twice', () => {
    const play = new Play().pendingSwitch();
    play.act('in', 'appointMeteringService', appointment(who.mssNew));
    play.act('in', 'appointMeteringService', appointment(who.mssNew));
    play.run(undefined, (it) => !it.label.startsWith('IF-034'));
    play.run((open) => open.length - 1);
    const [first, second] = play.find('IF-031 [MSApp]').map((it) => it.CommonBlock.D0!.initialCorrelationID);
    const order = play.find('IF-035 [MSAppAccepted]').map((it) => it.CommonBlock.S1.senderCorrelationID);
    assert.deepEqual(order, [second, first]);
  });

  it('lets a later proposal of the supplier overtake the one that is queued', () => {
    const play = accepted();
    play.act('in', 'appointMeteringService', appointment(who.mssOther));
    play.run();
    const lapsed = play.one('IF-035 [MSAppLapsed]');
    assert.equal(lapsed.CustomBlock!.B007?.responseCode, 'L');
    assert.match(lapsed.CustomBlock!.B007?.proposedAppointmentResponseCode ?? '', /^REG1089\b/);
    assert.equal(lapsed.CustomBlock!.B070?.proposedMeteringServiceDIPID, who.mssNew.dipId);
    assert.deepEqual(lapsed.CommonBlock.A0?.primaryRecipients, [who.in.dipId, who.mssNew.dipId]);
    assert.deepEqual(play.statuses('mssNew'), [`metering ${who.mssNew.dipId} lapsed`]);
    assert.equal(play.records('in').appointments.find((it) => it.status === 'lapsed')?.code, 'REG1089');
  });

  it('does not let the other service or the other supplier overtake', () => {
    const play = accepted();
    play.act('in', 'appointDataService', appointment(who.sdsNew));
    play.act('out', 'appointMeteringService', appointment(who.mssOther, withinSupply));
    play.run();
    assert.ok(!play.labels().includes('IF-035 [MSAppLapsed]'));
  });

  it('asks the incumbent for meter details of traditional and advanced meters only', () => {
    const sent = (over: Record<string, unknown>, service = who.mssNew) => {
      const play = new Play().pendingSwitch(over);
      play.act('in', 'appointMeteringService', appointment(service));
      return play.run().find('IF-035 [IMS-SendMTD]');
    };
    assert.equal(sent({ meterKind: 'smart' }).length, 0);
    assert.equal(sent({ meterKind: 'traditional', meteringService: null }).length, 0);
    assert.equal(sent({ meterKind: 'traditional' }, who.mssOld).length, 0);
    const [message] = sent({ meterKind: 'traditional' });
    assert.deepEqual(message?.CommonBlock.A0?.primaryRecipients, [who.mssOld.dipId]);
    const play = new Play().pendingSwitch({ meterKind: 'traditional' });
    play.act('in', 'appointDataService', appointment(who.sdsNew));
    assert.ok(play.run().one('IF-035 [IMS-SendMTD]').CustomBlock!.B071);
    assert.deepEqual(play.records('mssOld').exceptions, []);
  });
});
