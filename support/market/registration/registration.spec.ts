import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accepted, pending, Play, point, who } from '../play.fixture';

const registrationId = 'SWITCH-1';

describe('the Registration Service on a pending switch', () => {
  it('tells the incoming supplier what is at the site', () => {
    const { B013, B005, B006, B023, B026 } = new Play().pendingSwitch().one('IF-002 [GainMPANInfo]').CustomBlock!;
    assert.equal(B013?.CSSRegistrationID, registrationId);
    assert.equal(B005?.currentMeteringServiceDIPID, who.mssOld.dipId);
    assert.equal(B005?.currentDataServiceMPID, who.sdsOld.mpid);
    assert.equal(B023?.energyDirection, 'I');
    assert.equal(B026?.marketSegmentIndicator, 'S');
    assert.equal(B006, undefined);
  });

  it('names direct contracts only where there are some, and no services where there are none', () => {
    const over = { directContracts: { metering: true, data: false } };
    const { B006 } = new Play().pendingSwitch(over).one('IF-002 [GainMPANInfo]').CustomBlock!;
    assert.equal(B006?.customerDirectContractMeteringServiceDIPID, who.mssOld.dipId);
    assert.equal(B006?.customerDirectContractDataServiceDIPID, null);
    const bare = new Play().pendingSwitch({ meteringService: null, dataService: null });
    assert.equal(bare.one('IF-002 [GainMPANInfo]').CustomBlock!.B005?.currentMeteringServiceDIPID, null);
  });

  it('announces one switch once', () => {
    const play = new Play().pendingSwitch();
    play.act('regs', 'switchPending', pending);
    play.one('IF-002 [GainMPANInfo]');
  });

  it('asks for the MPAN and the switch that an act needs', () => {
    assert.throws(() => new Play().act('regs', 'switchPending', pending), { code: 'MARKET_POINT_NOT_LOADED' });
    const play = new Play().pendingSwitch();
    const unknown = { registrationId: 'SWITCH-2' };
    assert.throws(() => play.act('regs', 'switchSecured', unknown), { code: 'MARKET_SWITCH_UNKNOWN' });
    assert.throws(() => play.act('regs', 'switchCancelled', unknown), { code: 'MARKET_SWITCH_UNKNOWN' });
  });

  it('takes no message that is not for it', () => {
    const play = accepted();
    const stray = structuredClone(play.one('IF-002 [GainMPANInfo]'));
    stray.CommonBlock.D0!.transactionID = 'stray';
    play.actors.regs.receive(stray);
    assert.equal(play.records('regs').exceptions!.length, 1);
    play.act('regs', 'loadMeteringPoint', point());
    assert.deepEqual(play.records('regs').exceptions, []);
  });
});
