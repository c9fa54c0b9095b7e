import { messageLabel } from '../catalogue';
import type { Blame } from '../errors';
import type { LedgerEntry } from '../ledger';
import { checkDefinition } from './table';

/** A line of a failure text: the name of its column, then the text. */
export const column = (name: string, text: string) => `${name.padEnd(10)}${text}`;

/** What is asked of a reader where the harness itself is at fault. */
export const reportIt =
  'This is not the participant: keep the run folder and report it with the lines named above and hub.log.';

/** What a failed check says, and of which ledger lines. */
export interface FailedCheck {
  id: string;
  reason: string;
  blame?: Blame;
  ledger: readonly number[];
}

/** DIP ID of the party that an entry speaks of: it sent or answered, or it is the one that is called. */
export function partyOf({ kind, from, to }: LedgerEntry): string {
  const isCalled = kind === 'delivered' || ((kind === 'status' || kind === 'refused') && to !== 'DIP');
  return isCalled || from === 'DIP' ? to : from;
}

const who = (entry: LedgerEntry | undefined) => entry && (entry.position ?? partyOf(entry));

const labelOf = ({ interface: id, event, kind }: LedgerEntry) =>
  id && event ? messageLabel({ interface: id, event }) : kind;

/** `the webhook's answer to IF-033 [MSAppSPRequest]`: what an entry is, in market words. */
function whatIs(entry: LedgerEntry): string {
  const label = labelOf(entry);
  if (entry.kind === 'answered') return `the webhook's answer to ${label}`;
  if (entry.kind === 'probe') return 'the records that the probe read';
  if (entry.kind === 'status') return `the status message about ${label}`;
  return entry.kind === 'refused' && entry.to !== 'DIP' ? `the delivery of ${label}` : label;
}

/** Expected against actual, as a reason says them; several findings stand one below the other. */
function reasonLines(reason: string): string[] {
  const [, expected, actual] = /^expected (.+?); (.+)$/s.exec(reason) ?? [];
  const [first = '', ...more] = (actual ?? reason).split('; ');
  const came = [column('came', first), ...more.map((part) => column('', `  ${part}`))];
  return expected === undefined ? came : [column('expected', expected), ...came];
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** What a failed check is told by: the check and its message, the rule and its source, expected against actual, the time. */
export function checkLines({ id, reason, ledger }: FailedCheck, entry?: LedgerEntry): string[] {
  const definition = checkDefinition(id);
  const lines = ledger.length > 0 ? ` (ledger line ${ledger.join(', ')})` : '';
  const on = entry ? `, on ${whatIs(entry)} of ${who(entry)}` : '';
  const told = [column('check', `${id}${on}${lines}`)];
  if (definition) {
    const basis = [definition.source, ...(definition.assumption ? [`assumption ${definition.assumption}`] : [])];
    told.push(column('rule', `${definition.text} (${basis.join('; ')})`));
  }
  told.push(...reasonLines(reason));
  if (definition?.timed && entry?.ms !== undefined)
    told.push(column('elapsed', `${seconds(entry.ms)}, past the limit above (assumption ${definition.assumption})`));
  return told;
}

const kindOf: Record<Blame, string> = {
  participant: 'the participant under test',
  harness: 'simulated by the harness',
  environment: 'another real party',
  configuration: 'a party as the profile or the environment sets it up',
};

// Whose fault a failure is and why: what the party is in this run, and the ledger line that it answers for.
function faultLine(blame: Blame, party: string | undefined, line?: number): string {
  const answers = line === undefined ? '' : ` and answers for ledger line ${line}`;
  const why = party ? `${party} is ${kindOf[blame]}${answers}` : `what failed is about ${kindOf[blame]}`;
  return column('fault', `${blame}: ${why}`);
}

/** Whose fault a failed check is and why, and what the reader does next. */
export function checkVerdict({ id, blame = 'participant', ledger }: FailedCheck, entry?: LedgerEntry): string[] {
  return [faultLine(blame, who(entry), ledger[0]), column('next', nextOf(id, blame, entry))];
}

function nextOf(id: string, blame: Blame, entry?: LedgerEntry): string {
  const party = who(entry) ?? 'the participant';
  if (blame === 'harness') return reportIt;
  if (blame === 'environment')
    return `Ask whoever runs ${party} about the ledger line above, then run the scenario again.`;
  const values: Record<string, string> = { who: party, message: entry?.interface ? labelOf(entry) : 'the message' };
  const { cause, fix = 'Look the check up in docs/errors.md.' } = checkDefinition(id) ?? {};
  const next = fix.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return cause ? `${next}\n${column('', `Usual cause: ${cause}`)}` : next;
}
