import type { LedgerInput } from '../ledger';
import { at, type CheckContext, fail, notApplicable, pass, type Rule, shown } from './types';

const success = (status: number | undefined) => status !== undefined && status >= 200 && status < 300;

/** `RCP1001` out of the StandardItem that names the entry's transaction, or out of the only item. */
function itemCode(entry: LedgerInput): string | undefined {
  const list = at(entry.body, 'messageArray');
  const items: unknown[] = Array.isArray(list) ? list : [];
  const item =
    items.find((i) => at(i, 'transactionID') === entry.transactionID) ?? (items.length === 1 ? items[0] : undefined);
  return /^[A-Z]{3}\d{4}/.exec(String(at(item, 'message') ?? ''))?.[0];
}

const refusing = (code: string | undefined): code is string => code !== undefined && !code.endsWith('0000');

/** In a call with several publications, 207 with a code on the bad one refuses it as well as a 400 does. */
const refusedInBatch = (entry: LedgerInput, { facts }: CheckContext) =>
  entry.httpStatus === 207 && (facts.deliveredTransactionIDs?.length ?? 0) > 1 && refusing(itemCode(entry));

export const webhookAnswer: Rule = (entry, { facts }) => {
  if (facts.mustBeRefused) return notApplicable('the publication had to be refused');
  if (facts.unreachable || entry.httpStatus === undefined) return notApplicable('there was no HTTP answer');
  if (entry.httpStatus !== 201 && entry.httpStatus !== 207)
    return fail(`expected 201 or 207 for a good publication; answered ${entry.httpStatus}`);
  const response = facts.standardResponse;
  if (response && !response.ok)
    return fail(`expected a StandardResponse with all ten fields; ${response.problem ?? 'it cannot be read'}`);
  const missing = (facts.deliveredTransactionIDs ?? []).filter((id) => !response?.transactionIDs.includes(id));
  if (missing.length) return fail(`expected an item for each transaction; none for ${missing.join(', ')}`);
  const code = itemCode(entry);
  return refusing(code) ? fail(`expected a good publication to be taken in; refused with ${code}`) : pass;
};

export const refusesBadPublication: Rule = (entry, ctx) => {
  const why = ctx.facts.mustBeRefused;
  if (!why) return notApplicable('the publication was good');
  if (ctx.facts.unreachable || entry.httpStatus === undefined) return notApplicable('there was no HTTP answer');
  if (!success(entry.httpStatus) || refusedInBatch(entry, ctx)) return pass;
  return fail(`expected no 2xx (${why}); answered ${entry.httpStatus}`);
};

const codeOfCause: [RegExp, string][] = [
  [/schema/i, 'RCP1001'],
  [/environment/i, 'RCP1004'],
  [/signature|certificate|hash/i, 'RCP9999'],
];

export const refusalCode: Rule = (entry, ctx) => {
  const why = ctx.facts.mustBeRefused;
  if (!why) return notApplicable('the publication was good');
  if (success(entry.httpStatus) && !refusedInBatch(entry, ctx)) return notApplicable('it was not refused');
  if (ctx.facts.unreachable || entry.httpStatus === undefined) return notApplicable('there was no HTTP answer');
  const expected = codeOfCause.find(([cause]) => cause.test(why))?.[1];
  const actual = itemCode(entry);
  if (expected ? actual === expected : refusing(actual)) return pass;
  return fail(
    `expected ${entry.httpStatus} with ${expected ?? 'an RCP code'} (${why}); the answer has ${shown(actual)}`,
  );
};

export const reachable: Rule = (entry, { facts }) => {
  if (facts.unreachable) return fail(facts.unreachable);
  return entry.httpStatus === undefined ? notApplicable('no answer yet; a later attempt counts') : pass;
};

export const answeredWithin: Rule = (entry, { answerWithinMs }) => {
  if (entry.ms === undefined) return notApplicable('the time was not taken');
  return entry.ms <= answerWithinMs
    ? pass
    : fail(`expected an answer within ${answerWithinMs} ms; it took ${entry.ms} ms`);
};
