import type { ErrorDefinition } from './error';

export const catalogueErrors = {
  DATE_NOT_REAL: {
    kind: 'configuration',
    text: '"{date}" is not a date',
    cause: 'A date was typed in another form, or does not exist in the calendar.',
    fix: 'Write an existing date as YYYY-MM-DD, for example 2027-06-22.',
  },
  EVENT_UNKNOWN: {
    kind: 'configuration',
    text: 'The catalogue has no {interface} [{event}]',
    cause: 'An interface or event is misspelt or not in the catalogue yet; event codes are case-sensitive.',
    fix: 'See the events that there are with: qualify catalogue list. Nearest: {nearest}.',
  },
  MPAN_STEM_INVALID: {
    kind: 'configuration',
    text: 'An MPAN needs 12 digits before its check digit, not "{digits}"',
    cause: 'The check digit was left in, or a digit is missing.',
    fix: 'Give the first 12 digits only.',
  },
} satisfies Record<string, ErrorDefinition>;
