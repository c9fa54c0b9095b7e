import { codesOf } from './code';

const family = 'Registration Service';
const responses = 'IF-034 [MSAppSPResponse DSAppSPResponse]';

/** Registration Service: proposals of a metering or data service, and of a meter data retriever. */
export const appointmentCodes = codesOf(family, {
  REG1024: ['Effective Date in the Past', 'IF-025, IF-031', 0.7],
  REG1025: ['USP Only for the Appointed Service', 'IF-031'],
  REG1026: ['CSP Not for the Appointed Service', 'IF-031'],
  REG1030: ['Not the Unmetered Operator of That LDSO', 'IF-031 [MSApp]'],
  REG1031: ['Service Does Not Fit the Market Segment', 'IF-031'],
  REG1032: ['Effective Date Not Contiguous or Invalid', 'IF-031', 0.8],
  REG1033: ['Appointment Scenario Invalid', 'IF-031', 0.85],
  REG1034: ['Prospective Appointment in the Past', 'IF-031', 0.85],
  REG1035: ['Consent Does Not Fit the Market Segment', 'IF-031 [DSApp]', 0.75],
  REG1036: ['MDR Date Outside the Ownership of the Supplier', 'IF-031 [DSApp], IF-034 [SDS-MDRUpdate]', 0.8],
  REG1037: ['SEG Appointment Lapsed After the Supply Start Date', 'lapse', 0.75],
  REG1038: ['Appointments Barred on a Linked Export MPAN', 'IF-025, IF-031'],
  REG1039: ['Appointments Barred on a Related Secondary MPAN', 'IF-025, IF-031'],
  REG1080: ['Not the Appointed Data Service', 'IF-034 [SDS-MDRUpdate]'],
  REG1081: ['MDR Invalid', 'IF-034 [SDS-MDRUpdate]', 0.9, 'The release names an item, DI-893, that it does not have.'],
  REG1082: ['MDR Date More Than Five Days Ahead', 'IF-034 [SDS-MDRUpdate]', 0.7],
  REG1083: ['MDR Date Not Aligned', 'IF-031 [DSApp], IF-034 [SDS-MDRUpdate]', 0.8],
  REG1084: ['Supplier Named Is Not the Current One', 'IF-034', 0.75],
  REG1088: ['Effective Date Missing', 'IF-025, IF-031 [DSApp]', 0.75],
  REG1089: ['Superseded by a Subsequent Appointment', 'lapse', 0.8],
  REG1090: ['Metering Service MPID and DIP ID Differ', 'IF-031 [MSApp]'],
  REG1091: ['Data Service MPID and DIP ID Differ', 'IF-031 [DSApp]'],
  REG1092: ['Supplier-Nominated MDR MPID and DIP ID Differ', 'IF-031 [DSApp]'],
  REG1093: ['SDS-Nominated MDR MPID and DIP ID Differ', 'IF-034'],
  REG1094: ['Response Code Invalid', responses, 0.85],
  REG1095: ['SEG Not for the Appointed Service', 'IF-031'],
  REG1098: ['MDR Already Appointed', 'IF-034 [SDS-MDRUpdate]'],
  REG1099: ['Effective Date More Than 28 Days Ahead', 'IF-031'],
});

/** Registration Service: an MPAN that has not, or not for good, moved to the new arrangements. */
export const migrationCodes = codesOf(family, {
  REG9001: ['No CDC Marker on a Reverse Migration Account', 'IF-038 [DirectContractMSAdd DirectContractDSAdd]', 0.7],
  REG9002: ['No Supplier Items on a Reverse Migration Account', 'IF-025', 0.75],
  REG9003: ['Meter Details (MTD) Wait for Migration', 'IF-005', 0.8],
  REG9004: ['Third Party Switch in Progress', 'IF-019, IF-031', 0.8],
  REG9005: ['MCA Only for the Current Supplier', 'IF-031'],
  REG9006: ['MCS Not for the Current Supplier', 'IF-031'],
  REG9007: ['MCS and MCA Not for a Migrated MPAN', 'IF-031'],
  REG9008: ['MCS and MCA Not for a Non-Qualified Supplier', 'IF-031', 0.85],
  REG9009: ['MHHS Scenario on an Unmigrated MPAN', 'IF-031'],
  REG9010: ['MPAN Relationships Wait for Migration', 'IF-019', 0.85],
  REG9011: ['Registration Standing Data Invalid', 'IF-005, IF-031', 0.5],
});
