import type { ErrorDefinition } from './error';

export const requirementsErrors = {
  REGISTER_MISSING: {
    kind: 'configuration',
    text: 'The register {file} cannot be read.',
    cause: 'The folder is not a folder of registers, or a file of it was moved.',
    fix: 'Give the folder that holds artefacts/, constituency.yaml and requirements.yaml; fixtures/requirements is one.',
  },
  REGISTER_UNREADABLE: {
    kind: 'configuration',
    text: 'The register {file} is not YAML: {problem}',
    cause: 'An indentation, a quote or a colon is not where YAML wants it.',
    fix: 'Correct the line that is named. A text that holds ": " stands in quotes.',
  },
  REGISTER_ROW_WRONG: {
    kind: 'configuration',
    text: 'In {file}, row {row}, {field} cannot be {value}: {problem}',
    cause: 'A field is missing, unknown, or of another form than the register takes.',
    fix: 'Correct {field} of {row}; docs/registers.md shows the form of a row.',
  },
  REGISTER_ID_TWICE: {
    kind: 'configuration',
    text: 'In {file}, row {row}, {field} is {value}, which another row has already.',
    cause: 'A row was copied, or two people took the same number.',
    fix: 'Give the newer of the two rows an id of its own, one that was never used.',
  },
  REGISTER_REFERENCE_UNKNOWN: {
    kind: 'configuration',
    text: 'In {file}, row {row}, {field} names the {kind} {value}, which does not exist.',
    cause: 'The name is misspelt, or what it names was removed or is of another release.',
    fix: '{hint}',
  },
  REGISTER_NUMBER_WRONG: {
    kind: 'configuration',
    text: 'In {file}, row {row}, {field} cannot be {value}: the release has {found}.',
    cause: 'A number that was unused is in use today, or the other way round.',
    fix: 'Say what the number means today: "same" or "other" where the release has it, "unused" where it has not.',
  },
  REGISTER_ROW_MISSING: {
    kind: 'configuration',
    text: 'In {file}, {value} is missing from {field}.',
    cause: 'Something was added elsewhere, and the register was not told.',
    fix: '{hint}',
  },
} satisfies Record<string, ErrorDefinition>;
