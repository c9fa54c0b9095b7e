import { wireTime } from '../time';
import { dateOf, halfHourAfter, localMidnight, shifted } from './calendar';
import { maybe, type Makers, type Spot } from './spot';

const daysAfter = (spot: Spot, days: number) => localMidnight(shifted(spot.scene.day, days));

/** What an event reports has just come about; elsewhere the same item tells how things have long been. */
const changes: readonly [RegExp, RegExp][] = [
  [/^Meter(Install|Exchange)/, /^(meterInstallation|meterAssetProvider|IHD)/],
  [/^EnergisationStatus/, /^energisationStatus/],
  [/^AddressChg|^GSPChg/, /^GSPGroup/],
  [/^DUOSTariffIDChg/, /^DUOSTariffID/],
  [/^DomPremInd/, /^domesticPremise/],
  [/^DCCEnrolment/, /^DCC/],
  [/^ConsentGranularity/, /^consent/],
  [/^IHDInfo/, /^IHD/],
  [/^SMSO/, /^SMSO/],
  [/^AnnualConsumption/, /^annualConsumption/],
];

function already({ scene, name, index }: Spot): string {
  const { event } = scene.definition;
  const changed = changes.some(([events, items]) => events.test(event) && items.test(name));
  const first = changed ? scene.lately : scene.since;
  // One after the other where a list tells a history.
  return index === 0 ? first : localMidnight(shifted(first.slice(0, 10), index));
}

/** The first day of the calendar month before the sample's, and the last. */
const monthBefore = ({ scene }: Spot, which: 'first' | 'last') => {
  const first = `${dateOf(scene.at).slice(0, 8)}01`;
  const last = shifted(first, -1);
  return which === 'last' ? last : `${last.slice(0, 8)}01`;
};

const begins = ({ scene, nullable, name }: Spot) =>
  nullable && !scene.has(name.replace(/(Requested)?EffectiveFromDate$/, '')) ? null : scene.begins;

/** Date-times and dates. */
export const timeItems: Makers = [
  [/^senderTimestamp$/, ({ scene, path }) => wireTime(new Date(+scene.at - (path.includes('.S2.') ? 86_400_000 : 0)))],
  [/^transactionTimestamp$/, ({ scene }) => wireTime(new Date(+scene.at + 1000))],

  [/^settlementDayDate$/, ({ scene, dayIndex }) => halfHourAfter(shifted(scene.day, dayIndex), 0)],
  // Each half-hour by its end.
  [/^(sp|settlementPeriodEffectiveToDateTime)$/, ({ slot }) => slot && halfHourAfter(slot.date, slot.index + 1)],
  [/^settlementDate$/, ({ scene, dayIndex }) => shifted(scene.day, dayIndex)],
  [/^settlementRunExecutionDate$/, ({ scene }) => localMidnight(dateOf(scene.at))],
  [/^DDEStartDate$/, ({ scene }) => halfHourAfter(scene.day, 34)],
  [/^DDEEndDate$/, ({ scene }) => halfHourAfter(scene.day, 38)],
  [/^(cumulativeRegister|configurableRegister)ReadingDate/, ({ scene }) => halfHourAfter(scene.day, 48)],
  [/^MDRReferenceDateTime$|^(publication|distributionVariantPublication)Date$/, ({ scene }) => wireTime(scene.at)],
  [/^maximumDemandInTheInvoicePeriodDateTime$/, maybe((spot) => halfHourAfter(monthBefore(spot, 'first'), 35))],

  [/^consumptionAmendmentPeriodStartDate$/, (spot) => daysAfter(spot, -30 * (spot.index + 1))],
  [/^consumptionAmendmentPeriodEndDate$/, (spot) => daysAfter(spot, -30 * spot.index)],
  [/^offPeakDeclarationDate$/, (spot) => daysAfter(spot, 2 + spot.index)],
  [/^supplierNotificationEffectiveFromDate$/, (spot) => daysAfter(spot, 1)],
  [/^supplierNotificationExpiryDate$/, maybe((spot) => daysAfter(spot, 90))],
  [/^meterRemovalDate$/, maybe(({ scene }) => scene.lately)],
  [/^commsHubInstallationDate$/, maybe(({ scene }) => scene.since)],

  // The last day that the outgoing supplier serves; the other end dates are when the next one begins.
  [/^supplierEffectiveToDate$/, ({ scene }) => localMidnight(shifted(scene.begins.slice(0, 10), -1))],
  [/^greenDealEffective(From|To)Date$/, (spot) => greenDeal(spot)],
  [/EffectiveToDate$|^MHHSRegimeEndDate$/, ({ scene }) => scene.begins],
  [/^SDSNominatedMDRRequestedEffectiveFromDate$/, (spot) => daysAfter(spot, 4)],
  [/^(incoming|proposed|supplier|SDSNominated|assigned|ReverseMigration)\w*EffectiveFromDate$/, begins],
  [
    /^(profileClass|SSC)EffectiveFromDate$/,
    (spot) => (spot.before[spot.name.replace(/Eff.*/, '')] ? spot.scene.since : null),
  ],
  [/^(current\w+Service)EffectiveFromDate$/, ({ scene }) => scene.since],
  [/^(disconnection|reconnection)EffectiveFromDate$|^CSSMPANDeRegistrationDate$/, ({ scene }) => scene.lately],

  [/^(taxPoint|invoice)Date$/, ({ scene }) => dateOf(scene.at)],
  [/^invoiceDueDate$/, ({ scene }) => shifted(dateOf(scene.at), 14)],
  [/^chargePeriodStartDate$/, (spot) => monthBefore(spot, 'first')],
  [/^chargePeriodEndDate$/, (spot) => monthBefore(spot, 'last')],
  [/^cancelledInvoiceDate$/, (spot) => (isCancelled(spot) ? monthBefore(spot, 'last') : null)],

  [/Date(Time)?$/, (spot) => (isDay(spot) ? spot.scene.day : already(spot))],
];

const isDay = ({ schema }: Spot) => schema.maxLength === 10;

const isCancelled = ({ before }: Spot) => before.siteSpecificDUoSInvoiceType === 'Can';

function greenDeal({ scene, name, nullable }: Spot): string | null {
  if (nullable && !scene.has('green deal')) return null;
  return name.includes('From') ? scene.since : scene.begins;
}
