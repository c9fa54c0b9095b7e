import type { ErrorDefinition } from './error';

/** What is wrong with the user's list of requirements, or with the file of a completion report. */
export const traceabilityErrors = {
  OWN_LIST_UNREADABLE: {
    kind: 'configuration',
    text: 'The list of requirements {file} cannot be read: {problem}',
    cause: 'The path is misspelt, or the file is neither CSV nor an Excel workbook (.xlsx) within the bounds.',
    fix: 'Save the list as "CSV UTF-8" or as .xlsx without a password, and name it in the profile or with --requirements.',
  },
  OWN_LIST_EMPTY: {
    kind: 'configuration',
    text: 'The list of requirements {file} holds no requirement below its header row',
    cause: 'The file is empty, another sheet holds the list, or the column of requirements is blank.',
    fix: 'Name the sheet in the profile (requirements: sheet), or give the column of requirements its values.',
  },
  OWN_LIST_COLUMN_MISSING: {
    kind: 'configuration',
    text: 'The list of requirements {file} has no column "{wanted}" ({key}); it has {known}',
    cause: 'The headings of the list differ from those that the profile maps.',
    fix: '{hint}Name the headings in the profile: requirements: columns: {key}.',
  },
  OWN_LIST_GRADE_UNKNOWN: {
    kind: 'configuration',
    text: 'In the list of requirements {file}, line {line}, "{value}" is no grade of proof',
    cause: 'The column of minimum grades holds something else, or a grade is misspelt.',
    fix: 'Leave the cell empty or use one of: {known}.',
  },
  OWN_LIST_ESCAPES: {
    kind: 'configuration',
    text: 'requirements.file of the profile lies outside its folder: {file}',
    cause: 'A profile reads files of its own folder, unless it says otherwise.',
    fix: 'Move the list beside the profile, or write "outside: true" under requirements.',
  },
  COMPLETION_FILE_UNREADABLE: {
    kind: 'configuration',
    text: 'The file of the completion report cannot be read: {problem}',
    cause: 'The path is misspelt, or the file is not YAML.',
    fix: 'Correct the file; docs/completion-report.md shows one.',
  },
  COMPLETION_FILE_WRONG: {
    kind: 'configuration',
    text: 'In the file of the completion report, {field}: {problem}',
    cause: 'A key is misspelt, or a value has another form than its key takes.',
    fix: '{hint}docs/completion-report.md says what every key takes.',
  },
  PDF_NO_BROWSER: {
    kind: 'environment',
    text: 'No PDF of {page}: there is no Chromium on this machine',
    cause: 'A PDF is printed by an installed browser; none was found on the PATH.',
    fix: 'Install Chromium or name it in CHROMIUM_PATH, or print the page from any browser: it is laid out for paper.',
  },
  PDF_NOT_MADE: {
    kind: 'environment',
    text: 'No PDF of {page}: {problem}',
    cause: 'The browser could not be started, or ended before it had printed the page.',
    fix: 'See that CHROMIUM_PATH names a Chromium that starts, or print the page from any browser: it is laid out for paper.',
  },
} satisfies Record<string, ErrorDefinition>;
