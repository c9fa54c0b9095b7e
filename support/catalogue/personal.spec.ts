import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { items, wireName, type ItemName } from './items';
import { personalClass, personalClasses, personalItems } from './personal';
import { itemClasses, notPersonal, wordsOfActs } from './personal-items';

const names = new Set<string>((Object.keys(items) as ItemName[]).map(wireName));
const listed = new Map(personalClasses.flatMap((of) => itemClasses[of].map((name) => [name, of] as const)));

// What would sound to a reader as if it told of a person, a site or a device.
const sounds =
  /address|postcode|name$|contact|phone|e-?mail|serial|guid|meterid|device|reading|consumption|consent|advis|notification|mpan|registration(id|number)|information|text|note|description|details|bank|meteredData|maximumdemand|siteid|accountref/i;

describe('the classes of personal data', () => {
  it('name data items that are in the catalogue, each once', () => {
    for (const name of listed.keys()) assert.ok(names.has(name), `${name} is no item of the catalogue`);
    assert.equal(listed.size, personalItems().length);
    for (const name of Object.keys(notPersonal)) assert.ok(names.has(name), `${name} is no item of the catalogue`);
  });

  it('have every item of the catalogue that sounds personal, or the reason why it is none', () => {
    const open = [...names].filter((name) => sounds.test(name) && !listed.has(name) && !(name in notPersonal));
    assert.deepEqual(open, []);
    const both = Object.keys(notPersonal).filter((name) => listed.has(name));
    assert.deepEqual(both, []);
    assert.ok(Object.values(notPersonal).every((reason) => reason.length > 5));
  });

  it('take no item of the catalogue by its sound alone', () => {
    const guessed = [...names].filter((name) => personalClass(name) !== undefined && !listed.has(name));
    assert.deepEqual(guessed, []);
    assert.equal(personalClass('MSIDCount'), undefined);
    assert.equal(personalClass('msidOfMine'), 'mpan', 'it would be taken if the catalogue did not know it');
  });

  it('know an item in whatever case it was sent, and what acts call it', () => {
    assert.equal(personalClass('METERINGPOINTPOSTCODE'), 'address');
    assert.equal(personalClass('V'), 'consumption');
    for (const [of, words] of Object.entries(wordsOfActs))
      for (const word of words) assert.equal(personalClass(word), of);
  });

  it('go from an unknown key to what stands in it, but not to an item that the catalogue knows', () => {
    assert.equal(personalClass('line1', 'address'), 'address');
    assert.equal(personalClass('postcode', 'meterIds'), 'address');
    assert.equal(personalClass('sp', personalClass('consumptionPeriods')), undefined);
    assert.equal(personalClass('line1'), undefined);
  });

  it('go by the sound of a key that nobody listed', () => {
    const heard = {
      customerPhone: 'address',
      contact_email: 'address',
      surname: 'address',
      customerName: 'address',
      AddressLine10: 'address',
      serialNumber: 'meterIds',
      deviceId: 'meterIds',
      vacantSince: 'advisories',
      meterReadings: 'consumption',
      siteNotes: 'freeText',
      consentGiven: 'consent',
      relatedMpan: 'mpan',
    };
    for (const [key, of] of Object.entries(heard)) assert.equal(personalClass(key), of, key);
    for (const key of [
      'name',
      'status',
      'dipId',
      'mpid',
      'transactionID',
      'code',
      'from',
      'constructor',
      '__proto__',
    ]) {
      assert.equal(personalClass(key), undefined, key);
    }
  });
});
