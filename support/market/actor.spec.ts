import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { QualifyError } from '../errors';
import { actArguments, acts, createActor, instructionSchema, type Instruction, type OutgoingEnvelope } from './index';
import { appointment, market, mpan, pair, pending, Play, point, ssd, who } from './play.fixture';

const relating = Object.keys(acts).filter((name) =>
  actArguments(acts[name as keyof typeof acts]).some((it) => it.name === 'subsidiaries'),
);

/** Acts that have an effect only after others: on a retriever that runs, consumption, a service that has ended. */
const needing = [
  ...['startRetrieval', 'stopRetrieval', 'askReading', 'askRegisters', 'askHalfHours', 'deliverHalfHours'],
  ...['deliverReading', 'sendReading', 'sendEstimate', 'refuseConsumption', 'defaultConsumption'],
  ...['retrieverAccepted', 'retrieverRefused', 'nameSuccessor'],
];

const refuse = (id: string, event: string, ...codes: string[]): Instruction => ({
  ...{ kind: 'refuse', interface: id, event, codes },
});
const silent = (id: string, event: string): Instruction => ({ kind: 'silent', interface: id, event });

function proposed(instruct: (play: Play) => void): Play {
  const play = new Play().pendingSwitch();
  instruct(play);
  play.act('in', 'appointMeteringService', appointment(who.mssNew));
  return play.run();
}

