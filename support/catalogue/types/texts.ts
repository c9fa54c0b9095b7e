import { z } from 'zod';
import { once } from '../once';
import { isInstant } from '../time';
import { plainText, text, type Type } from './make';

/* Times, addresses and free texts. */

const dateTimeWords = 'an existing date-time of 25 characters with its offset (±hh:mm)';
// One check says all; the length is told for those who read the schema as JSON Schema.
export const dateTime: Type<z.ZodString> = once(() =>
  z
    .string({ error: dateTimeWords })
    .check(z.refine(isInstant, { error: dateTimeWords }))
    .meta({ minLength: 25, maxLength: 25 }),
);

const dateWords = 'an existing date of 10 characters, YYYY-MM-DD';
const plainDate = text(dateWords, 10, 10);
export const date: Type<z.ZodString> = once(() =>
  plainDate().refine((value) => isInstant(`${value}T00:00:00+00:00`), { error: dateWords }),
);

export const addressLine = text('an address line of at most 40 characters', 0, 40);
export const postcode = text('a postcode of 1 to 10 characters', 1, 10);
export const postcodeOrEmpty = text('a postcode of at most 10 characters', 0, 10);
export const telephone = text('a telephone number of 1 to 19 characters', 1, 19);
export const sortCode = text('a bank sort code of 6 digits, without spaces or hyphens', 6, 6);
export const bankAccount = text('a bank account number of 8 to 10 characters', 8, 10);

const emailWords = 'an e-mail address of 1 to 100 characters';
/** Any text of that length: the release gives the form of an address only where it may not be null. */
export const emailIfAny = text(emailWords, 1, 100);
export const email: Type<z.ZodString> = once(() =>
  emailIfAny()
    .refine((value) => /^[^@\s]+@[^@\s]+$/.test(value), { error: emailWords })
    .meta({ format: 'email' }),
);

export const url = text('a URL of 1 to 250 characters', 1, 250);
export const uri = text('a URI of 1 to 225 characters', 1, 225);
export const helpText = plainText(1, 500);
export const subText = plainText(1, 500);
export const note = plainText(1, 200);
export const remark = plainText(1, 2000);
export const statusMessage = text('a message of 1 to 200 characters', 1, 200);

const bytesWords = 'a compressed report: base64 of a zlib stream of JSON';
/** A string; `unpackReport` says whether it can be read. */
export const compressed: Type<z.ZodString> = once(() => z.string({ error: bytesWords }).meta({ format: 'byte' }));
