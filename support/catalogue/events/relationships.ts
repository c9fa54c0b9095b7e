import { interfaces } from './row';

/** MPANs that belong together: a supplier asks for a link or a group, the Registration Service decides. */
export const relationships = interfaces({
  'IF-019': {
    senders: ['SUP'],
    to: { secondary: ['REGS'] },
    common: ['S1', 'M1'],
    events: {
      LinkedImportExportCreate: {
        name: 'Request to link an import and an export MPAN',
        required: ['B090List'],
        optional: ['B091'],
        processes: ['BP010e'],
      },
      LinkedImportExportAdd: {
        name: 'Request to add an export MPAN to a link',
        required: ['B090List'],
        optional: ['B091'],
        processes: ['BP010e'],
      },
      LinkedImportExportRemove: {
        name: 'Request to take an export MPAN out of a link',
        required: ['B090List'],
        optional: ['B091'],
        processes: ['BP010e'],
      },
      RelatedCreate: {
        name: 'Request to form a group of related MPANs',
        required: ['B090List'],
        optional: ['B091'],
        processes: ['BP010e'],
      },
      RelatedAdd: {
        name: 'Request to add a secondary MPAN to a group',
        required: ['B090List'],
        optional: ['B091'],
        processes: ['BP010e'],
      },
      RelatedRemove: {
        name: 'Request to take a secondary MPAN out of a group',
        required: ['B090List'],
        optional: ['B091'],
        processes: ['BP010e'],
      },
    },
  },
  'IF-020': {
    senders: ['REGS'],
    to: { primary: ['SUP'], secondary: ['SDS', 'ADS', 'MSS', 'MSA', 'LDSO'], always: ['EES'] },
    common: ['S1', 'M1', 'R0'],
    events: {
      LinkedImportExportCreate: {
        name: 'Decision on a link of import and export',
        required: ['B090List'],
        optional: ['B091', 'B907List'],
        processes: ['BP010e'],
        answers: 'IF-019 [LinkedImportExportCreate]',
      },
      LinkedImportExportAdd: {
        name: 'Decision on an addition to a link',
        required: ['B090List'],
        optional: ['B091', 'B907List'],
        processes: ['BP010e'],
        answers: 'IF-019 [LinkedImportExportAdd]',
      },
      LinkedImportExportRemove: {
        name: 'Decision on a removal from a link',
        required: ['B090List'],
        optional: ['B091', 'B907List'],
        processes: ['BP010e'],
        answers: 'IF-019 [LinkedImportExportRemove]',
      },
      RelatedCreate: {
        name: 'Decision on a group of related MPANs',
        required: ['B090List'],
        optional: ['B091'],
        processes: ['BP010e'],
        answers: 'IF-019 [RelatedCreate]',
      },
      RelatedAdd: {
        name: 'Decision on an addition to a group',
        required: ['B090List'],
        optional: ['B091'],
        processes: ['BP010e'],
        answers: 'IF-019 [RelatedAdd]',
      },
      RelatedRemove: {
        name: 'Decision on a removal from a group',
        required: ['B090List'],
        optional: ['B091'],
        processes: ['BP010e'],
        answers: 'IF-019 [RelatedRemove]',
      },
    },
  },
});
