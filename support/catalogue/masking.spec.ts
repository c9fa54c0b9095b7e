import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allEvents, bundledRelease, eventDefinition, messageLabel, withRouting } from '.';
import { maskedItems, maskedPlaces, withMasking } from './masking';
import { mayReceive } from './roles';

const active = eventDefinition('IF-036', 'DSAppActive')!;

test('what is hidden has a masked value in the release, and is hidden from roles that receive the event', () => {
  const rows = allEvents().flatMap((definition) => maskedItems(definition).map((row) => ({ definition, ...row })));
  assert.ok(rows.length >= 5);
  for (const { definition, item, hiddenFrom, basis, setting } of rows) {
    assert.equal(basis, 'inferred');
    assert.equal(setting, `masking["${messageLabel(definition)}"].${item}`);
    assert.ok(maskedPlaces(definition, item).length > 0, setting);
    assert.ok(
      hiddenFrom.every((role) => mayReceive(role, definition)),
      setting,
    );
  }
});

test('a place is a path into what is published, with the value that hides it', () => {
  assert.deepEqual(maskedPlaces(active, 'consentGranularity'), [
    { path: ['CustomBlock', 'B068', 'consentGranularity'], value: 'x' },
  ]);
  const outcome = eventDefinition('IF-016', 'ActivePowerRejected')!;
  assert.deepEqual(
    maskedPlaces(outcome, 'responseCode').map(({ path }) => path.join('.')),
    ['CommonBlock.R0.responseCode', 'CommonBlock.R1.responseCode'],
  );
  assert.deepEqual(maskedPlaces(active, 'incomingDataServiceDIPID'), [], 'it has no masked value');
  assert.deepEqual(maskedPlaces(active, 'noSuchItem'), []);
});

test('an environment says who does not see what; the rest stays', () => {
  const set = withMasking(bundledRelease, { 'IF-036 [DSAppActive]': { consentGranularity: [] } });
  assert.deepEqual(
    maskedItems(active, set).map(({ item, hiddenFrom, basis }) => [item, hiddenFrom.length > 0, basis]),
    [
      ['consentGranularity', false, 'set'],
      ['traditionalFallBackReadFrequency', true, 'inferred'],
    ],
  );
  const routed = withRouting(set, { 'IF-036 [DSAppActive]': { secondary: ['SUP'] } });
  const definition = eventDefinition('IF-036', 'DSAppActive', routed)!;
  assert.equal(maskedItems(definition, routed)[0]!.basis, 'set', 'routing leaves it as it is');
  assert.equal(maskedItems(active)[0]!.basis, 'inferred', 'the release itself is not changed');
});

test('an event that there is not and an item that cannot be hidden are refused', () => {
  const place = 'masking["IF-036 [DSAppActiv]"]';
  assert.throws(() => withMasking(bundledRelease, { 'IF-036 [DSAppActiv]': {} }), { code: 'EVENT_UNKNOWN', place });
  assert.throws(() => withMasking(bundledRelease, { 'IF-036': {} }), { code: 'EVENT_UNKNOWN' });
  const item = { 'IF-036 [DSAppActive]': { incomingDataServiceDIPID: [] } };
  assert.throws(() => withMasking(bundledRelease, item), {
    code: 'MASKING_NOT_POSSIBLE',
    place: 'masking["IF-036 [DSAppActive]"].incomingDataServiceDIPID',
  });
});
