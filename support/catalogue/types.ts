import { z } from 'zod';
import { instant } from './time';

/*
 * The data types of the release, each once. The words say what is expected; they become the text of a problem.
 */

function text(words: string, min: number, max: number, pattern?: RegExp) {
  const limited = z.string({ error: words }).min(min, { error: words }).max(max, { error: words });
  return pattern ? limited.regex(pattern, { error: words }) : limited;
}

function oneOf<const T extends readonly [string, ...string[]]>(...values: T) {
  return z.enum(values, { error: `one of ${values.join(', ')}` });
}

/** Long code lists, whose values nobody needs as a type. */
function listed(values: string) {
  return oneOf(...(values.split(' ') as [string, ...string[]]));
}

export const flag = z.boolean({ error: 'true or false' });
export const dateTime = text('an existing date-time of 25 characters with its offset (±hh:mm)', 25, 25).refine(
  (value) => instant(value) !== undefined,
  { error: 'an existing date-time of 25 characters with its offset (±hh:mm)' },
);
export const mpan = text('an MPAN of 13 digits', 13, 13, /^\d{13}$/);
export const dipId = text('a DIP ID of 10 characters', 10, 10);
export const mpid = text('an MPID of 4 capital letters', 4, 4, /^[A-Z]{4}$/);
export const roleId = text('a role code of 3 to 5 characters', 3, 5);
export const consumption = z
  .string({ error: 'a number of kWh in a string, 3 decimals' })
  .regex(/^-?\d{1,9}\.\d{3}$/, { error: 'a number of kWh in a string, 3 decimals' });

export const correlationId = text('a correlation id of 1 to 60 characters', 1, 60);
export const transactionId = text('a transaction id of at most 65 characters', 0, 65);
export const publicationId = text('a publication id of 7 or 8 characters', 7, 8);
export const senderReference = text(
  'a sender unique reference such as S-IF-031-2300000001-SUP-20270601-1',
  1,
  200,
  /^S-((IF|REP)-)?\d{3,4}-[0-9a-fA-F]{10}-[A-Z]{3,5}-\d{8}-[a-zA-Z0-9]+$/,
);
export const subText = text('a text of 1 to 500 characters', 1, 500);
export const url = text('a URL of 1 to 250 characters', 1, 250);
export const statusMessage = text('a message of 1 to 200 characters', 1, 200);
export const environmentTag = oneOf('PRD', 'SITB', 'SIT', 'UIT', 'DEV');

export const addressLine = text('an address line of at most 40 characters', 0, 40);
export const postcode = text('a postcode of 1 to 10 characters', 1, 10);
export const registrationId = text('a registration id of at most 36 characters', 0, 36);
export const contractReference = text('a contract reference of 1 to 50 characters', 1, 50);
export const tariffId = text('a DUoS tariff id of 1 to 3 characters', 1, 3);
export const profileClass = text('a profile class of 1 or 2 digits', 1, 2, /^\d{1,2}$/);
export const settlementConfiguration = text('a Standard Settlement Configuration of 4 digits', 4, 4, /^\d{4}$/);
export const meterOperatorCode = text('a code of 1 to 4 characters', 1, 4);
export const meterId = text('a meter id of at most 10 characters', 0, 10);
export const meterModel = text('a make and type of 1 to 60 characters', 1, 60);
export const deviceId = text('an ESME GUID of 1 to 23 characters', 1, 23);
export const assetProviderId = text('a Meter Asset Provider id of 4 characters', 4, 4);
export const displayedDigits = z
  .int({ error: 'a whole number from 0 to 9' })
  .min(0, { error: 'a whole number from 0 to 9' })
  .max(9, { error: 'a whole number from 0 to 9' });

// `x` stands for a value that the DIP masks for a recipient.
export const responseCode = oneOf('A', 'R', 'L', 'W', 'x');
export const consent = oneOf('H', 'D', 'M', 'N', 'x');
export const readFrequency = oneOf('W', 'F', 'M', 'Q', 'S', 'A', 'x');

export const scenario = oneOf('COS', 'CSP', 'USP', 'SEG', 'MCA', 'MCS', 'ALG');
export const deAppointmentReason = oneOf('CSUPP', 'CSERV', 'DEREG', 'CSEGM', 'CCONN', 'IMPEXP', 'RELATED');
export const gspGroup = oneOf('_A', '_B', '_C', '_D', '_E', '_F', '_G', '_H', '_J', '_K', '_L', '_M', '_N', '_P');
export const segment = oneOf('U', 'S', 'A');
export const connectionType = oneOf('W', 'L', 'H', 'E', 'U');
export const energyDirection = oneOf('I', 'E');
export const energisation = oneOf('D', 'E', 'U');
export const dccService = oneOf('A', 'I', 'N');
export const displayInstall = oneOf('I', 'D', 'E', 'F');
export const annualQuality = oneOf('A', '1', '2', '3', '4', '5', 'D');
export const meterType = listed(
  'CHECK H K LAG_ LEAD_ MAIN_ N NCAMR NSS RCAMR RCAMY S S1 S2A S2AD S2ADE S2B S2BD S2BDE S2C S2CD S2CDE SPECL T ' +
    '2ADF 2ADEF 2AEF 2AF 2BF 2BDF 2BDEF 2BEF 2CDEF 2CF 2CDF 2CEF',
);
export const meterLocation = listed('A B C D E F G H I J K L M N O P R S T U V W X Y Z');
