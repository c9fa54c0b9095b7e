import type { ErrorDefinition } from './error';

/** Findings about what the system under test says of itself (`probes.systemUnderTest`). */
export const systemErrors = {
  SYSTEM_OTHER: {
    kind: 'configuration',
    text: 'The system under test is not the build that the profile states, asked at the {when} of the run: {differences}',
    cause: 'The profile was not brought up to date with a deployment, or another environment answered.',
    fix: 'Put the versions that are deployed into systemUnderTest of the profile, or deploy those, and run again.',
  },
  SYSTEM_CHANGED: {
    kind: 'participant',
    text: 'The system under test changed inside the run: {differences}',
    cause: 'It was deployed anew while scenarios ran: the results are of no one build.',
    fix: 'Run again without a deployment in between.',
  },
  SYSTEM_NOT_KNOWN: {
    kind: 'configuration',
    text: 'The system under test did not say which build it is, asked at the {when} of the run: {problem}',
    cause: 'The path of probes.systemUnderTest is wrong, its answer has another form, or the system was not there.',
    fix: 'Look at the call in the profile; it answers with { name, components: [{ name, version }] }.',
  },
} satisfies Record<string, ErrorDefinition>;
