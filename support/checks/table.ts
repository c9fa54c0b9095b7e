export interface CheckDefinition {
  level: 'must' | 'should';
  /** The kind of entry that it looks at; `handover` is what the DIP brings to a webhook apart from publications, or cannot. */
  of: 'submission' | 'answer' | 'handover';
  /** The rule, as a sentence about the party that is judged. */
  text: string;
  /** Where the rule comes from; `inferred` where no public text states it. */
  source: string;
  /** Id in the assumption register of what is inferred about it. */
  assumption?: string;
}

/** Every always-on check. Levels are defaults: an environment file may raise a `should`. */
export const checkCatalogue = {
  signature: {
    level: 'must',
    of: 'submission',
    text: 'The message is signed by a certificate that is bound to the sender or to its nominated connection provider.',
    source: 'DIP API: message signing; DI-996, DI-997; what is signed is inferred from what participants published',
    assumption: 'signing-scheme',
  },
  'content-hash': {
    level: 'must',
    of: 'submission',
    text: 'The content hash in the header is the hash of the bytes that were sent.',
    source: 'DIP API: message signing; how the hash is written is inferred',
    assumption: 'signing-scheme',
  },
  schema: {
    level: 'must',
    of: 'submission',
    text: 'The message keeps to the published schema of its interface and event code.',
    source: 'DIP API: schema of the interface; MSG1001',
  },
  channel: {
    level: 'must',
    of: 'submission',
    text: 'The message is posted to the channel of its own interface.',
    source: 'DIP API: /dip-channel/{id}; S0.interfaceID; MSG1002',
  },
  'sender-role': {
    level: 'must',
    of: 'submission',
    text: 'The sender names itself, holds the role that it states, and that role sends this event.',
    source: 'DI-984, DI-997; MSG1009, MSG1010; interface catalogue',
  },
  'sender-reference': {
    level: 'must',
    of: 'submission',
    text: 'The sender unique reference has the published form and is new, or repeats a submission that was not accepted.',
    source: 'DT-995; MSG1006; that a repeat keeps its reference is inferred',
    assumption: 'repeat-keeps-reference',
  },
  'leased-mpan': {
    level: 'must',
    of: 'submission',
    text: 'The message is about an MPAN that is in use by a scenario of this run.',
    source: 'inferred: a message about any other MPAN has no cause in the test',
    assumption: 'leased-mpans-only',
  },
  'identity-pairs': {
    level: 'must',
    of: 'submission',
    text: 'A DIP ID and an MPID that stand together in a block belong to one organisation.',
    source: 'REG1090 to REG1093; standing data',
  },
  'webhook-answer': {
    level: 'must',
    of: 'answer',
    text: 'A good publication is answered 201 or 207 with a StandardResponse of ten fields that names each transaction.',
    source: 'DIP API: callbacks; StandardResponse',
  },
  'refuses-bad-publication': {
    level: 'must',
    of: 'answer',
    text: 'A publication that is not to be trusted or not readable is refused.',
    source: 'RCP1001, RCP1004, RCP9999; that no 2xx may follow is inferred',
    assumption: 'bad-publication-refused',
  },
  reachable: {
    level: 'must',
    of: 'answer',
    text: 'The webhook can be reached and answers.',
    source: 'DIP API: callbacks',
  },
  'refusal-code': {
    level: 'should',
    of: 'answer',
    text: 'The refusal is a StandardResponse with the code of its cause: RCP1001 schema, RCP1004 environment, RCP9999 signature.',
    source: 'DIP API: response codes; which code goes with which cause is inferred',
    assumption: 'refusal-codes',
  },
  'answered-within': {
    level: 'should',
    of: 'answer',
    text: 'The webhook answers within the limit of the environment.',
    source: 'inferred: no public limit; a setting',
    assumption: 'webhook-answer-time',
  },
  'batch-items-apart': {
    level: 'should',
    of: 'answer',
    text: 'A good publication is taken though it travels in one call with one that must be refused.',
    source: 'DIP API: callbacks, 207; that a webhook may not refuse the whole call is inferred',
    assumption: 'batch-items-apart',
  },
  'batch-status': {
    level: 'should',
    of: 'answer',
    text: 'A call of which a part is refused is answered 207.',
    source: 'DIP API: callbacks, 207',
  },
  'status-answer': {
    level: 'must',
    of: 'handover',
    text: 'A status message is answered 201 or 207 with a StandardResponse of ten fields that names its transaction.',
    source: 'DIP API: /statusmessage/config/{recipient-id}, callback; StandardResponse',
  },
  'webhook-registered': {
    level: 'should',
    of: 'handover',
    text: 'A webhook is registered for every channel whose publications go to the role, and one for status messages.',
    source: 'DIP API: pubconfig, /statusmessage/config; that each must be there is inferred',
    assumption: 'webhook-for-each-channel',
  },
  correlation: {
    level: 'should',
    of: 'submission',
    text: 'An answer quotes the initial correlation id of the publication that it answers; a first message quotes none.',
    source: 'DI-985, DI-987; inferred for each pair of request and answer',
    assumption: 'correlation-chained',
  },
  'answered-once': {
    level: 'should',
    of: 'submission',
    text: 'A request is answered once, also when it was delivered twice.',
    source: 'inferred',
    assumption: 'answered-once',
  },
  'primary-recipients': {
    level: 'should',
    of: 'submission',
    text: 'The primary recipients that the sender sets are known and hold a role that receives the event.',
    source: 'MSG1031, MSG1032; interface catalogue',
  },
  'key-case': {
    level: 'should',
    of: 'submission',
    text: 'JSON keys are written in the published case.',
    source: 'DIP API: the DIP itself does not enforce it',
  },
  'times-not-in-future': {
    level: 'should',
    of: 'submission',
    text: 'The sender timestamp is not in the future.',
    source: 'DI-998; MSG1007; a minute of clock difference is allowed, inferred',
    assumption: 'clock-difference',
  },
  'leaves-d0-to-dip': {
    level: 'should',
    of: 'submission',
    text: 'The sender leaves D0 and the secondary and always recipients to the DIP.',
    source: 'D0, A0: set by the DIP',
  },
} as const satisfies Record<string, CheckDefinition>;

export type CheckId = keyof typeof checkCatalogue;

/** The ids in the order in which they are reported. */
export const checkIds = Object.keys(checkCatalogue) as CheckId[];
