import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Name, Play, point, who } from './play.fixture';

const other = '1200023456793';
const today = '2027-06-12T00:00:00+01:00';

/** The MPAN is held by its supplier, its services and the Registration Service. */
function supplied(over: Record<string, unknown> = {}): Play {
  const play = new Play();
  for (const name of ['regs', 'out', 'mssOld', 'sdsOld'] as const) play.act(name, 'loadMeteringPoint', point(over));
  return play;
}

const codes = (play: Play, label: string) => {
  const { R0 } = play.one(label).CommonBlock;
  return [R0!.responseCode, ...R0!.responseMessages.map((text) => text!.slice(0, 7))];
};
const facts = (play: Play, name: Name) => play.records(name).facts ?? {};

describe('BP010b between actors', () => {
  it('takes a consent into the register and tells those who hold the MPAN', () => {
    const play = supplied();
    play.act('out', 'changeConsent', { granularity: 'M' });
    play.run();
    assert.deepEqual(play.labels(), ['IF-025 [ConsentGranularity]', 'IF-026 [ConsentGranularity]']);
    assert.deepEqual(codes(play, 'IF-026 [ConsentGranularity]'), ['A']);
    const B068 = { consentGranularity: 'M', consentGranularityEffectiveFromDate: today };
    for (const name of ['regs', 'out', 'ldso', 'ees'] as const) assert.deepEqual(facts(play, name).B068, B068, name);
  });

  it('refuses the consent of a supplier that is not the current one, or that is too old', () => {
    const play = supplied();
    play.act('in', 'changeConsent', {});
    play.run();
    assert.deepEqual(codes(play, 'IF-026 [ConsentGranularity]'), ['R', 'REG1021']);
    const late = supplied();
    late.act('out', 'changeConsent', { from: '2027-06-01' });
    late.run();
    assert.deepEqual(codes(late, 'IF-026 [ConsentGranularity]'), ['R', 'REG1024']);
    assert.equal(facts(late, 'out').B068?.consentGranularity, 'H', 'a refusal teaches nothing');
    assert.equal(facts(late, 'ees').B068, undefined);
  });

  it('keeps the present consent until the day of the next', () => {
    const play = supplied();
    play.act('out', 'changeConsent', { granularity: 'D', from: '2027-06-20' });
    play.run();
    assert.equal(facts(play, 'regs').B068?.consentGranularity, 'H');
    play.act('regs', 'dayArrives', { date: '2027-06-20' });
    assert.equal(facts(play, 'regs').B068?.consentGranularity, 'D');
  });

  it('refuses as it is told', () => {
    const play = supplied();
    play.actors.regs.instruct('1200023456784', {
      ...{ kind: 'refuse', interface: 'IF-025', event: 'ConsentGranularity', codes: ['REG1022'] },
    });
    play.act('out', 'changeConsent', {});
    play.run();
    assert.deepEqual(codes(play, 'IF-026 [ConsentGranularity]'), ['R', 'REG1022']);
  });
});