describe('an actor', () => {
  it('builds the sender side of the payload and leaves the rest to the DIP', () => {
    const sent: OutgoingEnvelope[] = [];
    const actor = createActor({
      ...{ party: who.in, market, environmentTag: 'UIT', connectionProvider: '8000000001' },
      now: () => new Date('2027-06-12T09:00:00Z'),
      unique: () => 'A1',
      meteringPoint: () => ({ distributor: who.ldso.dipId, gspGroup: '_K' }),
      send: (messages) => void sent.push(...messages),
    });
    const returned = actor.act(mpan, 'appointMeteringService', appointment(who.mssNew));
    assert.equal(returned.length, 1);
    assert.deepEqual(sent[0]!.message.CommonBlock, {
      S0: { interfaceID: 'IF-031', schemaVersion: '011', eventCode: '[MSApp]' },
      S1: {
        environmentTag: 'UIT',
        subText: null,
        senderUniqueReference: 'S-IF-031-1000000002-SUP-20270612-A1',
        senderTimestamp: '2027-06-12T09:00:00+00:00',
        senderDIPID: who.in.dipId,
        senderRoleID: 'SUP',
        senderCorrelationID: null,
        DIPConnectionProviderID: '8000000001',
      },
      M0: { MPANCore: mpan, distributorDIPID: who.ldso.dipId, GSPGroupID: '_K' },
    });
    assert.deepEqual([sent[0]!.interface, sent[0]!.event, sent[0]!.mpan], ['IF-031', 'MSApp', mpan]);
  });

  it('takes the acts of its role, with arguments of their form', () => {
    const play = new Play();
    const code = (by: 'in' | 'regs', name: string, args = {}) => {
      try {
        play.act(by, name, args);
      } catch (error) {
        return error instanceof QualifyError ? `${error.kind} ${error.code}` : String(error);
      }
      return 'done';
    };
    assert.equal(code('in', 'appointMeterService'), 'configuration MARKET_ACT_UNKNOWN');
    assert.equal(code('in', 'switchPending', pending), 'configuration MARKET_ACT_NOT_FOR_ROLE');
    assert.equal(code('regs', 'loadMeteringPoint', { segment: 'Q' }), 'configuration MARKET_ACT_ARGUMENTS');
    assert.equal(code('regs', 'loadMeteringPoint', point()), 'done');
    assert.throws(() => play.act('in', 'appointMeterService', {}), { fix: /appointMeteringService/ });
    assert.throws(() => play.act('regs', 'loadMeteringPoint', { segment: 'Q' }), { message: /segment/ });
  });

  it('has a part for each role that an act names', () => {
    const args: Partial<Record<keyof typeof acts, Record<string, unknown>>> = {
      appointMeteringService: appointment(who.mssNew),
      appointDataService: appointment(who.sdsNew),
      loadMeteringPoint: point(),
      endContract: { supplier: who.in.dipId },
      stopServingSegment: { segment: 'S' },
      switchPending: pending,
      switchSecured: { registrationId: 'SWITCH-1' },
      switchCancelled: { registrationId: 'SWITCH-1' },
      dayArrives: { date: ssd },
      ...Object.fromEntries(relating.map((name) => [name, { subsidiaries: ['1200023456793'] }])),
      updateMeterHistory: { meterId: 'E023456784' },
      announceFirstRegistration: { supplier: pair(who.in) },
      changeRetriever: { retriever: pair(who.mdr), supplier: pair(who.in) },
      nameRetriever: { retriever: pair(who.mdr) },
      changeDccService: { flag: 'N' },
    };
    for (const [name, { kind, roles }] of Object.entries(acts)) {
      // What is asked of the DIP is no affair of a role; some acts need what went before, and are tried with it.
      if (kind === 'dip' || needing.includes(name)) continue;
      for (const self of Object.values(who).filter((it) => (roles as readonly string[]).includes(it.role))) {
        const play = new Play().pendingSwitch();
        const by = Object.entries(who).find(([, it]) => it === self)![0] as keyof typeof who;
        const before = JSON.stringify(play.actors[by].memory());
        const sent = play.act(by, name, args[name as keyof typeof acts] ?? {}).length;
        const changed = JSON.stringify(play.actors[by].memory()) !== before;
        assert.ok(sent > 0 || changed || name === 'dayArrives' || name === 'switchPending', `${by} ${name}`);
      }
    }
  });

  it('refuses the next message as it is told, and judges the one after itself', () => {
    const play = proposed((it) => it.actors.regs.instruct(mpan, refuse('IF-031', 'MSApp', 'REG1031', 'REG1032')));
    const { R0 } = play.one('IF-032 [MSAppInitialResp]').CommonBlock;
    assert.equal(R0?.responseCode, 'R');
    assert.deepEqual(
      R0?.responseMessages.map((it) => it!.slice(0, 10)),
      ['REG1031 - ', 'REG1032 - '],
    );
    assert.ok(!play.labels().some((label) => label.startsWith('IF-033')));
    play.act('in', 'appointMeteringService', appointment(who.mssNew));
    play.run().one('IF-035 [MSAppAccepted]');
  });

  it('refuses as a service, and as the Registration Service on an answer', () => {
    const service = proposed((it) => it.actors.mssNew.instruct(mpan, refuse('IF-033', 'MSAppSPRequest', 'SP011')));
    const code = service.one('IF-035 [MSAppRejected]').CustomBlock!.B007?.proposedAppointmentResponseCode;
    assert.match(code ?? '', /^SP011\b/);
    const unknown = proposed((it) => it.actors.mssNew.instruct(mpan, refuse('IF-033', 'MSAppSPRequest', 'SP777')));
    assert.match(
      unknown.one('IF-035 [MSAppRejected]').CustomBlock!.B007?.proposedAppointmentResponseCode ?? '',
      /^REG1094\b/,
    );
    const regs = proposed((it) => it.actors.regs.instruct(mpan, refuse('IF-034', 'MSAppSPResponse', 'REG1094')));
    regs.one('IF-035 [MSAppRejected]');
  });

  it('stays silent once, also when the message is repeated', () => {
    const play = proposed((it) => it.actors.mssNew.instruct(mpan, silent('IF-033', 'MSAppSPRequest')));
    play.actors.mssNew.receive(play.one('IF-033 [MSAppSPRequest]'));
    assert.ok(!play.labels().includes('IF-034 [MSAppSPResponse]'));
    play.act('in', 'appointMeteringService', appointment(who.mssNew));
    play.run().one('IF-034 [MSAppSPResponse]');
  });

  it('keeps an instruction for the message that it names, and a repeated one uses none up', () => {
    const play = proposed((it) => it.actors.regs.instruct(mpan, refuse('IF-031', 'DSApp', 'REG1031')));
    play.one('IF-035 [MSAppAccepted]');
    play.actors.regs.instruct(mpan, refuse('IF-031', 'MSApp', 'REG1031'));
    play.actors.regs.receive(play.one('IF-031 [MSApp]'));
    play.act('in', 'appointMeteringService', appointment(who.mssOther));
    play.run();
    assert.equal(play.find('IF-032 [MSAppInitialResp]')[1]!.CommonBlock.R0?.responseCode, 'R');
  });

  it('cannot be told what its role cannot do', () => {
    const { actors } = new Play();
    const impossible = { code: 'MARKET_INSTRUCTION_IMPOSSIBLE' };
    assert.throws(() => actors.regs.instruct(mpan, refuse('IF-033', 'MSAppSPRequest', 'SP001')), impossible);
    assert.throws(() => actors.mssNew.instruct(mpan, refuse('IF-033', 'DSAppSPRequest', 'SP001')), impossible);
    assert.throws(() => actors.in.instruct(mpan, refuse('IF-032', 'MSAppInitialResp', 'REG1031')), impossible);
    assert.throws(() => actors.regs.instruct(mpan, refuse('IF-031', 'MSApp')), impossible);
    actors.in.instruct(mpan, silent('IF-002', 'GainMPANInfo'));
    assert.ok(instructionSchema.safeParse(refuse('IF-031', 'MSApp', 'REG1031')).success);
    assert.ok(!instructionSchema.safeParse({ kind: 'refuse', interface: 'IF-031', event: 'MSApp' }).success);
  });

  it('goes on from a memory that went through JSON, instructions and all', () => {
    const play = proposed((it) => it.actors.regs.instruct(mpan, refuse('IF-031', 'DSApp', 'REG1031')));
    const memory = JSON.parse(JSON.stringify(play.actors.regs.memory()));
    assert.deepEqual(memory, play.actors.regs.memory());
    play.restart('regs', memory);
    play.act('in', 'appointDataService', appointment(who.sdsNew));
    assert.equal(play.run().one('IF-032 [DSAppInitialResp]').CommonBlock.R0?.responseCode, 'R');
    play.act('regs', 'switchSecured', { registrationId: 'SWITCH-1' });
    play.act('regs', 'dayArrives', { date: ssd });
    play.one('IF-036 [MSAppActive]');
  });

  it('keeps MPANs apart and forgets one', () => {
    const play = proposed(() => {});
    const other = '1200023456793';
    assert.deepEqual(play.actors.regs.records(other).appointments, []);
    play.actors.regs.act(other, 'loadMeteringPoint', point());
    play.actors.regs.forget(mpan);
    assert.deepEqual(play.actors.regs.records(mpan), {
      ...{ mpan, supplier: null, appointments: [], booked: [], exceptions: [] },
    });
    assert.equal(play.actors.regs.records(other).appointments.length, 2);
  });
});
