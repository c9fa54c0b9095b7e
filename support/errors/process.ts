import type { ErrorDefinition } from './error';

export const processErrors = {
  PROCESS_ENDED: {
    kind: 'harness',
    text: '{name} ended before it was ready: {reason}\n{log}',
    cause: 'The process met an error while it started; its log says which.',
    fix: 'Read the log that is named. If it does not help, report this with the log.',
  },
  PROCESS_NOT_READY: {
    kind: 'environment',
    text: '{name} was not ready within {ms} ms.\n{log}',
    cause: 'The machine is very busy, or something keeps the process from starting.',
    fix: 'Run again when the machine is less busy.',
  },
} satisfies Record<string, ErrorDefinition>;
