import { codesOf } from './code';

const fitted = 'IF-005 [MeterInstall MeterExchange MeterUpdate]';
const corrected = 'IF-005 [MeterUpdate MeterHistoryUpdate]';
const seldom = 'Reached only where the schema was not checked first.';

const family = 'Registration Service';
const stated = ['REG0001', 'REG0002', 'REG1016', 'REG1018'];

/** Registration Service: the MPAN itself, meter technical details and supplier items of an MPAN. */
export const meterCodes = codesOf(
  family,
  {
    REG0000: ['MPAN Unknown', 'IF-005, IF-007, IF-019, IF-025, IF-031, IF-038'],
    REG0001: ['Removed Meter Not with MeterInstall', 'IF-005 [MeterInstall]', 0.7, seldom],
    REG0002: ['Installed Meter Not with MeterRemoved', 'IF-005 [MeterRemoval]', 0.7, seldom],
    REG0003: ['Not with Connection Type Unmetered', 'IF-005, IF-025 [IHDInfo], IF-031 [MSApp]', 0.7],
    REG0004: ['Not in the Unmetered Segment', 'IF-005, IF-025, IF-031', 0.65],
    REG0005: ['CSS Registration Unknown', 'IF-019, IF-025, IF-031', 0.85],
    REG0006: ['CSS Registration of Another Supplier', 'IF-019, IF-025, IF-031', 0.85],
    REG0007: ['MPAN Relationship Fixed During a Switch', 'IF-019', 0.85],
    REG0008: ['Not for a Previous Metering Service', corrected, 0.8],
    REG0009: ['Null Where the Value Is Already Null', 'IF-005, IF-025', 0.8],
    REG1001: ['RMP Status Not Created or Operational', 'IF-005, IF-025', 0.8],
    REG1002: ['Metering Service Without Valid Appointment on the Date', 'IF-005, IF-007', 0.85],
    REG1003: ['Post-Appointment Update Period Expired', corrected, 0.8],
    REG1004: ['Not the ID of an Installed Meter', 'IF-005 [MeterRemoval MeterExchange MeterUpdate]', 0.85],
    REG1005: ['Removal Before Install', 'IF-005 [MeterRemoval MeterExchange MeterHistoryUpdate]', 0.85],
    REG1006: ['Meter ID Already Installed', 'IF-005 [MeterInstall MeterExchange]', 0.85],
    REG1007: ['Meter Install Not Before Disconnection', 'IF-005 [MeterInstall MeterExchange]', 0.8],
    REG1008: ['Exchange: Install Before Removal', 'IF-005 [MeterExchange]'],
    REG1009: ['MAP ID Invalid', fitted, 0.85],
    REG1010: ['MAP Effective Before Meter Install', fitted, 0.85],
    REG1011: ['Meter Install Before MPAN Creation', 'IF-005 [MeterInstall]', 0.85],
    REG1012: ['Update Events Only for the Appointed Metering Service', corrected, 0.85],
    REG1013: ['Modified Meter ID Already Installed', 'IF-005 [MeterUpdate]', 0.85],
    REG1014: ['EffectiveFrom Dates out of Sequence', 'IF-005, IF-007', 0.7],
    REG1015: ['Meter ID to Update Not Held', corrected, 0.85],
    REG1016: ['Install and Remove Meter IDs Differ in MeterHistoryUpdate', 'IF-005 [MeterHistoryUpdate]'],
    REG1017: ['Meter ID and Its Dates Not in One Update', corrected, 0.85],
    REG1018: ['MeterHistoryUpdate Not for an Installed Meter', 'IF-005 [MeterHistoryUpdate]'],
    REG1019: ['Outside the Responsibility of the Requesting Party', 'IF-007, IF-025', 0.8],
    REG1020: ['Event in the Future', 'IF-005, IF-007, IF-025', 0.8],
    REG1021: ['Sender Not the Current Supplier', 'IF-019, IF-025, IF-031', 0.85],
    REG1022: ['Proposed Value Invalid', 'IF-007, IF-025, IF-031 [DSApp]', 0.7],
    REG1023: ['SMSO ID Invalid', 'IF-025 [SMSO]'],
    REG1027: ['Metering Service Neither Appointed nor Prospective by SEG', fitted, 0.85],
    REG1028: [
      'Meter Install Date Missing',
      'IF-005 [MeterInstall MeterExchange MeterUpdate MeterHistoryUpdate]',
      0.6,
      seldom,
    ],
    REG1029: ['Modified Meter ID Must Be Null', 'IF-005 [MeterInstall MeterExchange MeterHistoryUpdate]', 0.85],
    REG1040: ['SSC Date Not Later', 'IF-025 [SSCandProfileClass]', 0.8, 'The release writes SSD where SSC is meant.'],
    REG1041: ['Profile Class Date Not Later', 'IF-025 [SSCandProfileClass]'],
    REG1042: ['SSC Null with a Traditional Meter', 'IF-025 [SSCandProfileClass]'],
    REG1043: ['Profile Class (PC) Null with a Traditional Meter', 'IF-025 [SSCandProfileClass]'],
    REG1044: ['SSC Not in ISD', 'IF-025 [SSCandProfileClass]'],
    REG1045: ['Profile Class (PC) Not in ISD', 'IF-025 [SSCandProfileClass]'],
    REG1046: ['ESME ID Missing or Invalid', fitted, 0.85],
    REG1047: ['Displayed Digits Missing', fitted, 0.85],
    REG1048: ['Meter Location Invalid', fitted, 0.6],
    REG1049: ['Value Not as in ISD', fitted, 0.7],
    REG1096: ['IHD Date Before Meter Installation', 'IF-005 [MeterInstall], IF-025 [IHDInfo]', 0.85],
    REG1097: ['Number of Digits Does Not Fit the Meter Type', fitted, 0.8],
  },
  stated,
);
