import { codesOf } from './code';

const family = 'Registration Service';
const linked = 'IF-019 [LinkedImportExportCreate LinkedImportExportAdd LinkedImportExportRemove]';
const related = 'IF-019 [RelatedCreate RelatedAdd RelatedRemove]';
const added = 'IF-038 [DirectContractMSAdd DirectContractDSAdd]';

/** Registration Service: linked import and export MPANs, related MPANs. */
export const relationshipCodes = codesOf(family, {
  REG1050: ['Supplier Owns Neither Import nor Export MPAN', linked],
  REG1051: ['Unmetered MPAN Not in a Relationship', 'IF-019'],
  REG1052: ['MPAN Already in an Import/Export Relationship', linked],
  REG1053: ['Principal MPAN Must Be Import', linked],
  REG1054: ['Subsidiary MPAN Must Be Export', linked],
  REG1055: ['Principal MPAN Not in an Import/Export Relationship', linked],
  REG1056: ['Subsidiary MPAN in a Separate Import/Export Relationship', linked],
  REG1057: ['Subsidiary MPAN Already with That Principal', linked],
  REG1058: ['Subsidiary MPAN Not in an Import/Export Relationship', linked],
  REG1059: ['MPAN Duplicated in the Message', 'IF-019'],
  REG1060: ['Supplier Does Not Own All MPANs', related],
  REG1061: ['MPAN Already in a Related Relationship', related],
  REG1062: ['Principal MPAN Not the Primary', related],
  REG1063: ['Subsidiary MPAN Already with That Primary', related],
  REG1064: ['Secondary MPAN in Another Relationship', related],
  REG1065: ['Subsidiary MPAN Not Related to That Principal', related],
  REG1066: ['Linked Import Not as Related Secondary', related, 0.85],
  REG1067: ['Only Import MPANs Become Related', related],
  REG1068: ['Subsidiary MPAN in a Linked Import/Export Relationship', related, 0.85],
});

/** Registration Service: customer direct contracts (CDC). */
export const directContractCodes = codesOf(family, {
  REG1071: ['CDC Effective Date in the Past', added, 0.75, 'The release writes DC where CDC is meant.'],
  REG1072: ['CDC End Date Beyond the Maximum', added, 0.85],
  REG1073: ['CDC Already Held for the Period', added, 0.85],
  REG1074: ['No CDC to Remove', 'IF-038 [DirectContractMSRemove DirectContractDSRemove]'],
  REG1075: ['CDC Only for Current Service Providers', added],
  REG1076: ['Sender Not the DIP ID of the CDC', 'IF-038'],
});
