import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inForce, meterType, otherParty, provider, settlementConfiguration, tariff, validProfile } from '..';

const open = { from: '2026-01-01', to: null };

test('something holds from its first to its last day', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };
  assert.deepEqual(
    ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((date) => inForce(year, date)),
    [false, true, true, false],
  );
  assert.ok(inForce(open, '2999-01-01'));
});

test('a tariff belongs to one distributor and to its days', () => {
  const first = { id: '001', distributor: 'NMNT', from: '2024-01-01', to: '2025-12-31' };
  const second = { id: '001', distributor: 'NMNT', ...open };
  const data = { tariffs: [first, second] };
  assert.equal(tariff(data, '001', 'NMNT', '2025-12-31'), first);
  assert.equal(tariff(data, '001', 'NMNT', '2026-01-01'), second);
  assert.equal(tariff(data, '001', 'NMNT', '2023-12-31'), undefined);
  assert.equal(tariff(data, '001', 'OTHR', '2026-01-01'), undefined);
  assert.equal(tariff(data, '1', 'NMNT', '2026-01-01'), undefined);
});

test('a profile class goes with some configurations; one digit is as good as two', () => {
  const data = {
    profileClasses: ['01', '02'].map((code) => ({ code, name: code, ...open })),
    settlementConfigurations: [{ code: '0393', profileClasses: ['01', '07'], ...open }],
  };
  assert.ok(validProfile(data, '01', '0393'));
  assert.ok(validProfile(data, '1', '0393'));
  assert.equal(validProfile(data, '02', '0393'), false);
  assert.equal(validProfile(data, '07', '0393'), false, 'no such profile class');
  assert.equal(validProfile(data, '01', '9999'), false);
  assert.equal(settlementConfiguration(data, '9999'), undefined);
});

test('providers, meter types and parties without a DIP ID are found by what messages call them', () => {
  const type = { code: 'S2A', group: 'smart', ESMEGUID: 'required', displayedDigits: 'optional', ...open } as const;
  assert.equal(meterType({ meterTypes: [type] }, 'S2A'), type);
  assert.equal(meterType({ meterTypes: [type] }, 's2a'), undefined);
  const holder = { dipId: '2000000021', serves: {}, ...open };
  assert.equal(provider({ providers: [holder] }, '2000000021'), holder);
  assert.equal(provider({ providers: [holder] }, '2000000022'), undefined);
  const assets = { id: 'MAPZ', kind: 'MAP', name: 'Assets', ...open } as const;
  const data = { otherParties: [assets] };
  assert.equal(otherParty(data, 'MAP', 'MAPZ', '2026-01-01'), assets);
  assert.equal(otherParty(data, 'SMSO', 'MAPZ', '2026-01-01'), undefined);
  assert.equal(otherParty(data, 'MAP', 'MAPZ', '2025-12-31'), undefined);
});
