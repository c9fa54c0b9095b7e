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
  MESSAGES_UNREADABLE: {
    kind: 'configuration',
    text: 'The file cannot be read ({problem})',
    cause: 'The path is misspelt, or names a folder, or the file may not be read.',
    fix: 'Give a file with messages, or - for standard input.{nearest}',
  },
  MESSAGES_ABSENT: {
    kind: 'configuration',
    text: 'There is no message to check',
    cause: 'The file holds an empty list.',
    fix: 'Give one message, a list of messages, or a message on each line.',
  },
  JSON_EMPTY: {
    kind: 'configuration',
    text: 'There is nothing to read',
    cause: 'The file is empty, or nothing was piped in.',
    fix: 'Give one message, a list of messages, or a message on each line.',
  },
  JSON_NOT_UTF8: {
    kind: 'configuration',
    text: 'The text is not UTF-8: {problem}',
    cause: 'The file was saved in another encoding, such as Windows-1252 or UTF-16.',
    fix: 'Save it as UTF-8.',
  },
  JSON_TOO_LARGE: {
    kind: 'configuration',
    text: 'There is too much to read at once: {problem}',
    cause: 'One JSON text holds very many messages, or very many values.',
    fix: 'Write one message on each line: such a file may be of any length.',
  },
  JSON_TOO_DEEP: {
    kind: 'configuration',
    text: 'The JSON is nested too deeply: {problem}',
    cause: 'No message of the DIP is nested so deeply; the text is broken, or made to do harm.',
    fix: 'Correct the program that wrote it.',
  },
  JSON_NOT_VALID: {
    kind: 'configuration',
    text: 'This is not JSON: {problem}',
    cause: 'The text was written by hand, or by a program that does not quote and escape as JSON asks.',
    fix: 'Correct the text at this line and column.',
  },
  JSON_CUT_OFF: {
    kind: 'configuration',
    text: 'The JSON is cut off: {problem}',
    cause: 'A file was copied in part, or a program ended while it wrote.',
    fix: 'Get the whole text, or close what is left open.',
  },
  JSON_KEY_TWICE: {
    kind: 'configuration',
    text: 'A key stands twice in one object: {problem}',
    cause: 'Programs keep the first or the last of them, so that two readers see two messages.',
    fix: 'Leave one of them.',
  },
  JSON_KEY_RESERVED: {
    kind: 'configuration',
    text: 'A key is refused: {problem}',
    cause: 'Keys such as __proto__ change how programs behave that do not expect them.',
    fix: 'Remove the key.',
  },
  HALF_HOUR_NOT_REAL: {
    kind: 'configuration',
    text: 'No half-hour ends at "{value}"',
    cause: 'Half-hours end on the hour or 30 minutes past it; or the date-time has another form than the wire has.',
    fix: 'Write the end of a half-hour, for example 2027-06-22T00:30:00+00:00.',
  },
  SETTLEMENT_PERIOD_NOT_REAL: {
    kind: 'configuration',
    text: '{date} has no Settlement Period {period}: they are 1 to {periods}',
    cause: 'Days on which the clocks change have 46 or 50 Settlement Periods, every other day has 48.',
    fix: 'Take a Settlement Period that this day has.',
  },
  INTERFACE_UNKNOWN: {
    kind: 'configuration',
    text: 'Release {release} has no interface {interface}',
    cause: 'The interface is misspelt, or belongs to another release.',
    fix: 'See the interfaces that there are with: qualify catalogue list. Nearest: {nearest}.',
  },
  EVENT_NOT_SAID: {
    kind: 'configuration',
    text: '{interface} has {count} events: {events}',
    cause: 'The interface was named without its event.',
    fix: 'Name one of them, for example: {interface} {example}.',
  },
  CATALOGUE_FILTER_UNKNOWN: {
    kind: 'configuration',
    text: 'No message has the {what} {value}; there are {known}',
    cause: 'The value is misspelt; case counts.',
    fix: 'Use one of those. Nearest: {nearest}.',
  },
  CATALOGUE_WORD_UNKNOWN: {
    kind: 'configuration',
    text: 'Release {release} has no message, block, data item, response code or role "{word}"',
    cause: 'The word is misspelt, or belongs to another release.',
    fix: 'Give a message such as IF-031 [MSApp], a block such as B070, an item by name or number such as DI-063, a code such as REG1032, or a role such as SUP.{nearest}',
  },
  REPORT_NOT_BASE64: {
    kind: 'participant',
    text: 'P03.compressedReport is not base64 ({length} characters)',
    cause: 'It is empty or cut off, has line breaks, or is written in the base64 of URLs (- and _).',
    fix: 'Send standard base64 with its padding and without line breaks, of a zlib stream of JSON.',
  },
  REPORT_NOT_ZLIB: {
    kind: 'participant',
    text: 'P03.compressedReport is base64, but of no zlib stream: {problem}',
    cause: 'The report was packed with gzip or raw deflate, or not at all; or the stream is cut off.',
    fix: 'Pack the JSON of the report with zlib (RFC 1950), then write it as base64.',
  },
  REPORT_TOO_LARGE: {
    kind: 'participant',
    text: 'The report in P03 is too large: {problem}',
    cause: 'The report is far longer than those of the market, or was made to do harm.',
    fix: 'Look at how the report was made; unpacking stopped at the limit.',
  },
  REPORT_NOT_JSON: {
    kind: 'participant',
    text: 'The report in P03 does not unpack to sound JSON: {problem}',
    cause:
      'Another document was packed, such as CSV or XML; or the text is not UTF-8, or has a key twice in one object.',
    fix: 'Pack the report as JSON in UTF-8, each key once in its object.',
  },
  SAMPLE_PATH_UNKNOWN: {
    kind: 'configuration',
    text: '{message} has no place "{path}"',
    cause:
      'A name in the path is misspelt, stands in another block, or belongs to another message; names are case-sensitive.',
    fix: 'Write the whole path, for example CommonBlock.M0.MPANCore. Nearest: {nearest}.',
  },
  SAMPLE_NOT_POSSIBLE: {
    kind: 'configuration',
    text: 'No valid {message} of release {release} could be made: at {path}, expected {expected}',
    cause:
      'The limits of the release contradict one another there, or its pattern is of a kind that samples cannot be made of.',
    fix: 'Correct the place in the specification and import it again, or write the message by hand and check it with: qualify catalogue validate.',
  },
  MASKING_NOT_POSSIBLE: {
    kind: 'configuration',
    text: '{item} of {message} cannot be hidden.',
    cause: 'The message has no such item, or the release has no masked value (x) for it.',
    fix: 'Name an item of which the release lists x among its values, such as consentGranularity of IF-036 [DSAppActive].',
  },
  CALENDAR_NOT_COVERED: {
    kind: 'configuration',
    text: 'The bank holidays of {country} are known from {from} to {to}; {date} lies outside.',
    cause: 'Working days were counted into a year of which the standing data says nothing.',
    fix: 'Bring a working-days.yaml that has that year: docs/standing-data.md says how.',
  },
} satisfies Record<string, ErrorDefinition>;
