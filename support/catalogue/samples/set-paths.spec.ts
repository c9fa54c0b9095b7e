import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { validateMessage } from '..';
import { sampleMessage } from '../sample';

describe('set', () => {
  const set = (values: Record<string, unknown>) => sampleMessage('IF-036', 'MSAppActive', { set: values });

  test('a value is put at its path, whether or not the lean sample has the block or the entry', () => {
    const { CustomBlock, CommonBlock } = set({
      'CommonBlock.A0.primaryRecipients[1]': '3200000009',
      'CustomBlock.B013.CSSRegistrationID': 'REG-9',
      'CustomBlock.B905List[1].existingMeter.meterID': 'OTHER',
      'CustomBlock.B027': null,
    });
    assert.deepEqual(CommonBlock.A0!.primaryRecipients[1], '3200000009');
    assert.deepEqual(CustomBlock!.B013, { CSSRegistrationID: 'REG-9' });
    assert.deepEqual(
      CustomBlock!.B905List!.map((one) => one.existingMeter!.meterID),
      ['Z26A000001', 'OTHER'],
    );
    assert.equal(CustomBlock!.B027, null);
    assert.equal(sampleMessage('IF-036', 'MSAppActive').CustomBlock!.B013, undefined);
  });

  test('what is set is not judged, the rest stays valid', () => {
    const message = set({ 'CustomBlock.B014.appointmentScenario': 'XXX' });
    const result = validateMessage(message, 'ingress');
    assert.deepEqual(result.ok || result.problems.map(({ path }) => path), ['CustomBlock.B014.appointmentScenario']);
  });

  test('an unknown path names the nearest', () => {
    const fix = (path: string, meant: string) =>
      assert.throws(() => set({ [path]: 1 }), { code: 'SAMPLE_PATH_UNKNOWN', fix: new RegExp(`Nearest: ${meant}`) });
    fix('CustomBlock.B014.appointmentScenari', 'CustomBlock.B014.appointmentScenario\\.$');
    fix('CSSRegistrationID', 'CustomBlock.B013.CSSRegistrationID\\.$');
    fix('B905List[0].existingMeter.meterID', 'CustomBlock.B905List\\[0\\].existingMeter.meterID');
    fix('customblock.b014', 'CustomBlock.B01\\d');
    fix('x', 'none');
  });

  test('a half-hour that the day does not have cannot be set', () => {
    const path = 'CustomBlock.B900.settlementDayConsumptionPeriods[0].consumptionPeriods[48].v';
    const beyond = () => sampleMessage('IF-021', 'ActivePower', { set: { [path]: '1.000' } });
    assert.throws(beyond, { code: 'SAMPLE_PATH_UNKNOWN', fix: /consumptionPeriods\[47\]/ });
  });
});
