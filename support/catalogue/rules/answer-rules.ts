import type { Rule } from './rule';

const inferred = { level: 'should', basis: 'inferred' } as const;

/** What an answer must keep to: the outcome and the codes beside it. */
export const answerRules = {
  given: {
    id: 'answer-has-outcome',
    text: 'An initial response (IF-032) carries R0, although its schema lets it be left out.',
    code: 'RCP1021',
    ...inferred,
    source: 'DI-979; that R0 must be there is inferred from what the message is for',
    assumption: 'answer-has-outcome',
  },
  says: {
    id: 'refusal-says-why',
    text: 'A refusal has a message, and one message starts with a response code where the release has codes for it.',
    code: 'RCP1052',
    ...inferred,
    source: 'DI-980, DI-999; that a refusal may not be silent is inferred',
    assumption: 'refusal-says-why',
  },
  agrees: {
    id: 'outcome-agrees-with-codes',
    text: 'An acceptance carries no code of a refusal, a refusal none of success.',
    code: 'RCP1052',
    level: 'must',
    basis: 'stated',
    source: 'RCP1052; SP000',
  },
  appointment: {
    id: 'appointment-code-published',
    text: 'A service answers a request for appointment with a published code (SP, DS).',
    code: 'REG1094',
    level: 'must',
    basis: 'stated',
    source: 'REG1094; DI-999',
  },
  published: {
    id: 'response-code-published',
    text: 'The code of a response message is on the published list.',
    code: 'RCP1051',
    level: 'warning',
    basis: 'inferred',
    source: 'DI-999; response messages are free text, and codes for IF-028 are published elsewhere',
  },
  fits: {
    id: 'response-code-fits-request',
    text: 'A refusal carries a code that can answer this request.',
    code: 'RCP1052',
    ...inferred,
    source: 'DI-999; which codes answer which request is inferred from their texts',
    assumption: 'response-code-fits-request',
  },
  event: {
    id: 'outcome-fits-event',
    text: 'The outcome is the one that the event code speaks of: accepted A, rejected R, lapsed L, a warning W.',
    code: 'RCP1023',
    ...inferred,
    source: 'names of the events of IF-014, IF-016 and IF-035; inferred',
    assumption: 'outcome-fits-event',
  },
} as const satisfies Record<string, Rule>;