describe('BP010a, c, d and e between actors', () => {
  const notices = [
    ['changeAddress', 'IF-018 [AddressChg]', 'B022'],
    ['changeGspGroup', 'IF-018 [GSPChg]', 'B001'],
    ['changeTariff', 'IF-018 [DUOSTariffIDChg]', 'B024'],
    ['changeDomesticIndicator', 'IF-018 [DomPremInd]', 'B028'],
    ['changeEnergyDirection', 'IF-018 [EnergyDirection]', 'B023'],
    ['changeMeteredIndicator', 'IF-018 [MUMIndicator]', 'B023'],
    ['changeConnectionType', 'IF-043 [ConnectionTypeChange]', 'B023'],
  ] as const;
  for (const [act, label, block] of notices) {
    it(`${act}: ${label}`, () => {
      const play = supplied();
      const before = facts(play, 'regs');
      play.act('regs', act, {});
      const { CustomBlock, CommonBlock } = play.run().one(label);
      assert.notDeepEqual(CustomBlock![block], before[block]);
      for (const name of ['regs', 'out', 'ldso', 'mds'] as const) {
        assert.deepEqual(facts(play, name)[block], CustomBlock![block], name);
        assert.deepEqual(play.records(name).exceptions, []);
      }
      assert.equal(CommonBlock.M0?.GSPGroupID, act === 'changeGspGroup' ? '_B' : '_K');
    });
  }

  it('says nothing of homes while a switch is open', () => {
    const play = new Play().pendingSwitch();
    play.act('regs', 'changeDomesticIndicator', {});
    assert.ok(!play.run().labels().includes('IF-018 [DomPremInd]'));
    play.act('regs', 'switchSecured', { registrationId: 'SWITCH-1' });
    assert.equal(play.one('IF-001 [ChangeOfSupplier]').CustomBlock!.B004?.domesticPremiseIndicator, false);
  });

  it('reminds of a consent that a change makes invalid, and of a segment that no longer fits', () => {
    const play = supplied();
    play.act('out', 'changeConsent', { granularity: 'N' });
    play.run().act('regs', 'changeDomesticIndicator', { domestic: false });
    play.one('IF-045 [ConsentGranularityInvalid]');
    play.act('regs', 'changeTariff', {});
    play.act('regs', 'changeMeteredIndicator', { metered: true });
    assert.equal(play.find('IF-045 [InvalidMarketSegment]').length, 0);
    play.act('regs', 'changeMeteredIndicator', { metered: false });
    play.one('IF-045 [InvalidMarketSegment]');
    play.run();
    assert.deepEqual(play.records('out').exceptions, []);
  });

  it('sends the enquiry service what it holds', () => {
    const play = supplied();
    play.act('regs', 'refreshEnquiry', {});
    const { B085, B081, B914List } = play.one('IF-051 [EESRefresh]').CustomBlock!;
    assert.equal(B085?.currentSupplierDIPID, who.out.dipId);
    assert.equal(B081?.currentMeteringServiceDIPID, who.mssOld.dipId);
    assert.equal(B914List?.[0]?.existingMeter?.meterRemovalDate, null);
    play.act('regs', 'changeGreenDeal', {});
    assert.equal(play.one('IF-050 [GreenDeal]').CustomBlock!.B080?.greenDealEffectiveFromDate, today);
    play.act('regs', 'remindSupplier', { event: 'NoDSAppointed', note: 'Overdue' });
    assert.equal(play.one('IF-045 [NoDSAppointed]').CustomBlock!.B060?.additionalInformation, 'Overdue');
  });

  it('takes the items of the supplier', () => {
    const play = supplied({ meterKind: 'traditional' });
    play.act('out', 'reportDisplay', { status: 'D' });
    play.act('out', 'nameSmso', {});
    play.act('out', 'changeProfile', {});
    play.run();
    for (const event of ['IHDInfo', 'SMSO', 'SSCandProfileClass']) {
      assert.deepEqual(codes(play, `IF-026 [${event}]`), ['A'], event);
    }
    assert.equal(facts(play, 'regs').B032?.SSC, '0151');
    assert.equal(facts(play, 'ees').B031?.SMSOID, 'SMSO');
  });

  it('holds direct contracts, until they are removed', () => {
    const play = supplied();
    play.act('mssOld', 'recordDirectContract', {});
    play.run();
    assert.equal(facts(play, 'regs').B006?.customerDirectContractMeteringServiceDIPID, who.mssOld.dipId);
    play.act('sdsOld', 'recordDirectContract', {});
    play.run();
    assert.equal(facts(play, 'sdsOld').B021?.customerDirectContractDataServiceDIPID, who.sdsOld.dipId);
    for (const name of ['mssOld', 'sdsOld'] as const) play.act(name, 'removeDirectContract', {});
    play.run();
    assert.deepEqual(codes(play, 'IF-039 [DirectContractMSRemove]'), ['A']);
    assert.equal(facts(play, 'regs').B006, undefined);
    assert.equal(facts(play, 'sdsOld').B021, undefined);
    play.act('mssOld', 'removeDirectContract', {});
    play.run();
    assert.match(play.find('IF-039 [DirectContractMSRemove]')[1]!.CommonBlock.R0!.responseMessages[0]!, /^REG1074/);
  });

  it('tells the supplier of a visit that came to nothing', () => {
    const play = supplied();
    play.act('mssOld', 'reportEnergisationFailure', { note: 'No access' });
    assert.deepEqual(play.run().labels(), ['IF-007 [EnergisationStatusFailure]']);
    assert.deepEqual(play.records('out').exceptions, []);
    assert.equal(facts(play, 'regs').B025?.energisationStatus, 'E');
  });
});

