import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Message } from '../../catalogue';
import { appointment, type Name, pending, Play, point, ssd, who } from '../play.fixture';

/** Codes of IF-032 for a proposal; empty when it is accepted. */
function codes(o: {
  by?: Name;
  act?: 'appointMeteringService' | 'appointDataService';
  args: Record<string, unknown>;
  point?: Record<string, unknown>;
  before?: (play: Play) => void;
  change?: (message: Message) => void;
}): string[] {
  const play = new Play().pendingSwitch(o.point);
  o.before?.(play);
  play.act(o.by ?? 'in', o.act ?? 'appointMeteringService', o.args);
  for (const { message } of play.waiting) o.change?.(message);
  play.run();
  const answers = play.sent.filter((one) => one.label.startsWith('IF-032'));
  assert.equal(answers.length, 1);
  const { R0, S1 } = answers[0]!.message.CommonBlock;
  const refused = R0!.responseCode === 'R';
  assert.equal(play.sent.filter((one) => one.label.startsWith('IF-033')).length, refused ? 0 : 1);
  assert.ok(S1.senderCorrelationID, 'an answer is correlated');
  assert.equal(R0!.responseMessages.length > 0, refused);
  return R0!.responseMessages.map((text) => text!.split(' ')[0]!);
}

const arrives = (date: string) => (play: Play) => void play.act('regs', 'dayArrives', { date });
const happens = (play: Play) => {
  play.act('regs', 'switchSecured', { registrationId: 'SWITCH-1' });
  arrives(ssd)(play);
  play.run();
};
const csp = (from: string) => ({ scenario: 'CSP', from, registrationId: null });

