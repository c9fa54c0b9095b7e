import type { ErrorDefinition } from './error';

export const cliErrors = {
  RUN_CRASHED: {
    kind: 'harness',
    text: 'The run ended without verdicts ({how}).\n{log}',
    cause: 'The process of the run was ended, or met an error that nobody expected.',
    fix: 'Read the logs in the run folder and report this with them.',
  },
  USAGE_WRONG: {
    kind: 'configuration',
    text: '{problem}',
    cause: 'A command or an option is misspelt, or a value is missing.',
    fix: 'See "qualify{command} --help".',
  },
  OPTION_WRONG: {
    kind: 'configuration',
    text: '{option} cannot be {value}: {problem}',
    cause: 'The value has another form than the option takes.',
    fix: 'See "qualify {command} --help".',
  },
} satisfies Record<string, ErrorDefinition>;
