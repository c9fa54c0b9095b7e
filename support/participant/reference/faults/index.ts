import { errorsOf, nearest, participantErrors } from '../../../errors';
import type { Profile } from '../../profile';
import { combineHooks, noHooks, type Hooks } from '../hooks';
import { answers200 } from './answers-200';
import { answersAhead } from './answers-ahead';
import { answersAnotherRequest } from './answers-another-request';
import { answersAnotherSupplier } from './answers-another-supplier';
import { answersWithNineFields } from './answers-with-nine-fields';
import { batchAllOrNothing } from './batch-all-or-nothing';
import { batchAnswersFirst } from './batch-answers-first';
import { batchNamesAnother } from './batch-names-another';
import { batchSavesAll } from './batch-saves-all';
import { beginsDaysInUtc } from './begins-days-in-utc';
import { booksNothing } from './books-nothing';
import { booksRefusedItems } from './books-refused-items';
import { booksReplaysAgain } from './books-replays-again';
import { booksTwice } from './books-twice';
import { booksWhatItRefuses } from './books-what-it-refuses';
import { datesItemsEarly } from './dates-items-early';
import { createsAsTraded } from './creates-as-traded';
import { datesReadsEarly } from './dates-reads-early';
import { datesTheDayBefore } from './dates-the-day-before';
import { dropsOvertaken } from './drops-overtaken';
import { dropsReplays } from './drops-replays';
import { echoesWhatItHeld } from './echoes-what-it-held';
import { eventInCapitals } from './event-in-capitals';
import { eventWithoutBrackets } from './event-without-brackets';
import { foreignMpid } from './foreign-mpid';
import { forgetsDataService } from './forgets-data-service';
import { givesUp } from './gives-up';
import { ignoresRetryAfter } from './ignores-retry-after';
import { ignoresStatusMessages } from './ignores-status-messages';
import { lateAnswer } from './late-answer';
import { leavesOutNull } from './leaves-out-null';
import { letsStrangersIn } from './lets-strangers-in';
import { losesWhatWaited } from './loses-what-waited';
import { measuresExport } from './measures-export';
import { missingBlock } from './missing-block';
import { mpanAsNumber } from './mpan-as-number';
import { namesAnotherOwner } from './names-another-owner';
import { namesAnotherRecipient } from './names-another-recipient';
import { namesNoTransaction } from './names-no-transaction';
import { namesUnknownRecipient } from './names-unknown-recipient';
import { namesWrongScenario } from './names-wrong-scenario';
import { needsOneOrder } from './needs-one-order';
import { neverAsksAgain } from './never-asks-again';
import { neverProposesAsCsp } from './never-proposes-as-csp';
import { newReferenceAfterOutage } from './new-reference-after-outage';
import { noRegistrationId } from './no-registration-id';
import { proposesBeforeItsOwnership } from './proposes-before-its-ownership';
import { publicationForInterface } from './publication-for-interface';
import { readsAnotherMeter } from './reads-another-meter';
import { refusesFilledAddresses } from './refuses-filled-addresses';
import { refusesLargeBodies } from './refuses-large-bodies';
import { refusesNothing } from './refuses-nothing';
import { refusesNull } from './refuses-null';
import { refusesWithoutReason } from './refuses-without-reason';
import { registersAsChangeOfSupplier } from './registers-as-change-of-supplier';
import { repeatsWithNewReference } from './repeats-with-new-reference';
import { saysItAgain } from './says-it-again';
import { sendsAgainAfterStatus } from './sends-again-after-status';
import { servesNoStatusWebhook } from './serves-no-status-webhook';
import { signsAsStranger } from './signs-as-stranger';
import { signsOtherBytes } from './signs-other-bytes';
import { staleRegistrationId } from './stale-registration-id';
import { takes201ForAcceptance } from './takes-201-for-acceptance';
import { takesAnyEnvironment } from './takes-any-environment';
import { takesAnySchema } from './takes-any-schema';
import { takesChangedBodies } from './takes-changed-bodies';
import { trustsAnySignature } from './trusts-any-signature';
import { verifiesItsOwnWriting } from './verifies-its-own-writing';
import { worksInsideWebhook } from './works-inside-webhook';
import { writesNothingForNull } from './writes-nothing-for-null';
import { wrongCorrelation } from './wrong-correlation';
import { wrongDipId } from './wrong-dip-id';
import { wrongEnvironmentTag } from './wrong-environment-tag';
import { wrongEvent } from './wrong-event';
import type { Fault, FaultContext } from './types';

export type { Fault } from './types';

const raise = errorsOf(participantErrors);

