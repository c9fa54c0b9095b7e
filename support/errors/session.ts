import type { ErrorDefinition } from './error';

export const sessionErrors = {
  RUN_ALREADY_GOING: {
    kind: 'configuration',
    text: 'Another run is using this state folder (process {pid}, since {since}).',
    cause: 'Two runs at once would share certificates, API keys and webhooks.',
    fix: 'Wait until it has ended, or set QUALIFY_STATE to another folder for this run.',
  },
  SELECTION_UNKNOWN: {
    kind: 'configuration',
    text: 'There is no {what} {value}.',
    cause: 'The name is misspelt; what is not there would be left out without a word.',
    fix: '{hint}See "qualify list" for what there is.',
  },
  HUB_ENDED: {
    kind: 'harness',
    text: 'The hub ended before the run did: {reason}',
    cause: 'The process of the simulated DIP and market was ended or met an error; what it had yet to deliver is lost.',
    fix: 'Read hub.log in the run folder, and run again.',
  },
  PARTICIPANT_ENDED: {
    kind: 'participant',
    text: 'The bundled reference participant ended before the run did: {reason}',
    cause: 'The process of the system under test was ended or met an error.',
    fix: 'Read participant.log in the run folder, and run again.',
  },
  WORKER_ENDED: {
    kind: 'harness',
    text: 'A worker of the run ended before its scenario did: {reason}',
    cause: 'Somebody ended the process, or the machine has too little memory for so many.',
    fix: 'Run again, with fewer --workers where memory is short.',
  },
  LEDGER_BROKEN: {
    kind: 'harness',
    text: '{problem}',
    cause: 'The record of the run was changed or cut off; it proves nothing.',
    fix: 'Run again; leave ledger.ndjson alone.',
  },
  RUN_OPTION_WRONG: {
    kind: 'configuration',
    text: 'The plugin option {option} is wrong: {problem}',
    cause: 'A profile of Cucumber, or --plugin-options, gives the harness an option of another form.',
    fix: 'Correct it; the plugin takes the options of "qualify run".',
  },
  RELEASES_ALIKE: {
    kind: 'configuration',
    text: 'No message differs between the releases {from} and {to}',
    cause: 'Both have the same interfaces, events, blocks and items, so no scenario is touched.',
    fix: 'Leave --impacted out, or name two releases that differ; see "qualify catalogue diff {from} {to}".',
  },
  FOLDER_NOT_WRITABLE: {
    kind: 'configuration',
    text: 'The folder cannot be written: {problem}',
    cause: 'The run writes its reports and its state below the current folder unless it is told otherwise.',
    fix: 'Choose another folder with --out, or with QUALIFY_STATE for the state.',
  },
  RUN_FOLDER_NOT_WRITABLE: {
    kind: 'environment',
    text: 'The run folder cannot be written any more: {problem}',
    cause:
      'The disk is full, or the folder was moved or changed while the run was going. There is no verdict without it.',
    fix: 'Free some space, leave the run folder alone, and run again.',
  },
  HUB_ALREADY_RUNNING: {
    kind: 'configuration',
    text: 'Another hub is using this state folder (process {pid}, since {since}).',
    cause: 'Two hubs on one folder would deliver the same messages and write over each other.',
    fix: 'End the other one, or set QUALIFY_STATE to another folder for this one.',
  },
} satisfies Record<string, ErrorDefinition>;
