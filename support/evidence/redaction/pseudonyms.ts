import { createHmac } from 'node:crypto';
import { mpanWithCheckDigit, type PersonalClass } from '../../catalogue';

/** Two digits that no test MPAN of the bundled pools begins with: they mark an MPAN as a pseudonym. */
export const mpanMark = '98';

const deviceId = /^(?:[0-9a-f]{2}-){7}[0-9a-f]{2}$/i;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const digits32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Makes pseudonyms: HMAC-SHA-256 of class and value under a key, so that nobody without the key comes back to the value,
 * and one value has one pseudonym in all files made with the key. They have the shape that a reader expects, and a mark:
 * an MPAN 98 and a valid check digit, a device id FE-ED, a registration id feedfeed, a serial number PS.
 */
export function pseudonymsWith(key: Buffer): (of: PersonalClass, value: string) => string {
  const digest = (of: PersonalClass, value: string) => createHmac('sha256', key).update(`${of}\n${value}`).digest();
  const mpan = (value: string) => {
    const stem = (digest('mpan', value).readBigUInt64BE() % 10n ** 10n).toString().padStart(10, '0');
    return mpanWithCheckDigit(mpanMark + stem);
  };
  return (of, value) => {
    // Some items list several.
    if (of === 'mpan' && /(?<!\d)\d{13}(?!\d)/.test(value)) return value.replace(/(?<!\d)\d{13}(?!\d)/g, mpan);
    const hash = digest(of, value);
    const hex = hash.toString('hex');
    if (of === 'meterIds' && deviceId.test(value))
      return `FE-ED-${hex.slice(0, 12).toUpperCase().match(/../g)!.join('-')}`;
    if (of === 'meterIds') return `PS${serial(hash, value.length <= 10 ? 8 : 14)}`;
    if (of === 'registrationId' && uuid.test(value)) return `feedfeed-${uuidRest(hex)}`;
    return `[pseudonym: ${of} ${hex.slice(0, 10)}]`;
  };
}

function serial(hash: Buffer, length: number): string {
  return [...hash.subarray(0, length)].map((byte) => digits32[byte % 32]).join('');
}

function uuidRest(hex: string): string {
  return [hex.slice(0, 4), hex.slice(4, 8), hex.slice(8, 12), hex.slice(12, 24)].join('-');
}
