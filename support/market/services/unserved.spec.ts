import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appointment, type Name, Play, who } from '../play.fixture';

interface Case {
  by?: Name;
  /** What it cannot serve; the second is beside the mark. */
  limit?: [strikes: Record<string, unknown>, spares: Record<string, unknown>];
  point?: Record<string, unknown>;
  args?: Record<string, unknown>;
  before?: (play: Play) => void;
}

/** The code of IF-034 of the proposed service. */
function answered(it: Case, limit?: Record<string, unknown>): string {
  const by = it.by ?? 'mssNew';
  const play = new Play().pendingSwitch(it.point);
  it.before?.(play);
  if (limit) play.act(by, 'limitService', limit);
  const act = by === 'mssNew' ? 'appointMeteringService' : 'appointDataService';
  play.act('in', act, appointment(who[by], it.args));
  play.run();
  const { message } = play.sent.find((one) => one.by === by)!;
  return message.CustomBlock!.B007!.proposedAppointmentResponseCode!.slice(0, 5);
}

const noLine = { number: null, street: null, town: null };

describe('what a service cannot serve', () => {
  const limited: Record<string, Case> = {
    SP002: { limit: [{ contractReference: 'MQ-CONTRACT-1' }, { contractReference: 'MQ-CONTRACT-2' }] },
    SP003: { limit: [{ outsideContract: 'W' }, { outsideContract: 'L' }] },
    SP004: { limit: [{ connectionType: 'W' }, { connectionType: 'L' }] },
    SP006: { limit: [{ meterType: 'S2ADE' }, { meterType: 'H' }] },
    SP007: { limit: [{ gspGroup: '_K' }, { gspGroup: '_A' }] },
    SP011: { limit: [{ notice: 11 }, { notice: 10 }] },
    DS001: {
      by: 'sdsNew',
      limit: [{ retriever: who.mdr.dipId }, { retriever: who.mdrOther.dipId }],
      args: { retriever: { dipId: who.mdr.dipId, mpid: who.mdr.mpid } },
    },
  };
  for (const [code, one] of Object.entries(limited)) {
    it(`${code} strikes where it should, and not beside it`, () => {
      assert.equal(answered(one, one.limit![0]), code);
      assert.equal(answered(one, one.limit![1]), 'SP000');
    });
  }

  it('SP008: an address without a line', () => {
    const told = (address: Record<string, unknown>) =>
      answered({ before: (play) => void play.act('regs', 'changeAddress', address) });
    assert.equal(told(noLine), 'SP008');
    assert.equal(told({ ...noLine, town: 'Testham' }), 'SP000');
  });

  it('DS003: a traditional meter without a reading frequency', () => {
    const traditional = { meterKind: 'traditional' };
    const asked = (point: Record<string, unknown>, args: Record<string, unknown>) =>
      answered({ by: 'sdsNew', point, args });
    assert.equal(asked(traditional, { readFrequency: null }), 'DS003');
    assert.equal(asked(traditional, { readFrequency: 'M' }), 'SP000');
    assert.equal(asked(traditional, {}), 'SP000');
    assert.equal(asked({}, { readFrequency: null }), 'SP000');
  });
});
