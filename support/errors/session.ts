import type { ErrorDefinition } from './error';

export const sessionErrors = {
  RUN_ALREADY_GOING: {
    kind: 'configuration',
    text: 'Another run is using this state folder (process {pid}, since {since}).',
    cause: 'Two runs at once would share certificates, API keys and webhooks.',
    fix: 'Wait until it has ended, or set QUALIFY_STATE to another folder for this run.',
  },
  RUN_OPTION_WRONG: {
    kind: 'configuration',
    text: 'The option {option} cannot be {value}: {problem}',
    cause: 'The option has another form.',
    fix: 'See "qualify run --help".',
  },
  FOLDER_NOT_WRITABLE: {
    kind: 'configuration',
    text: 'The folder cannot be written: {problem}',
    cause: 'The run writes its reports and its state below the current folder unless it is told otherwise.',
    fix: 'Choose another folder with --out, or with QUALIFY_STATE for the state.',
  },
  RUN_FOLDER_WRONG: {
    kind: 'configuration',
    text: 'This is not the folder of a run: {problem}',
    cause: 'A run folder holds verdicts.json and ledger.ndjson.',
    fix: 'Give the folder that the run named at its end; reports/latest.txt names the last one.',
  },
} satisfies Record<string, ErrorDefinition>;
