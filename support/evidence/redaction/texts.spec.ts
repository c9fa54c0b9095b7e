import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PersonalClass } from '../../catalogue';
import { createDictionary } from './dictionary';
import { stagePolicies } from './policy';
import { pseudonymsWith } from './pseudonyms';
import { createStriker } from './striker';
import { createTexts } from './texts';

const policy = { ...stagePolicies.SIT, mpan: 'mask', meterIds: 'mask', registrationId: 'mask' } as const;
const strike = createStriker(policy, pseudonymsWith(Buffer.alloc(32)));

function textsOf(values: readonly (readonly [PersonalClass, string])[], kept: readonly string[] = []) {
  const dictionary = createDictionary();
  for (const [of, value] of values) dictionary.add(of, value, strike(of, value)!);
  kept.forEach((one) => dictionary.keep(one));
  return createTexts({ strike, dictionary, hit: () => undefined });
}

const street = ['address', 'Larkspur & Finch Road'] as const;

describe('a value that was struck', () => {
  it('is struck wherever it stands, also as JSON, XML and URLs write it', () => {
    const { plain } = textsOf([street, ['address', 'A "quoted" lane']]);
    assert.equal(plain('at Larkspur & Finch Road, 2'), 'at [struck: address], 2');
    assert.equal(plain('Larkspur &amp; Finch Road'), '[struck: address]');
    assert.equal(plain('x=Larkspur%20%26%20Finch%20Road'), 'x=[struck: address]');
    assert.equal(plain('{"a":"A \\"quoted\\" lane"}'), '{"a":"[struck: address]"}');
    assert.equal(plain('{"a":"line\\nLarkspur & Finch Road"}'), '{"a":"line\\n[struck: address]"}');
  });

  it('is struck as a word of its own only', () => {
    const { plain } = textsOf([
      ['address', 'Town'],
      ['meterIds', 'E10A'],
    ]);
    assert.equal(plain('Townsend, oldTown, Town'), 'Townsend, oldTown, [struck: address]');
    assert.equal(plain('E10A12345 E10A'), 'E10A12345 [struck: meterIds]');
  });

  it('that holds another one goes as a whole', () => {
    const { plain } = textsOf([
      ['address', 'Finch'],
      ['address', 'Finch Road'],
      ['address', 'Finch Road East'],
    ]);
    assert.equal(
      plain('Finch Road East; Finch Road; Finch'),
      '[struck: address]; [struck: address]; [struck: address]',
    );
  });

  it('is struck where a sentence cut it short', () => {
    const { plain } = textsOf([['freeText', 'Beware of the dog, ring before noon']]);
    assert.equal(plain('got "Beware of the d…'), 'got "[struck: freeText]…');
    assert.equal(plain('got "Beware of something…'), 'got "Beware of something…');
  });

  it('is left in transaction ids and references, and where it is a DIP ID', () => {
    const { plain } = textsOf(
      [
        ['meterIds', '1000000001'],
        ['address', 'ABCD'],
      ],
      ['1000000001'],
    );
    const text = 'S-IF-031-1000000001-SUP-20270622-ABCD T-IF-031-ABCD CI-20270622-ABCD 1000000001';
    assert.equal(plain(text), text);
    assert.equal(plain('ABCD'), '[struck: address]');
  });

  it('is not looked for where it says too little', () => {
    const generic = [
      '2',
      'H',
      'true',
      'None',
      '2027-02-10',
      '2027-02-10T00:00:00+00:00',
      '1234',
      'IF-031',
      'address',
      'REGS',
    ];
    const { sentence } = textsOf(generic.map((value) => ['address', value] as const));
    assert.equal(sentence(generic.join(' ')), generic.join(' '));
  });

  it('that is a number of consumption is struck in sentences only', () => {
    const { plain, sentence } = textsOf([['consumption', '155846.308']]);
    assert.equal(plain('155846.308'), '155846.308');
    assert.equal(sentence('read 155846.308 kWh'), 'read [struck: consumption] kWh');
    assert.equal(sentence('1155846.308'), '1155846.308');
  });

  it('does not come back out of any text', () => {
    const values = fc.array(fc.stringMatching(/^[A-Za-z]{5,12}( [a-z&"<]{2,9}){0,3}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(values, fc.array(fc.nat(7), { maxLength: 8 }), (some, order) => {
        const { plain } = textsOf(some.map((value) => ['freeText', value] as const));
        const text = order.map((index) => some[index % some.length]).join(', ');
        const result = plain(text);
        for (const value of some) if (!'[struck: freeText]'.includes(value)) assert.ok(!result.includes(value), result);
        assert.equal(plain(result), result);
      }),
    );
  });
});

describe('a value behind the name of its item', () => {
  const { sentence, url } = textsOf([]);

  it('is struck however short it is', () => {
    assert.equal(sentence('B050.v = 0.308 and so on'), 'B050.v = [struck: consumption] and so on');
    assert.equal(sentence('"addressLine4":"2"'), '"addressLine4":"[struck: address]"');
    assert.equal(sentence('{\\"addressLine4\\":\\"2\\"}'), '{\\"addressLine4\\":\\"[struck: address]\\"}');
    assert.equal(
      sentence('M0.consentGranularity: expected "H", got "D"'),
      'M0.consentGranularity: expected "[struck: consent]", got "[struck: consent]"',
    );
    assert.equal(
      sentence('CustomBlock.B050List[0].v: expected three decimals, got 0.3'),
      'CustomBlock.B050List[0].v: expected three decimals, got [struck: consumption]',
    );
  });

  it('stays where the item is none of a class, or there is no value', () => {
    const texts = ['R0.responseCode: expected "R", got "A"', 'addressLine4 = null', 'sp = 2027-02-10T00:30:00+00:00'];
    for (const text of texts) assert.equal(sentence(text), text);
  });

  it('is struck from the parameters of a URL', () => {
    assert.equal(
      url('https://a.example/x?town=Netherby&dipId=1000000001'),
      'https://a.example/x?town=[struck: address]&dipId=1000000001',
    );
    assert.equal(url('https://a.example/x?a=%20b'), 'https://a.example/x?a=%20b');
  });
});