/** Every fault that the reference participant can be given, by name. */
export const faults: Readonly<Record<string, Fault>> = {
  'answers-200': answers200,
  'answers-ahead': answersAhead,
  'answers-another-request': answersAnotherRequest,
  'answers-another-supplier': answersAnotherSupplier,
  'answers-with-nine-fields': answersWithNineFields,
  'batch-all-or-nothing': batchAllOrNothing,
  'batch-answers-first': batchAnswersFirst,
  'batch-names-another': batchNamesAnother,
  'batch-saves-all': batchSavesAll,
  'begins-days-in-utc': beginsDaysInUtc,
  'books-nothing': booksNothing,
  'books-refused-items': booksRefusedItems,
  'books-replays-again': booksReplaysAgain,
  'books-twice': booksTwice,
  'books-what-it-refuses': booksWhatItRefuses,
  'dates-items-early': datesItemsEarly,
  'creates-as-traded': createsAsTraded,
  'dates-reads-early': datesReadsEarly,
  'dates-the-day-before': datesTheDayBefore,
  'drops-overtaken': dropsOvertaken,
  'drops-replays': dropsReplays,
  'echoes-what-it-held': echoesWhatItHeld,
  'event-in-capitals': eventInCapitals,
  'event-without-brackets': eventWithoutBrackets,
  'foreign-mpid': foreignMpid,
  'forgets-data-service': forgetsDataService,
  'gives-up': givesUp,
  'ignores-retry-after': ignoresRetryAfter,
  'ignores-status-messages': ignoresStatusMessages,
  'late-answer': lateAnswer,
  'leaves-out-null': leavesOutNull,
  'lets-strangers-in': letsStrangersIn,
  'loses-what-waited': losesWhatWaited,
  'measures-export': measuresExport,
  'missing-block': missingBlock,
  'mpan-as-number': mpanAsNumber,
  'names-another-owner': namesAnotherOwner,
  'names-another-recipient': namesAnotherRecipient,
  'names-no-transaction': namesNoTransaction,
  'names-unknown-recipient': namesUnknownRecipient,
  'names-wrong-scenario': namesWrongScenario,
  'needs-one-order': needsOneOrder,
  'never-asks-again': neverAsksAgain,
  'never-proposes-as-csp': neverProposesAsCsp,
  'new-reference-after-outage': newReferenceAfterOutage,
  'no-registration-id': noRegistrationId,
  'proposes-before-its-ownership': proposesBeforeItsOwnership,
  'publication-for-interface': publicationForInterface,
  'reads-another-meter': readsAnotherMeter,
  'refuses-filled-addresses': refusesFilledAddresses,
  'refuses-large-bodies': refusesLargeBodies,
  'refuses-nothing': refusesNothing,
  'refuses-null': refusesNull,
  'refuses-without-reason': refusesWithoutReason,
  'registers-as-change-of-supplier': registersAsChangeOfSupplier,
  'repeats-with-new-reference': repeatsWithNewReference,
  'says-it-again': saysItAgain,
  'sends-again-after-status': sendsAgainAfterStatus,
  'serves-no-status-webhook': servesNoStatusWebhook,
  'signs-as-stranger': signsAsStranger,
  'signs-other-bytes': signsOtherBytes,
  'stale-registration-id': staleRegistrationId,
  'takes-201-for-acceptance': takes201ForAcceptance,
  'takes-any-environment': takesAnyEnvironment,
  'takes-any-schema': takesAnySchema,
  'takes-changed-bodies': takesChangedBodies,
  'trusts-any-signature': trustsAnySignature,
  'verifies-its-own-writing': verifiesItsOwnWriting,
  'works-inside-webhook': worksInsideWebhook,
  'writes-nothing-for-null': writesNothingForNull,
  'wrong-correlation': wrongCorrelation,
  'wrong-dip-id': wrongDipId,
  'wrong-environment-tag': wrongEnvironmentTag,
  'wrong-event': wrongEvent,
};

/**
 * The bundled profile under a name that tells its faults, so that every page of evidence does. QualifyErrors
 * FAULT_UNKNOWN, FAULT_NOT_SHOWN (by no role that is held) and FAULT_NEEDS_REFERENCE.
 */
export function withFaults(profile: Profile, names: readonly string[], roles: readonly string[]): Profile {
  if (names.length === 0) return profile;
  if (!profile.bundled) throw raise('FAULT_NEEDS_REFERENCE', { name: profile.name }, '--fault');
  for (const name of names) {
    const shownBy = faultOf(name).roles;
    if (shownBy.some((role) => roles.includes(role))) continue;
    throw raise('FAULT_NOT_SHOWN', { name, roles: shownBy.join(', '), held: roles.join(', ') }, '--fault');
  }
  const told = (name: string) => `${name}, with faults: ${names.join(', ')}`;
  const { systemUnderTest } = profile;
  return {
    ...profile,
    name: told(profile.name),
    systemUnderTest: { ...systemUnderTest, name: told(systemUnderTest.name) },
  };
}

/** The hooks of an identity that has these faults; of those that its role does not show it has none. */
export async function openHooks(names: readonly string[], context: FaultContext): Promise<Hooks> {
  const own = names.map(faultOf).filter(({ roles }) => roles.includes(context.party.role));
  if (own.length === 0) return noHooks;
  return combineHooks(await Promise.all(own.map(async (fault) => fault.apply(context))));
}

function faultOf(name: string): Fault {
  if (Object.hasOwn(faults, name)) return faults[name]!;
  const near = nearest(name, Object.keys(faults));
  throw raise('FAULT_UNKNOWN', { name, hint: near ? `Did you mean ${near}? ` : '' }, '--fault');
}
