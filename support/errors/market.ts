import type { ErrorDefinition } from './error';

export const marketErrors = {
  MARKET_ACT_UNKNOWN: {
    kind: 'configuration',
    text: 'There is no act "{act}".',
    cause: 'The name is misspelt in a step, a trigger of the profile or a call of the control API.',
    fix: 'Use one of: {known}.',
  },
  MARKET_ACT_NOT_FOR_ROLE: {
    kind: 'configuration',
    text: 'The act "{act}" is not one that {role} can be given.',
    cause: 'The step names a position whose role has no part in that act.',
    fix: 'Give the act to one of: {roles}.',
  },
  MARKET_ACT_ARGUMENTS: {
    kind: 'configuration',
    text: 'The act "{act}" was given arguments that it cannot take: {problem}',
    cause: 'An argument is missing or has another form than the act expects.',
    fix: 'Correct the argument that is named; docs list the arguments of every act.',
  },
  MARKET_POINT_NOT_LOADED: {
    kind: 'configuration',
    text: 'The register holds nothing of MPAN {mpan}, so "{act}" cannot be done.',
    cause: 'The facts of the MPAN were not loaded before.',
    fix: 'Give the Registration Service the act loadMeteringPoint first.',
  },
  MARKET_SWITCH_UNKNOWN: {
    kind: 'configuration',
    text: 'The register knows no switch "{registrationId}" of MPAN {mpan}, so "{act}" cannot be done.',
    cause: 'The registration id is another than the one that the pending switch was announced with.',
    fix: 'Use the registration id of switchPending. Known: {known}.',
  },
  MARKET_INSTRUCTION_IMPOSSIBLE: {
    kind: 'configuration',
    text: 'A simulated {role} cannot be told to refuse {message}.',
    cause: 'Only a request that the role answers can be refused, and a refusal needs a code.',
    fix: 'Name one of: {known}, with at least one code.',
  },
} satisfies Record<string, ErrorDefinition>;
