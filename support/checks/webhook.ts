import type { LedgerInput, WireFacts } from '../ledger';
import { itemCode, mixed, refusing, success, wholeCallRefused } from './webhook-call';
import { fail, notApplicable, type Outcome, pass, type Rule, shown } from './types';

const noAnswer = (entry: LedgerInput, facts: WireFacts) => Boolean(facts.unreachable) || entry.httpStatus === undefined;

/** In a call with several publications, a code on the bad one refuses it as well as a 400 does. */
const refusedInCall = (entry: LedgerInput, { call = [], ...rest }: WireFacts) =>
  success(entry.httpStatus) && call.length > 1 && refusing(itemCode(entry, { call, ...rest }));

/** 201 or 207 with a StandardResponse that names the transaction of the entry, as publications and status messages ask. */
function answeredAsPublished(entry: LedgerInput, facts: WireFacts, what: string): Outcome {
  if (entry.httpStatus !== 201 && entry.httpStatus !== 207)
    return fail(`expected 201 or 207 for ${what}; answered ${entry.httpStatus}`);
  const { standardResponse: response } = facts;
  if (response && !response.ok)
    return fail(`expected a StandardResponse with all ten fields; ${response.problem ?? 'it cannot be read'}`);
  const id = entry.transactionID;
  if (id && !response?.transactionIDs.includes(id))
    return fail(`expected an item for each transaction; none for ${id}`);
  return pass;
}

export const webhookAnswer: Rule = (entry, { facts }) => {
  if (facts.mustBeRefused) return notApplicable('the publication had to be refused');
  if (noAnswer(entry, facts)) return notApplicable('there was no HTTP answer');
  const code = itemCode(entry, facts);
  if (mixed(facts) && (wholeCallRefused(entry) || refusing(code)))
    return notApplicable('it was refused in a call with a bad publication: batch-items-apart');
  const outcome = answeredAsPublished(entry, facts, 'a good publication');
  if (outcome.status === 'fail') return outcome;
  return refusing(code) ? fail(`expected a good publication to be taken in; refused with ${code}`) : pass;
};

export const statusAnswer: Rule = (entry, { facts }) =>
  noAnswer(entry, facts)
    ? notApplicable('there was no HTTP answer')
    : answeredAsPublished(entry, facts, 'a status message');

export const refusesBadPublication: Rule = (entry, { facts }) => {
  const why = facts.mustBeRefused;
  if (!why) return notApplicable('the publication was good');
  if (facts.turnedAway) return pass;
  if (noAnswer(entry, facts)) return notApplicable('there was no HTTP answer');
  if (!success(entry.httpStatus) || refusedInCall(entry, facts)) return pass;
  const asked = mixed(facts) ? 'no 2xx, or an item that refuses it' : 'no 2xx';
  return fail(`expected ${asked} (${why}); answered ${entry.httpStatus}`);
};

const codeOfCause: [RegExp, string][] = [
  [/schema/i, 'RCP1001'],
  [/environment/i, 'RCP1004'],
  [/signature|certificate|hash/i, 'RCP9999'],
];

export const refusalCode: Rule = (entry, { facts }) => {
  const why = facts.mustBeRefused;
  if (!why) return notApplicable('the publication was good');
  if (success(entry.httpStatus) && !refusedInCall(entry, facts)) return notApplicable('it was not refused');
  if (noAnswer(entry, facts)) return notApplicable('there was no HTTP answer');
  const expected = codeOfCause.find(([cause]) => cause.test(why))?.[1];
  const actual = itemCode(entry, facts);
  if (expected ? actual === expected : refusing(actual)) return pass;
  return fail(
    `expected ${entry.httpStatus} with ${expected ?? 'an RCP code'} (${why}); the answer has ${shown(actual)}`,
  );
};

/** A good publication is taken though it travels with one that must be refused. */
export const batchItemsApart: Rule = (entry, { facts }) => {
  if (!mixed(facts)) return notApplicable('the call did not hold good and bad publications');
  if (facts.mustBeRefused) return notApplicable('the publication had to be refused');
  if (noAnswer(entry, facts)) return notApplicable('there was no HTTP answer');
  const want = 'expected the good publication to be taken, though another of the call had to be refused';
  if (wholeCallRefused(entry)) return fail(`${want}; the whole call was answered ${entry.httpStatus}`);
  const code = itemCode(entry, facts);
  return refusing(code) ? fail(`${want}; it was refused with ${code}`) : pass;
};

/** 207 where some publications of a call are taken and some refused. */
export const batchStatus: Rule = (entry, { facts }) => {
  if (!mixed(facts)) return notApplicable('the call did not hold good and bad publications');
  if (!facts.mustBeRefused || !refusedInCall(entry, facts)) return notApplicable('it was not refused by an item');
  return entry.httpStatus === 207
    ? pass
    : fail(`expected 207 for a call of which a part is refused; answered ${entry.httpStatus}`);
};

/** The DIP found a webhook for what it had to hand over. */
export const webhookRegistered: Rule = (entry, { own }) => {
  if (own !== 'participant') return notApplicable('a simulated party has no webhooks');
  if (entry.name !== 'no-webhook') return pass;
  const what = entry.kind === 'status' ? 'status messages' : `${entry.interface ?? 'the channel'}`;
  return fail(
    `expected a webhook for ${what}; ${entry.to} has none registered, and the DIP could not hand over the message`,
  );
};

export const reachable: Rule = (entry, { facts }) => {
  if (facts.turnedAway) return notApplicable('the connection had to be refused');
  if (facts.unreachable) return fail(facts.unreachable);
  return entry.httpStatus === undefined ? notApplicable('no answer yet; a later attempt counts') : pass;
};

export const answeredWithin: Rule = (entry, { facts, answerWithinMs }) => {
  if (facts.turnedAway) return notApplicable('the connection had to be refused');
  if (entry.ms === undefined) return notApplicable('the time was not taken');
  return entry.ms <= answerWithinMs
    ? pass
    : fail(`expected an answer within ${answerWithinMs} ms; it took ${entry.ms} ms`);
};
