import type { ErrorDefinition } from './error';

/** Errors of tables of legs, and what a conversation can be found to lack. */
export const conversationErrors = {
  LEGS_POSITION_UNKNOWN: {
    kind: 'configuration',
    text: '"{word}" is not a position{hint}',
    cause: 'A role or its side is mistyped, or the side does not occur for that role.',
    fix: 'Write a role code, with its side where there is one: SUP (incoming), MSS (proposed), REGS.',
  },
  LEGS_POSITION_UNBOUND: {
    kind: 'configuration',
    text: 'nobody fills the position {word} in this scenario',
    cause: 'The table names a position that the scenario does not bind to a DIP ID.',
    fix: 'Use one of the bound positions ({known}), or bind it by a tag or a Given.',
  },
  LEGS_MESSAGE_UNKNOWN: {
    kind: 'configuration',
    text: 'the catalogue has no message "{word}"{hint}',
    cause: 'Interface or event is mistyped, or the event stands without its brackets.',
    fix: 'Write it as `IF-031 [MSApp]`; `qualify catalogue list` shows every message.',
  },
  LEGS_FIELD_UNKNOWN: {
    kind: 'configuration',
    text: '"{word}" is not a block or item of {message}{hint}',
    cause: 'A block or item is mistyped, or the message does not carry it.',
    fix: 'Use the published names; `qualify catalogue show` lists them for a message.',
  },
  LEGS_FIELD_AMBIGUOUS: {
    kind: 'configuration',
    text: '"{word}" stands in several blocks of {message}: {known}',
    cause: 'An item may be named without its block only where one block has it.',
    fix: 'Write the block before the item, as in `B070 appointmentScenario`.',
  },
  LEGS_CONDITION_UNREADABLE: {
    kind: 'configuration',
    text: 'the condition "{word}" cannot be read{hint}',
    cause: 'A condition is `<block> <item>` followed by =, = as in, starts with, one of, is absent.',
    fix: 'Correct the condition; several are joined by a semicolon.',
  },
  LEGS_ROW_UNKNOWN: {
    kind: 'configuration',
    text: '"{word}" refers to a row that is not in the table{hint}',
    cause: 'The row was renumbered or taken out.',
    fix: 'Refer to one of the rows {known}.',
  },
  LEGS_ROW_TWICE: {
    kind: 'configuration',
    text: 'two rows have the number {word}',
    cause: 'The first column must name each row once, so that others can refer to it.',
    fix: 'Renumber the rows.',
  },
  LEGS_COLUMN_WRONG: {
    kind: 'configuration',
    text: 'column {column}: "{word}" is not {expected}{hint}',
    cause: 'A cell holds something that its column does not allow.',
    fix: 'Correct the cell.',
  },
  LEGS_OFF_DIP_UNREADABLE: {
    kind: 'configuration',
    text: '"{word}" is neither a flow of the Data Transfer Catalogue nor a notice off the DIP',
    cause: 'A leg that does not pass the DIP is written `D0168`, or `off-DIP:` and what CSS or the DCC says.',
    fix: 'Correct the message of the row; docs/off-dip.md shows both forms.',
  },
  LEGS_OFF_DIP_PARTIES: {
    kind: 'configuration',
    text: '{word}: a notice off the DIP goes between {parties} and a position of the DIP',
    cause: 'Both parties are on the DIP, or neither is.',
    fix: 'Name {parties} at one end; between two parties of the DIP name the flow, as `D0168`.',
  },
  LEG_MISSING: {
    kind: 'participant',
    text: 'an expected message did not come',
    cause:
      'The sender did not send it, sent it for another MPAN or under another DIP ID, or waits for something itself.',
    fix: 'Look at the nearest messages that came and at the queue of the sender.',
  },
  LEG_CONTENT: {
    kind: 'participant',
    text: 'a message came with other content than expected',
    cause: 'A field of the message differs from what the business act or the request calls for.',
    fix: 'Compare the fields that differ with the records of the sender.',
  },
  LEG_ORDER: {
    kind: 'participant',
    text: 'a message came before the one that it answers or follows',
    cause: 'The sender acted on something other than the message that calls for this one.',
    fix: 'Look at what the sender had received when it sent the message.',
  },
  LEG_REQUEST_REFUSED: {
    kind: 'participant',
    text: 'a request was refused by the party that it was sent to',
    cause: 'The request breaks a rule of that party; the code of the refusal names it.',
    fix: 'Look the code up and correct the request.',
  },
  LEG_SUBMISSION_REFUSED: {
    kind: 'participant',
    text: 'the DIP refused a message of the participant',
    cause: 'The message breaks a rule of the DIP; the code of the refusal names it.',
    fix: 'Correct the message and send it with a new reference.',
  },
  LEG_NOT_DELIVERED: {
    kind: 'environment',
    text: 'a message was accepted by the DIP but did not reach the party that has to act on it',
    cause: 'The audience that the DIP found does not hold that party, or a delivery is held back.',
    fix: 'Compare the directory of the DIP and the webhooks of the party with the audience of the message.',
  },
  LEG_MISADDRESSED: {
    kind: 'participant',
    text: 'a message did not reach the party that its sender has to name',
    cause: 'The sender named another primary recipient, such as the party of another MPAN or of before.',
    fix: 'Take the primary recipient of an answer from the request that it answers.',
  },
  LEG_WEBHOOK_FAILED: {
    kind: 'participant',
    text: 'the webhook of a party did not take in the message that it has to act on',
    cause: 'The webhook answered with an error, or did not answer.',
    fix: 'Look at the answer of the webhook and at the log of the system for that time.',
  },
  LEG_LATE: {
    kind: 'participant',
    text: 'a message came later than its limit allows',
    cause: 'The sender worked on it for too long, or waited for a batch or a person.',
    fix: 'Compare the time of the message with that of what called for it.',
  },
} satisfies Record<string, ErrorDefinition>;
