import type { ErrorDefinition } from './error';

/** Codes of striking personal data from the files of a run. */
export const redactionErrors = {
  REDACTION_POLICY_UNREADABLE: {
    kind: 'configuration',
    text: 'The redaction policy in {file} cannot be used: {problem}',
    cause: 'The file was edited after the run, or written by another version of the harness.',
    fix: 'Correct the key "redaction" of the file: classes with keep, mask or pseudonymise.',
  },
  REDACTION_RECORD_UNREADABLE: {
    kind: 'configuration',
    text: '{file} cannot be read: {problem}',
    cause: 'The file was edited, cut off, or written by another version of the harness.',
    fix: 'Put back the file as it was written; without it nobody can say what was struck from the run.',
  },
  REDACTION_KEY_UNREADABLE: {
    kind: 'configuration',
    text: 'The key for pseudonyms cannot be used: {problem}',
    cause: 'The file was edited, or this user may not read it.',
    fix: 'Restore the file from a copy of the state folder. With a new key the pseudonyms of earlier runs do not fit any more.',
  },
  REDACTION_NO_STATE_FOLDER: {
    kind: 'harness',
    text: 'Something must be struck from the run, and no state folder is named that keeps the originals',
    cause: 'Evidence was asked for by a program that leaves the state folder out.',
    fix: 'Make the evidence with "qualify report RUN".',
  },
  REDACTION_UNFINISHED: {
    kind: 'configuration',
    text: 'Striking personal data from the run was interrupted before it ended',
    cause: 'The computer or the command was stopped in between.',
    fix: 'Let it end with "qualify report RUN".',
  },
} satisfies Record<string, ErrorDefinition>;