describe('MPANs that belong together', () => {
  const pairUp = (play: Play) => {
    play.act('regs', 'loadMeteringPoint', point());
    const exportPoint = point({ energyDirection: 'E', meteringService: { dipId: who.mssOther.dipId, mpid: 'MOTH' } });
    play.actors.regs.act(other, 'loadMeteringPoint', exportPoint);
    play.act('out', 'linkExport', { subsidiaries: [other] });
    return play.run();
  };

  it('aligns the linked export with its import', () => {
    const play = pairUp(supplied());
    assert.deepEqual(codes(play, 'IF-020 [LinkedImportExportCreate]'), ['A']);
    const answer = play.one('IF-020 [LinkedImportExportCreate]');
    assert.equal(answer.CommonBlock.M1?.principalMPAN, '1200023456784');
    assert.equal(answer.CustomBlock?.B907List?.[0]?.existingMeter.linkedImportExportMPAN, other);
    const active = play.one('IF-036 [MSAppActive]');
    assert.equal(active.CommonBlock.M0?.MPANCore, other);
    assert.equal(active.CustomBlock?.B014?.appointmentScenario, 'ALG');
    assert.equal(active.CustomBlock?.B014?.incomingMeteringServiceDIPID, who.mssOld.dipId);
    assert.equal(play.one('IF-037 [MSDeApp]').CustomBlock?.B008?.deAppointmentReasonCode, 'IMPEXP');
    assert.equal(play.find('IF-036 [DSAppActive]').length, 0, 'the same data service stays as it is');
    assert.deepEqual(play.actors.mssOld.records(other).exceptions, []);
  });

  it('bars proposals and updates on the dependent one, and lets it go', () => {
    const play = pairUp(supplied());
    play.actors.out.act(other, 'changeConsent', {});
    play.run();
    assert.deepEqual(codes(play, 'IF-026 [ConsentGranularity]'), ['R', 'REG1038']);
    play.actors.out.act(other, 'appointMeteringService', {
      ...{ service: { dipId: who.mssNew.dipId, mpid: who.mssNew.mpid }, from: '2027-06-20', scenario: 'CSP' },
    });
    play.run();
    assert.deepEqual(codes(play, 'IF-032 [MSAppInitialResp]'), ['R', 'REG1038']);
    play.act('out', 'removeLinkedExport', { subsidiaries: [other] });
    play.run();
    assert.deepEqual(codes(play, 'IF-020 [LinkedImportExportRemove]'), ['A']);
    play.actors.out.act(other, 'changeConsent', {});
    assert.equal(play.run().find('IF-026 [ConsentGranularity]')[1]!.CommonBlock.R0?.responseCode, 'A');
  });

  it('follows the principal when it changes its service', () => {
    const play = pairUp(supplied());
    const next = { service: { dipId: who.mssNew.dipId, mpid: who.mssNew.mpid }, from: '2027-06-20', scenario: 'CSP' };
    play.act('out', 'appointMeteringService', next);
    play.run().act('regs', 'dayArrives', { date: '2027-06-20' });
    const aligned = play
      .run()
      .find('IF-036 [MSAppActive]')
      .filter((it) => it.CommonBlock.M0?.MPANCore === other);
    assert.deepEqual(
      aligned.map((it) => it.CustomBlock?.B014?.incomingMeteringServiceDIPID),
      [who.mssOld.dipId, who.mssNew.dipId],
    );
    assert.equal(aligned[1]!.CustomBlock?.B014?.incomingMeteringServiceEffectiveFromDate, '2027-06-20T00:00:00+01:00');
  });

  it('refuses a pair of two imports, and an MPAN that it does not know', () => {
    const play = supplied();
    play.actors.regs.act(other, 'loadMeteringPoint', point());
    play.act('out', 'linkExport', { subsidiaries: [other] });
    play.run();
    assert.deepEqual(codes(play, 'IF-020 [LinkedImportExportCreate]'), ['R', 'REG1054']);
    play.act('out', 'relateMpans', { subsidiaries: ['1200023456802'] });
    play.run();
    assert.deepEqual(codes(play, 'IF-020 [RelatedCreate]'), ['R', 'REG0000']);
    play.act('out', 'addRelatedMpan', { subsidiaries: [other] });
    play.run();
    assert.deepEqual(codes(play, 'IF-020 [RelatedAdd]'), ['R', 'REG1062']);
  });
});
