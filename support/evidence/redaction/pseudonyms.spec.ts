import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mpanCheckDigit, personalClasses } from '../../catalogue';
import { mpanMark, pseudonymsWith } from './pseudonyms';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const mpans = fc.stringMatching(/^\d{13}$/);

/** The bundled pool of test MPANs, written out from its rows. */
function pool(): string[] {
  const text = readFileSync(path.resolve(__dirname, '../../../fixtures/mpans/pit.yaml'), 'utf8');
  return [...new Set(text.match(/(?<!\d)\d{13}(?!\d)/g) ?? [])];
}

describe('a pseudonym', () => {
  it('is the same for one value under one key, and another under another key', () => {
    fc.assert(
      fc.property(key, key, fc.constantFrom(...personalClasses), mpans, (one, other, of, value) => {
        assert.equal(pseudonymsWith(one)(of, value), pseudonymsWith(Buffer.from(one))(of, value));
        if (!one.equals(other)) assert.notEqual(pseudonymsWith(one)(of, value), pseudonymsWith(other)(of, value));
        assert.ok(!pseudonymsWith(one)(of, value).includes(value));
      }),
    );
  });

  it('of an MPAN is an MPAN with a valid check digit and a mark that the pool does not have', () => {
    fc.assert(
      fc.property(key, mpans, (under, value) => {
        const made = pseudonymsWith(under)('mpan', value);
        assert.match(made, /^98\d{11}$/);
        assert.ok(mpanCheckDigit(made));
      }),
    );
    assert.ok(pool().every((mpan) => !mpan.startsWith(mpanMark)));
  });

  it('is another for every MPAN of ten thousand', () => {
    const of = pseudonymsWith(Buffer.alloc(32, 7));
    const values = Array.from({ length: 10_000 }, (_, index) => `99000${String(index).padStart(8, '0')}`);
    assert.equal(new Set(values.map((value) => of('mpan', value))).size, values.length);
    assert.equal(new Set(values.map((value) => of('meterIds', value.slice(3)))).size, values.length);
  });

  it('takes every MPAN of a list, and leaves what stands between them', () => {
    const of = pseudonymsWith(Buffer.alloc(32, 7));
    const [a, b] = ['9900000000006', '9900000000015'];
    assert.equal(of('mpan', `${a}, ${b}`), `${of('mpan', a)}, ${of('mpan', b)}`);
  });

  it('of a device keeps its shape, and of a serial number its class of length', () => {
    fc.assert(
      fc.property(key, fc.stringMatching(/^[A-Z0-9]{4,40}$/), (under, serial) => {
        const of = pseudonymsWith(under);
        assert.match(of('meterIds', serial), serial.length <= 10 ? /^PS[0-9A-Z]{8}$/ : /^PS[0-9A-Z]{14}$/);
        assert.match(of('meterIds', '00-1D-24-AA-03-55-91-7C'), /^FE-ED(-[0-9A-F]{2}){6}$/);
        assert.match(
          of('registrationId', '0d5d7c6e-90b4-4c1f-8e1b-6a55f0f0c1aa'),
          /^feedfeed-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
        );
      }),
    );
  });

  it('of anything else says what it is', () => {
    assert.match(pseudonymsWith(Buffer.alloc(32))('address', 'Nettlebury'), /^\[pseudonym: address [0-9a-f]{10}\]$/);
  });
});
