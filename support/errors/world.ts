import type { ErrorDefinition } from './error';

export const worldErrors = {
  STEP_OUTSIDE_RUN: {
    kind: 'configuration',
    text: 'This scenario was started outside a run.',
    cause: 'Cucumber was started without the plugin that starts the simulated DIP.',
    fix: 'Use "qualify run", or a profile of cucumber.js: npx cucumber-js -p pit.',
  },
  STEP_COMMANDS_PARTICIPANT: {
    kind: 'harness',
    text: '{position} is the participant and cannot be told to {what}.',
    cause: 'The scenario lets a party misbehave that is under test here.',
    fix: 'Report this with the run folder: the scenario must not carry the role tag of that position.',
  },
  MPAN_UNKNOWN: {
    kind: 'harness',
    text: 'The scenario speaks of MPAN "{label}", which no Given has introduced.',
    cause: 'A Given that leases the MPAN is missing.',
    fix: 'Begin the scenario with: Given MPAN "{label}" is Smart, import and energised, …',
  },
  SWITCH_UNKNOWN: {
    kind: 'harness',
    text: 'The step speaks of the switch of MPAN "{label}", and none is pending.',
    cause: 'A Given that makes the switch pending is missing.',
    fix: 'Add: Given a switch of MPAN "{label}" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead',
  },
  POSITION_UNKNOWN: {
    kind: 'harness',
    text: '"{text}" is not a position of the market.',
    cause: 'The step names a party in words that the harness does not know.',
    fix: 'Use one of: {known}.',
  },
  STEP_WORDS_UNKNOWN: {
    kind: 'harness',
    text: 'The step cannot be read: {problem}',
    cause: 'A word in the step or its table is not one that the harness knows.',
    fix: '{fix}',
  },
  STEP_ARGUMENT_UNKNOWN: {
    kind: 'harness',
    text: 'The act "{act}" has no argument "{argument}".{hint}',
    cause: 'A row of the step, or its ", effective …", names an argument that this act does not take.',
    fix: '{takes} docs/acts.md says what each act takes.',
  },
  STEP_ARGUMENT_WRONG: {
    kind: 'harness',
    text: '"{value}" is no value of the argument "{argument}" of the act "{act}".',
    cause: 'The words are not known, or what they stand for is not what the act takes.',
    fix: 'Write {form}.',
  },
  STEP_ARGUMENTS_WRONG: {
    kind: 'harness',
    text: 'The act "{act}" cannot be asked for as the step says it:\n{problem}',
    cause: 'An argument is missing, or two of them do not go together.',
    fix: 'Add the missing rows to the table of the step; docs/acts.md says what the act takes.',
  },
  RECORDS_DIFFER: {
    kind: 'participant',
    text: "expected  {position}'s records of MPAN {mpan} to show {expected}\ngot       {actual}",
    cause: 'The system answered the messages and did not book what they say, or booked something else.',
    fix: 'Look up that MPAN in the system: what the messages in the ledger say must be in its records.',
  },
  BAD_PUBLICATION_TAKEN: {
    kind: 'participant',
    text: '{text}',
    cause: 'The webhook takes publications without checking signature, schema or environment tag.',
    fix: 'Check each publication before it is booked; refuse a bad one with a 4xx and an RCP code.',
  },
  STATUS_NOT_TAKEN: {
    kind: 'participant',
    text: '{text}',
    cause: 'The system has no webhook for status messages, or it does not answer.',
    fix: 'Register a webhook at /statusmessage/config/{recipient-id} and answer each status message 201.',
  },
  SPOILING_UNKNOWN: {
    kind: 'harness',
    text: 'An item of a call cannot be delivered with {what}.',
    cause: 'A signature covers a whole call; only what stands in one item can be spoilt in it.',
    fix: 'Write "a broken schema", "a foreign environment tag", or leave the cell empty.',
  },
  NOT_ASKED_AGAIN: {
    kind: 'participant',
    text: '{text}',
    cause: 'The system does not ask for what it missed, asks for another channel, MPAN or time, or as somebody else.',
    fix: 'POST the published request for a {again} to the DIP channel of that interface, with the API key of the DIP ID that it is about.',
  },
  CALL_NOT_TAKEN: {
    kind: 'participant',
    text: '{text}',
    cause: 'Certificate, API key or signature are not those that the DIP knows of this party.',
    fix: 'Run qualify doctor: it says which of certificate, key and signature the DIP does not take.',
  },
} satisfies Record<string, ErrorDefinition>;
