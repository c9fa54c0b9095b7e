import { catalogueErrors, errorsOf } from '../errors';

const raise = errorsOf(catalogueErrors);

// Weights of the twelve digits: the primes from 3 to 43 without 11.
const weights = [3, 5, 7, 13, 17, 19, 23, 29, 31, 37, 41, 43];

const checkDigit = (twelve: string) => (weights.reduce((sum, w, i) => sum + w * Number(twelve[i]), 0) % 11) % 10;

/** Whether the 13th digit of an MPAN fits the other twelve. MPANs of published examples often do not pass. */
export function mpanCheckDigit(mpan: string): boolean {
  return /^\d{13}$/.test(mpan) && checkDigit(mpan) === Number(mpan[12]);
}

/** Completes twelve digits to an MPAN of 13. Raises MPAN_STEM_INVALID for anything but twelve digits. */
export function mpanWithCheckDigit(twelveDigits: string): string {
  if (!/^\d{12}$/.test(twelveDigits)) throw raise('MPAN_STEM_INVALID', { digits: twelveDigits });
  return `${twelveDigits}${checkDigit(twelveDigits)}`;
}
