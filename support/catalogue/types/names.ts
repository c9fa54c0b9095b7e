import { listed, oneOf, text } from './make';

/* Types that name something: an MPAN, a party, a message. */

export const mpan = text('an MPAN of 13 digits', 13, 13, /^\d{13}$/);
export const dipId = text('a DIP ID of 10 characters', 10, 10);
export const mpid = text('an MPID of 4 capital letters', 4, 4, /^[A-Z]{4}$/);
export const roleId = text('a role code of 3 to 5 characters', 3, 5);
export const participantName = text('the name of a participant, of 1 to 50 characters', 1, 50);

const interfaces =
  '001 002 003 004 005 006 007 008 009 013 014 015 016 018 019 020 021 022 023 024 025 026 027 028 031 032 033 034 ' +
  '035 036 037 038 039 040 041 043 044 045 047 050 051 061 062 063 064 065';
const reports = 'REP-002 REP-002A REP-002B REP-003 REP-003A REP-004 REP-006 REP-007 REP-008 REP-009 REP-900 REP-901';
const numbered = (prefix: string, numbers: string) => numbers.replace(/\d{3}/g, (number) => `${prefix}-${number}`);

export const interfaceId = listed(`${numbered('IF', interfaces)} ${reports}`);
// Published so: the publications of IF-004 and IF-051 and the report REP-003A are not in this list.
const publications = numbered('PUB', interfaces).replace(/PUB-(004|051) /g, '');
export const publication = listed(`${publications} ${reports.replace('REP-003A ', '')}`);
/** The item takes this looser type, not `publication`. */
export const publicationId = text('a publication id of 7 or 8 characters', 7, 8);
export const eventCode = text('an event code of 1 to 50 characters', 1, 50);
export const environmentTag = oneOf('PRD', 'SITB', 'SIT', 'UIT', 'DEV');
export const correlationId = text('a correlation id of 1 to 60 characters', 1, 60);
export const transactionId = text('a transaction id of at most 65 characters', 0, 65);
/** Where it may be null, it is not empty either. */
export const transactionIdIfAny = text('a transaction id of 1 to 65 characters', 1, 65);
export const senderReference = text(
  'a sender unique reference such as S-IF-031-2300000001-SUP-20270601-1',
  1,
  200,
  /^S-((IF|REP)-)?\d{3,4}-[0-9a-fA-F]{10}-[A-Z]{3,5}-\d{8}-[a-zA-Z0-9]+$/,
);

export const registrationId = text('a registration id of at most 36 characters', 0, 36);
export const contractReference = text('a contract reference of 1 to 50 characters', 1, 50);
export const participantCode = text('a code of at most 4 characters', 0, 4);
export const meterOperatorCode = text('a code of 1 to 4 characters', 1, 4);
export const assetProviderId = text('a Meter Asset Provider id of 4 characters', 4, 4);
export const tariffId = text('a DUoS tariff id of 1 to 3 characters', 1, 3);
export const tariffIdOrEmpty = text('a DUoS tariff id of at most 3 characters', 0, 3);
export const profileClass = text('a profile class of 1 or 2 digits', 1, 2, /^\d{1,2}$/);
export const settlementConfiguration = text('a Standard Settlement Configuration of 4 digits', 4, 4, /^\d{4}$/);
export const lineLossFactorId = text('a line loss factor id of 3 characters', 3, 3);
export const bmUnitId = text('a BM Unit id of at most 11 characters', 0, 11);

export const meterId = text('a meter id of at most 10 characters', 0, 10);
/** Where it may be null, it is not empty either. */
export const meterIdIfAny = text('a meter id of 1 to 10 characters', 1, 10);
export const meterSerialId = text('a meter serial id of 10 characters', 10, 10);
export const registerId = text('a register id of 1 or 2 characters', 1, 2);
export const meterModel = text('a make and type of 1 to 60 characters', 1, 60);
export const deviceId = text('an ESME GUID of 1 to 23 characters', 1, 23);
export const hubGuid = text('a GUID of 23 characters', 23, 23);
