import type { ErrorDefinition } from './error';

export const controlErrors = {
  HUB_UNREACHABLE: {
    kind: 'harness',
    text: 'The hub cannot be reached at {url}: {problem}',
    cause: 'The hub has ended, or QUALIFY_HUB names one that is not running.',
    fix: 'Read hub.log in the run folder; unset QUALIFY_HUB to let the run start its own hub.',
  },
  HUB_ANSWER_WRONG: {
    kind: 'harness',
    text: 'The hub answered {path} with something that cannot be read.',
    cause: 'Hub and run are of different versions.',
    fix: 'Use the same version of MHHS Qualify for both.',
  },
  HUB_TOKEN_WRONG: {
    kind: 'configuration',
    text: 'The hub refuses the token of this run.',
    cause: 'QUALIFY_HUB names a hub that was started by somebody else.',
    fix: 'Set QUALIFY_TOKEN to the token that this hub was started with.',
  },
  REQUEST_WRONG: {
    kind: 'harness',
    text: 'The hub was asked for something that it does not know: {problem}',
    cause: 'A step asks the control API in a form that it does not have.',
    fix: 'Report this with the run folder: it is a fault of the harness.',
  },
  POOL_EMPTY: {
    kind: 'configuration',
    text: 'The pool has no unused test MPAN left of the kind {kind}.',
    cause: 'Each scenario takes MPANs that nobody had before in this run.',
    fix: 'Enlarge the range of that kind in the pool that the environment file names.',
  },
  PARTY_NOT_SIMULATED: {
    kind: 'harness',
    text: 'DIP ID {dipId} is not a simulated party of this hub.',
    cause: 'A step commands a party that is real, or that the environment does not have.',
    fix: 'Report this with the run folder: a step must only command simulated parties.',
  },
  POSITION_UNFILLED: {
    kind: 'configuration',
    text: 'Nobody fills the position {position}.',
    cause: 'The environment file has too few parties of that role.',
    fix: 'Add a party of that role to the environment file.',
  },
  LEDGER_NOT_WRITABLE: {
    kind: 'environment',
    text: 'The ledger cannot be written any more: {problem}',
    cause: 'The disk is full, or the run folder was moved or changed while the run was going.',
    fix: 'Free some space, leave the run folder alone, and run again.',
  },
  RUN_INTERRUPTED: {
    kind: 'configuration',
    text: 'The run was interrupted: {reason}',
    cause: 'Somebody pressed Ctrl-C, or the time limit of the run was reached.',
    fix: 'Run again; what was shown up to here is in the partial report.',
  },
} satisfies Record<string, ErrorDefinition>;
