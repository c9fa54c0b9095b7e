import type { CheckDefinition } from './definition';

const table = 'the table of the scenario';

/** Checks that the steps of a scenario and the sweep at the end of a run make, not every message. */
export const scenarioChecks = {
  absence: {
    level: 'should',
    text: 'A message that the scenario names as absent does not come, up to the end of the run.',
    source: 'inferred: follows from what the message is for',
    assumption: 'named-absence',
    cause: 'A retry, a batch or a second task sent it again, or something that calls for no message was acted on.',
    fix: 'Look up in the system of {who} what sent {message} at that line: a retry, a batch, a person, and keep it from sending once more.',
  },
  records: {
    level: 'must',
    text: "The participant's records show what the messages say.",
    source: 'the step of the scenario',
    fix: 'Look up that MPAN in the system of {who}: what the messages in the ledger say must be in its records.',
  },
  'records-facts': {
    level: 'must',
    text: "The participant's records show of the MPAN what the messages say of it.",
    source: 'the step of the scenario',
    cause: 'The message was answered and not booked, or the record that it changes was left as it was.',
    fix: 'Look up that MPAN in the system of {who}: the blocks of the messages in the ledger must be in its records.',
  },
  'records-once': {
    level: 'must',
    text: "The participant's records hold each transaction once, and none that had to be refused.",
    source: 'the step of the scenario',
    fix: 'Let the system of {who} book by transaction: once, and only after the publication was found good.',
  },
  'exception-shown': {
    level: 'should',
    text: 'A status message that tells of a failure is shown to the users of the system as an exception.',
    source: 'inferred: what a status message is for; asked for as long as assumption answer-time allows',
    assumption: 'status-shown',
    cause: 'The status message is answered and thrown away, or the exception names neither its code nor the message.',
    fix: 'Let the system of {who} raise each status message as an exception for its users, with its code and the transaction or reference it is about, and let the probe read it.',
  },
  'reference-kept': {
    level: 'should',
    text: 'What the DIP could not take is sent again under the sender unique reference that it had.',
    source: 'inferred: DT-995, a reference belongs to one message; MSG1006',
    assumption: 'repeat-keeps-reference',
    cause: 'The reference is made when the message is sent, not when it is drawn up.',
    fix: 'Let {who} give {message} its reference when it is drawn up, and keep it through every attempt.',
  },
  'retry-after': {
    level: 'should',
    text: 'A sender that the DIP asks for time (429 or 503 with Retry-After) does not come again before.',
    source: 'inferred: DIP API, 429 and 503; Retry-After as HTTP has it',
    assumption: 'retry-after',
    cause: 'The outbound queue has a pace of its own and does not read the header.',
    fix: 'Let the outbound queue of {who} read Retry-After, in seconds or as a date, and keep {message} until then.',
  },
  'leg-seen': {
    level: 'must',
    text: 'The message came from that party, for that MPAN.',
    source: table,
    fix: 'Look at the work queue and the outbound queue of {who} for that MPAN.',
  },
  'leg-content': {
    level: 'must',
    text: 'The message has the content that the business act or its request calls for.',
    source: table,
    fix: 'Compare the items above with what {who} holds of that MPAN and with what {message} is drawn up from.',
  },
  'leg-answers': {
    level: 'must',
    text: 'An answer comes after the request that it answers.',
    source: 'interface catalogue: which event answers which',
    fix: 'Look up what made the system of {who} send {message} before it had received the request.',
  },
  'leg-order': {
    level: 'should',
    text: 'The message comes after those that the scenario puts before it.',
    source: table,
    fix: 'Look up what made the system of {who} send {message} before the one that calls for it.',
  },
  'leg-audience': {
    level: 'should',
    text: 'The message is delivered to every party that the scenario names.',
    source: `${table}; interface catalogue`,
    fix: 'Compare the directory of the DIP and the registered webhooks of the parties with the audience of {message}.',
  },
  'leg-within': {
    level: 'should',
    text: 'The message comes within the limit that the scenario names.',
    source: `${table}; the limit is a setting of the environment`,
    fix: 'Look up what held {message} back in the system of {who}: a batch, a queue, or a task for a person.',
  },
  'off-dip-file': {
    level: 'should',
    text: 'The folder of DTC files can be read, and its files have the form of a DTC flow.',
    source: 'inferred: the user file format of the Data Transfer Catalogue',
    assumption: 'dtc-file-form',
    cause: 'The file was cut off, was edited, or is no file of a DTC flow.',
    fix: 'Lay the whole file into the folder as it was sent or received, and nothing else beside it.',
  },
  'off-dip-parties': {
    level: 'should',
    text: "The header of a DTC file names the MPIDs of the leg's parties.",
    source: table,
    cause: 'The file went between other parties, or the system holds another MPID for one of them.',
    fix: 'Compare the header with the MPIDs of the profile and of the environment file.',
  },
} as const satisfies Record<string, Omit<CheckDefinition, 'of'>>;
