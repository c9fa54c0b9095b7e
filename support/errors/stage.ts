import type { ErrorDefinition } from './error';

export const stageErrors = {
  ENVIRONMENT_MISSING: {
    kind: 'configuration',
    text: 'The environment file cannot be read.',
    cause: 'The path is wrong, or the file is not there.',
    fix: 'Give the path of an environment file, or one of the bundled names: {known}.',
  },
  ENVIRONMENT_WRONG: {
    kind: 'configuration',
    text: 'The environment file is wrong: {problem}',
    cause: 'A key is unknown or a value has another form than the environment file allows.',
    fix: 'Correct the field that is named; fixtures/environments/pit.yaml shows every key.',
  },
  CONFIRMATIONS_WRONG: {
    kind: 'configuration',
    text: 'The file of confirmed assumptions is wrong: {problem}',
    cause: 'A key is unknown, a value has another form, or an assumption stands there twice.',
    fix: 'Correct the field that is named; docs/assumptions.md shows the form.',
  },
  CONFIRMATION_UNKNOWN: {
    kind: 'configuration',
    text: 'There is no assumption "{id}".',
    cause: 'The name is misspelt, or belongs to another version of the harness.',
    fix: 'Did you mean "{nearest}"? The ids are in fixtures/assumptions/assumptions.yaml.',
  },
  CONFIRMATION_VALUE_WRONG: {
    kind: 'configuration',
    text: 'The assumption "{id}" cannot be {value}: {problem}',
    cause: 'The confirmed value has another form than the setting takes.',
    fix: 'Give the value in the form of the default, {default}.',
  },
  ASSUMPTION_UNKNOWN: {
    kind: 'configuration',
    text: 'The environment file rests on the assumption "{id}", which is not in the register.',
    cause: 'The name is misspelt, or the assumption was never entered.',
    fix: 'Did you mean "{nearest}"? Otherwise enter it in fixtures/assumptions/.',
  },
  POOL_WRONG: {
    kind: 'configuration',
    text: 'The pool of test MPANs is wrong: {problem}',
    cause: 'The file is not there, or a range or an MPAN is not of the form that the pool allows.',
    fix: 'Correct the file that is named; docs/test-data.md says what every key takes.',
  },
  STANDING_DATA_MISSING: {
    kind: 'configuration',
    text: 'The folder of standing data cannot be read.',
    cause: 'The path of "standingData" in the environment file is wrong; it is relative to that file.',
    fix: 'Correct the path, or leave the key out: the bundled standing data is used then.',
  },
  STANDING_DATA_FILE_UNKNOWN: {
    kind: 'configuration',
    text: 'The file {name} is no file of standing data, so it would not be read.',
    cause: 'The name of the file is misspelt.',
    fix: '{hint}The files are {known}.',
  },
  STANDING_DATA_WRONG: {
    kind: 'configuration',
    text: 'The standing data is wrong: {problem}',
    cause: 'A key is unknown, a value has another form, or two entries contradict one another.',
    fix: 'Correct the field that is named; fixtures/standing-data/{name} shows the form, docs/standing-data.md says what it means.',
  },
  STAGE_DIFFERS: {
    kind: 'configuration',
    text: 'The environment file is for stage {actual}, but {asked} was asked for',
    cause: 'An environment belongs to one stage; --stage alone chooses among the bundled ones.',
    fix: 'Give an environment file for {asked}, or leave --stage out.',
  },
  STAGE_NOT_BUNDLED: {
    kind: 'configuration',
    text: 'No environment is bundled for stage {stage}.',
    cause: 'Systems integration and user integration happen in an environment of your own.',
    fix: 'Describe it in a file and give that with --environment FILE, or use --stage PIT.',
  },
  ROLE_UNKNOWN: {
    kind: 'configuration',
    text: 'There is no role "{role}".',
    cause: 'Roles are the DIP role codes, such as SUP, REGS or MSS.',
    fix: 'Did you mean {nearest}?',
  },
  ROLE_NOT_HELD: {
    kind: 'configuration',
    text: 'The participant holds no identity in the role {role}.',
    cause: 'The selection names a role for which the profile has no identity.',
    fix: 'Choose one of {held}, or add an identity to the profile.',
  },
  DIP_ID_NOT_HELD: {
    kind: 'configuration',
    text: 'The participant holds no identity {dipId}{as}.',
    cause: 'The run is asked for by a DIP ID that the profile has not, or has in another role.',
    fix: 'The profile has {known}.',
  },
  IDENTITY_AMBIGUOUS: {
    kind: 'configuration',
    text: 'The participant holds several identities in the role {role}: {dipIds}.',
    cause:
      'A scenario proves one identity in one position; whichever is not named would look as if it had been tested.',
    fix: 'Name one with --dip-id and run once for each; several, in order, fill the further positions that a scenario proves.',
  },
  SELECTION_EMPTY: {
    kind: 'configuration',
    text: 'Nothing is selected: {asked}.',
    cause: 'No scenario matches the selection, or none applies to the roles of the participant.',
    fix: '{why} See "qualify list" for what there is.',
  },
  FEATURE_TAG_UNKNOWN: {
    kind: 'configuration',
    text: 'The tag {tag} is not known.',
    cause: 'The tag is misspelt, or it has no meaning to the harness.',
    fix: '{hint}',
  },
  FEATURE_ID_WRONG: {
    kind: 'configuration',
    text: 'A scenario needs exactly one id of the form @MQ-<process>-<nnn>; "{name}" has {ids}.',
    cause: 'The id is missing, or the scenario has more than one.',
    fix: 'Give the scenario one id that no other scenario bears.',
  },
  FEATURE_ROW_WRONG: {
    kind: 'configuration',
    text: 'A row of a table of messages cannot be read: {problem}',
    cause: 'A leg off the DIP names a party or a message that the harness does not know.',
    fix: '{hint} docs/off-dip.md shows the forms.',
  },
  FEATURE_UNREADABLE: {
    kind: 'configuration',
    text: 'The feature file cannot be read as Gherkin: {problem}',
    cause: 'The file breaks the grammar of Gherkin.',
    fix: 'Correct the line that is named.',
  },
} satisfies Record<string, ErrorDefinition>;
