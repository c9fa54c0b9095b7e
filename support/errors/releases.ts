import type { ErrorDefinition } from './error';

/** Importing, keeping and opening releases beside the bundled one. */
export const releaseErrors = {
  RELEASE_PATH_MISSING: {
    kind: 'configuration',
    text: 'There is no file or folder "{path}" to import a release from',
    cause: 'The path is misspelt, or relative to another folder.',
    fix: 'Give the path of the OpenAPI file of the DIP API, or of the folder that holds its files.',
  },
  RELEASE_ID_UNSAFE: {
    kind: 'configuration',
    text: '"{id}" cannot be the id of a release',
    cause: 'The id becomes a file name.',
    fix: 'Use up to 64 letters, digits, dots, hyphens and underscores, beginning and ending with a letter or digit, such as 2.2.1; not a name that Windows keeps for a device, such as CON.',
  },
  RELEASE_ID_BUNDLED: {
    kind: 'configuration',
    text: 'Release {id} is part of the harness and cannot be replaced',
    cause: 'The id of an import equals that of the bundled release.',
    fix: 'Import it under an id of its own, such as {id}-published.',
  },
  RELEASE_ID_TAKEN: {
    kind: 'configuration',
    text: 'A release "{id}" with other content is already imported',
    cause: 'Another edition of the specification was imported under this id, or by another version of the harness.',
    fix: 'Choose another id, or delete the stored file first.',
  },
  RELEASE_UNKNOWN: {
    kind: 'configuration',
    text: 'There is no release "{id}"',
    cause: 'The id is misspelt, or the release has not been imported into this state folder.',
    fix: 'Imported are: {imported}. Nearest: {nearest}. Import one with: qualify catalogue import SPEC.',
  },
  RELEASE_STORED_UNREADABLE: {
    kind: 'configuration',
    text: 'The stored release "{id}" cannot be read: {reason}',
    cause: 'The file was changed or cut off, or was written by another version of the harness.',
    fix: 'Delete the file and import the release again.',
  },
  RELEASE_FILE_UNREADABLE: {
    kind: 'configuration',
    text: '{file} cannot be read as {format}: {reason}',
    cause: 'The file was cut off in transfer, edited by hand, or is not what its ending says.',
    fix: 'Fetch the file again from the published release, or correct the place that is named.',
  },
  RELEASE_FILE_TOO_LARGE: {
    kind: 'configuration',
    text: '{file} is too large for a specification: {size}, the limit is {limit}',
    cause: 'The file is not the specification, or repeats its schemas in full instead of referring to them.',
    fix: 'Import the unresolved files of the release, or a resolved file in JSON.',
  },
  RELEASE_KEY_TWICE: {
    kind: 'configuration',
    text: '{file} has the key "{key}" twice in one object',
    cause: 'An object was copied, or two editions were merged; readers differ in which of the two they take.',
    fix: 'Keep the one that is right.',
  },
  RELEASE_KEY_UNSAFE: {
    kind: 'configuration',
    text: '{file} has a key "{key}", which no message can carry safely',
    cause: 'The file is damaged, or was made to do harm.',
    fix: 'Fetch the file again from the published release.',
  },
  RELEASE_TOO_COMPLEX: {
    kind: 'configuration',
    text: '{file} is too complex: {what}',
    cause: 'Schemas are nested or repeated far beyond those of any published release.',
    fix: 'Import the unresolved files of the release.',
  },
  RELEASE_REFERENCE_FILE_MISSING: {
    kind: 'configuration',
    text: '{file} refers to "{reference}", and none of the files given has that name',
    cause:
      'A file of the release was left out. References are looked up by file name; nothing is fetched from the network.',
    fix: 'Put the file into the same folder and import the folder. Nearest: {nearest}.',
  },
  RELEASE_REFERENCE_MISSING: {
    kind: 'configuration',
    text: '{file} refers to "{reference}", which {target} does not have',
    cause: 'The files are of different releases, or one of them was cut off.',
    fix: 'Take all files from one release. Nearest: {nearest}.',
  },
  RELEASE_REFERENCE_CYCLE: {
    kind: 'configuration',
    text: '{file} has schemas that refer to one another in a circle: {chain}',
    cause: 'A reference points at a schema that contains it; a message of the DIP has no such part.',
    fix: 'Correct one of the references.',
  },
  RELEASE_SCHEMA_INVALID: {
    kind: 'configuration',
    text: '{file} says {keyword}: {value}, where {expected} belongs',
    cause: 'The file was cut off, a value lacks its quotes, or a keyword stands at the wrong depth.',
    fix: 'Correct the place that is named, or fetch the file again.',
  },
  RELEASE_KEYWORD_UNSUPPORTED: {
    kind: 'configuration',
    text: '{file} uses "{keyword}", which the import does not understand',
    cause: 'The release describes a message with means that earlier releases did not use.',
    fix: 'Say it with properties, required, enum, limits, patterns, anyOf or allOf, and import again.',
  },
  RELEASE_PATTERN_INVALID: {
    kind: 'configuration',
    text: '{file} has a pattern that is not a regular expression: {value} ({reason})',
    cause: 'A bracket is missing, or the pattern is written for another language.',
    fix: 'Correct the pattern, and import again.',
  },
  RELEASE_PATTERN_SLOW: {
    kind: 'configuration',
    text: '{file} has a pattern that can take longer than any message may: {value}',
    cause: 'A repetition inside a repetition lets a short text be tried in countless ways.',
    fix: 'Write the pattern without nested repetition, and import again.',
  },
  RELEASE_WITHOUT_EVENT: {
    kind: 'configuration',
    text: 'No event is described in {path}',
    cause:
      'The folder holds other files, or only a part of the release: an event has CommonBlock.S0 with the values of interfaceID and eventCode.',
    fix: 'Import the folder that holds the file with the interfaces and event codes.',
  },
  RELEASE_EVENT_TWICE: {
    kind: 'configuration',
    text: '{file} describes {event} twice and differently: {first} and {second}',
    cause: 'Two editions are in one folder, or a schema was copied and its event code kept.',
    fix: 'Leave one of the two.',
  },
} satisfies Record<string, ErrorDefinition>;
