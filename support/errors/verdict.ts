import type { ErrorDefinition } from './error';

/** Codes that a verdict bears when Cucumber's own status decides it. */
export const verdictErrors = {
  HARNESS_FAULT: {
    kind: 'harness',
    text: 'A step or a hook failed in a way that nobody expected.',
    cause: 'An error without a code of this page is a fault of the harness until shown otherwise.',
    fix: 'Report it with the run folder.',
  },
  STEP_UNDEFINED: {
    kind: 'harness',
    text: 'No step definition fits a step of the scenario.',
    cause: 'The feature speaks of something that the harness does not know.',
    fix: 'Use the words of the steps in steps/; npm run check finds undefined steps.',
  },
  STEP_AMBIGUOUS: {
    kind: 'harness',
    text: 'More than one step definition fits a step of the scenario.',
    cause: 'Two patterns of steps/ overlap.',
    fix: 'Make the patterns differ; npm run check finds ambiguous steps.',
  },
  STEP_UNKNOWN: {
    kind: 'harness',
    text: 'Cucumber does not know what became of a step.',
    cause: 'The worker that ran it ended.',
    fix: 'Run again; if it stays, report it with the run folder.',
  },
  STEP_PENDING: {
    kind: 'configuration',
    text: 'The scenario waits for a person.',
    cause: 'The profile says that a person does an act by hand.',
    fix: 'Do what the profile says, then run the scenario again; or give the act a trigger.',
  },
  STEP_SKIPPED: {
    kind: 'configuration',
    text: 'The scenario was skipped from a step on.',
    cause: 'A step or hook said so.',
    fix: 'Read the reason beside the verdict.',
  },
  CONNECTION_REFUSED: {
    kind: 'participant',
    text: 'The DIP refused a connection, {reason}, of {whose} ({detail}).',
    cause:
      'The transport certificate that was shown is expired, not yet valid, or of an authority that is not trusted.',
    fix: 'Let the system show the transport certificate that the profile names, and renew that one in time.',
  },
  FAULT_LEFT_ON: {
    kind: 'harness',
    text: 'The fault {id} of the simulated DIP was still on when the run ended: {what}. {who}.',
    cause:
      'A fault changes what every message that it fits meets; what was shown under it was not shown of a DIP in order.',
    fix: 'Take it out of "faults:" in the environment file, or let the scenario that turns it on reach what it is meant for.',
  },
  SCENARIO_EMPTY: {
    kind: 'harness',
    text: 'The scenario ran no step.',
    cause: 'The feature file has a scenario without steps.',
    fix: 'Write its steps, or remove it.',
  },
  SCENARIO_CUT_OFF: {
    kind: 'harness',
    text: 'The scenario did not come to its end.',
    cause: 'Its worker ended in mid-scenario, or it never began though nobody interrupted the run.',
    fix: 'Run again; if it stays, report it with the run folder.',
  },
  SCENARIO_NOT_BEGUN: {
    kind: 'configuration',
    text: 'The run was interrupted before the scenario began.',
    cause: 'Somebody pressed Ctrl-C, or the time limit was reached.',
    fix: 'Run again.',
  },
  LEVEL_CHECK_UNKNOWN: {
    kind: 'configuration',
    text: 'The environment file sets a level for "{check}", and there is no such check',
    cause: 'The name is misspelt; the check that was meant would keep its level without a word.',
    fix: '{hint}The checks are listed in docs/errors.md.',
  },
  LEVEL_LOWERED: {
    kind: 'configuration',
    text: 'The environment file makes the check {check} a should; it is a must',
    cause:
      'An environment may raise a should to a must. What is a must stays one, or the evidence would show less than it says.',
    fix: 'Take the line out of `levels`.',
  },
} satisfies Record<string, ErrorDefinition>;
