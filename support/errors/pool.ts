import type { ErrorDefinition } from './error';

/** What is wrong with a file of test MPANs, or with the memory of those that are spent. */
export const poolErrors = {
  POOL_CSV_WRONG: {
    kind: 'configuration',
    text: 'The pool of test MPANs cannot be read as CSV: {problem}',
    cause: 'The file was saved in another form, a quote is not closed, or the header row is missing.',
    fix: '{fix}',
  },
  POOL_ROW_WRONG: {
    kind: 'configuration',
    text: 'Line {line}, column {column}: {expected}, got {value}',
    cause: 'A value of a test MPAN has another form than its column takes.',
    fix: '{fix}',
  },
  POOL_MPAN_TWICE: {
    kind: 'configuration',
    text: 'MPAN {mpan} stands twice in the pool: {first} and {second}',
    cause:
      'A row was copied, two ranges overlap, or a range covers the MPAN of a row; one MPAN would be handed out twice.',
    fix: 'Take one of the two away.',
  },
  POOL_PAIR_WRONG: {
    kind: 'configuration',
    text: '{mpan} cannot be paired with {partner}: {problem}',
    cause: 'Linked and related MPANs are handed out as pairs, so each has one partner in the same pool.',
    fix: 'Give the import or primary MPAN an entry of its own, and let one other MPAN (or range of as many) name it.',
  },
  POOL_FILE_WRONG: {
    kind: 'configuration',
    text: '{count} mistakes in the pool of test MPANs:\n{list}',
    cause: 'Several rows are wrong; each line names its own place.',
    fix: 'Correct each; docs/test-data.md says what every column takes.',
  },
  POOL_MEMORY_LOST: {
    kind: 'environment',
    text: 'The memory of spent test MPANs cannot be {done}: {problem}',
    cause: 'The state folder cannot be written or read, or its disk is full.',
    fix: 'Make the file accessible or make room; without it an MPAN could be handed out a second time.',
  },
  POOL_EXPORT_EXISTS: {
    kind: 'configuration',
    text: 'There is already a file at this place',
    cause: 'An export overwrites nothing: the file may be a pool that is in use.',
    fix: 'Give another name with --file, or take the old file away.',
  },
  POOL_EXPORT_SHORT: {
    kind: 'configuration',
    text: 'The pool lacks test MPANs for the selected scenarios:\n{list}',
    cause:
      'There are too few of a kind, or those that are left are spent, or are held by others than the scenarios need.',
    fix: 'Add MPANs to the pool or select fewer scenarios; "qualify pool show" says what is left.',
  },
  POOL_FORGET_WHAT: {
    kind: 'configuration',
    text: 'It must be said what is to be forgotten',
    cause: 'To forget is to hand an MPAN out again, so nothing is forgotten by default.',
    fix: 'Name MPANs with --mpan, or all with --all --yes.',
  },
} satisfies Record<string, ErrorDefinition>;