describe('the checks of a proposal', () => {
  const cases: Record<string, { expected: string[] } & Parameters<typeof codes>[0]> = {
    'a good COS proposal': { expected: [], args: appointment(who.mssNew) },
    'a good COS proposal of a data service': { expected: [], act: 'appointDataService', args: appointment(who.sdsNew) },
    'COS that keeps the present service': { expected: [], args: appointment(who.mssOld) },
    'COS without a registration id': { expected: [], args: appointment(who.mssNew, { registrationId: null }) },
    'an unknown switch': { expected: ['REG0005'], args: appointment(who.mssNew, { registrationId: 'SWITCH-9' }) },
    'the switch of another supplier': {
      expected: ['REG0006'],
      by: 'out',
      args: appointment(who.mssNew, { ...csp('2027-06-20'), registrationId: 'SWITCH-1' }),
    },
    'a supplier without standing': {
      expected: ['REG1021'],
      by: 'third',
      args: appointment(who.mssNew, { registrationId: null }),
    },
    'a supplier without standing, with the switch of another': {
      expected: ['REG0006', 'REG1021'],
      by: 'third',
      args: appointment(who.mssNew, { registrationId: 'SWITCH-1' }),
    },
    'an advanced service for a smart MPAN': { expected: ['REG1031'], args: appointment(who.msa) },
    'an advanced data service for a smart MPAN': {
      expected: ['REG1031'],
      act: 'appointDataService',
      args: appointment(who.ads),
    },
    'a smart service for an advanced MPAN': {
      expected: ['REG1031'],
      point: { segment: 'A', meterKind: 'advanced' },
      args: appointment(who.mssNew),
    },
    'an advanced service for an advanced MPAN': {
      expected: [],
      point: { segment: 'A', meterKind: 'advanced' },
      args: appointment(who.msa),
    },
    'a smart service for an unmetered MPAN': {
      expected: ['REG1030'],
      point: { segment: 'U', meterKind: 'none' },
      args: appointment(who.mssNew),
    },
    'an unmetered operator for an unmetered MPAN': {
      expected: [],
      point: { segment: 'U', meterKind: 'none' },
      args: appointment(who.umso),
    },
    'COS a day after the SSD': { expected: ['REG1032'], args: appointment(who.mssNew, { from: '2027-06-23' }) },
    'COS at midnight UTC in summer': {
      expected: ['REG1032'],
      args: appointment(who.mssNew),
      change: ({ CustomBlock }) =>
        (CustomBlock!.B070!.proposedMeteringServiceDIPEffectiveFromDate = '2027-06-22T00:00:00+00:00'),
    },
    'the SSD written with another offset': {
      expected: [],
      args: appointment(who.mssNew),
      change: ({ CustomBlock }) =>
        (CustomBlock!.B070!.proposedMeteringServiceDIPEffectiveFromDate = '2027-06-21T23:00:00+00:00'),
    },
    'CSP by the incoming supplier': { expected: ['REG1033'], args: appointment(who.mssNew, { scenario: 'CSP' }) },
    'USP by the incoming supplier': {
      expected: ['REG1033'],
      args: appointment(who.mssOld),
      change: ({ CustomBlock }) => (CustomBlock!.B070!.appointmentScenario = 'USP'),
    },
    'COS by the current supplier': {
      expected: ['REG1033'],
      by: 'out',
      args: appointment(who.mssNew, { registrationId: null }),
    },
    'a scenario that is not played': {
      expected: ['REG1033'],
      by: 'out',
      args: appointment(who.mssNew, csp('2027-06-20')),
      change: ({ CustomBlock }) => (CustomBlock!.B070!.appointmentScenario = 'MCA'),
    },
    'USP that names another service': {
      expected: ['REG1025'],
      by: 'out',
      args: appointment(who.mssNew, csp('2027-06-20')),
      change: ({ CustomBlock }) => (CustomBlock!.B070!.appointmentScenario = 'USP'),
    },
    'COS of yesterday': { expected: ['REG1034'], args: appointment(who.mssNew, { from: '2027-06-11' }) },
    'COS once the SSD has come': { expected: ['REG1034'], before: happens, args: appointment(who.mssNew) },
    'COS on the SSD of a switch that is not secured': {
      expected: ['REG1034'],
      before: arrives(ssd),
      args: appointment(who.mssNew),
    },
    'CSP from the SSD once it has come': {
      expected: [],
      before: happens,
      args: appointment(who.mssNew, { scenario: 'CSP' }),
    },
    'the old supplier once the SSD has come': {
      expected: ['REG1021'],
      by: 'out',
      before: happens,
      args: appointment(who.mssNew, csp('2027-06-25')),
    },
    'CSP from before the supply': {
      expected: ['REG1032'],
      before: happens,
      args: appointment(who.mssNew, csp('2027-06-21')),
    },
    'CSP by the current supplier': { expected: [], by: 'out', args: appointment(who.mssNew, csp('2027-06-20')) },
    'CSP that names the present service': {
      expected: ['REG1026'],
      by: 'out',
      args: appointment(who.mssOld, csp('2027-06-20')),
    },
    'an MPID of another company': {
      expected: ['REG1090'],
      args: appointment(who.mssNew, { service: { dipId: who.mssNew.dipId, mpid: 'MOLD' } }),
    },
    'an MPID of another company, data': {
      expected: ['REG1091'],
      act: 'appointDataService',
      args: appointment(who.sdsNew, { service: { dipId: who.sdsNew.dipId, mpid: 'DOLD' } }),
    },
    'a DIP ID that nobody has': {
      expected: ['REG1090'],
      args: appointment(who.mssNew, { service: { dipId: '9999999999', mpid: 'MNEW' } }),
    },
    '5 days ago': { expected: [], by: 'out', args: appointment(who.mssNew, csp('2027-06-07')) },
    '6 days ago': { expected: ['REG1024'], by: 'out', args: appointment(who.mssNew, csp('2027-06-06')) },
    'the export of a linked pair': {
      expected: ['REG1038'],
      point: { pairedWith: { as: 'linked', mpan: '1200023456793', principal: false } },
      args: appointment(who.mssNew),
    },
    'the import of a linked pair': {
      expected: [],
      point: { pairedWith: { as: 'linked', mpan: '1200023456793', principal: true } },
      args: appointment(who.mssNew),
    },
    'the secondary of a related pair': {
      expected: ['REG1039'],
      point: { pairedWith: { as: 'related', mpan: '1200023456793', principal: false } },
      args: appointment(who.mssNew),
    },
    '28 days ahead': { expected: [], by: 'out', args: appointment(who.mssNew, csp('2027-07-10')) },
    '29 days ahead': { expected: ['REG1099'], by: 'out', args: appointment(who.mssNew, csp('2027-07-11')) },
    '29 days ahead of today, less of the day reached': {
      expected: [],
      by: 'out',
      before: arrives('2027-06-15'),
      args: appointment(who.mssNew, csp('2027-07-11')),
    },
    'several things wrong at once': {
      expected: ['REG1032', 'REG1090', 'REG1031'],
      args: appointment(who.msa, { from: '2027-06-23', service: { dipId: who.msa.dipId, mpid: 'MNEW' } }),
    },
    'a cancelled switch': {
      expected: ['REG0005', 'REG1021'],
      before: (play) => void play.act('regs', 'switchCancelled', { registrationId: 'SWITCH-1' }),
      args: appointment(who.mssNew),
    },
  };
  for (const [name, { expected, ...given }] of Object.entries(cases)) {
    it(`${name}: ${expected.join(', ') || 'passes'}`, () => assert.deepEqual(codes(given), expected));
  }

  it('an MPAN that the register does not hold: REG0000', () => {
    const play = new Play();
    play.act('in', 'appointMeteringService', appointment(who.mssNew));
    play.run();
    assert.match(play.one('IF-032 [MSAppInitialResp]').CommonBlock.R0!.responseMessages[0]!, /^REG0000 - /);
  });

  it('takes midnight UTC for the start of a day where that is the assumption', () => {
    const utc = new Play('utc');
    utc.act('regs', 'loadMeteringPoint', point());
    utc.act('regs', 'switchPending', pending);
    utc.run().act('in', 'appointMeteringService', appointment(who.mssNew));
    utc.run();
    const { B070 } = utc.one('IF-033 [MSAppSPRequest]').CustomBlock!;
    assert.equal(B070!.proposedMeteringServiceDIPEffectiveFromDate, '2027-06-22T00:00:00+00:00');
  });
});
