import { listed, oneOf } from './make';

/* Types that are a list of values. `x` stands for a value that the DIP masks for a recipient. */

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
export const registrationStatus = oneOf('O', 'C', 'T');
export const meteringPointStatus = oneOf('N', 'R', 'T', 'X');
export const dccService = oneOf('A', 'I', 'N');
export const displayInstall = oneOf('I', 'D', 'E', 'F');
export const hubActivity = oneOf('1', '2', '3', '4', '5');
export const annualQuality = oneOf('A', '1', '2', '3', '4', '5', 'D');

export const meterType = listed(
  'CHECK H K LAG_ LEAD_ MAIN_ N NCAMR NSS RCAMR RCAMY S S1 S2A S2AD S2ADE S2B S2BD S2BDE S2C S2CD S2CDE SPECL T ' +
    '2ADF 2ADEF 2AEF 2AF 2BF 2BDF 2BDEF 2BEF 2CDEF 2CF 2CDF 2CEF',
);
export const meterLocation = listed('A B C D E F G H I J K L M N O P R S T U V W X Y Z');
export const readingMethod = oneOf('A', 'C', 'E', 'S');
export const siteVisitCheck = listed(
  '01 02 03 04 05 06 07 08 09 10 11 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 ' +
    '39 40 41 42 43 44 50 51 52 53 54 55 56 57 58 88 89',
);
export const energisationFailure = listed('01 02 03 05 07 08 09 10 11 12 13 14 15 16 17 18 19');

export const measurementQuantity = oneOf('AI', 'AE', 'RI', 'RE');
export const estimationReason = oneOf('1', '2', '3', '4', '5', '6', '7', '8', '9', '10');
export const amendmentReason = oneOf('A', 'E', 'M', 'R', 'S', 'T', 'X');
export const periodQuality = listed(
  'A E E0 E1 E2 E3 E4 E5 E6 E7 E8 E9 ZE ZE1 ZE2 ZE3 A1 A2 A3 AAE1 AAE2 AAE3 EAE1 EAE2 EAE3 ' +
    'EA1 EA2 EA3 EA4 EA5 EA6 EA7 EA8 EA9 EA10 EA11 EA12 EA13',
);
export const settlementRun = oneOf('SF', 'R1', 'R2', 'R3', 'RF', 'DR', 'DF', 'II');
export const component = oneOf('C', 'L');
export const loadShapeDomestic = oneOf('T', 'F');
export const loadShapeDefault = oneOf('A', 'D', 'E', 'B');

// Misspelt so in the release.
export const siteSpecificInvoice = oneOf('Site Specifc DUoS');
export const invoiceType = oneOf('New', 'Can', 'Reb');
export const chargeType = listed('FIXED CAPAC XSCAP REACT RED AMBER GREEN YELLO BLACK SUPER ZERO');
export const chargeBand = oneOf('red', 'amber', 'green', 'black', 'yellow');
export const vatRateCode = oneOf('E', 'S', 'Z', 'N');
