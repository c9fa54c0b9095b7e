import { inForce, otherParty, profileClass, type Segment, settlementConfiguration } from '../../../catalogue';
import { addDays } from '../../calendar';
import { factAt } from '../../registration/facts';
import { fitted, meterKindOf } from '../../registration/meters';
import { segmentOf } from '../../registration/register';
import { eventDay } from '../sender';
import { dayOf, type Rule, type Update } from '../update';

/** How far back a supplier may date its items (REG1024): a third party's figure, assumption update-days-back. */
const daysBack = 5;

/** Consents that go with a segment (assumption consent-by-segment): what advanced and unmetered supplies use is half-hourly. */
export function consentAllowed(consent: string, segment: Segment, domestic: boolean): boolean {
  if (segment !== 'S') return consent === 'H';
  return consent !== 'N' || domestic;
}

/** Rules about the items that a supplier maintains, IF-025; REG1022 also about energisation. */
export const supplierRules: Readonly<Record<string, Rule>> = {
  REG1019: (update) => {
    const on = eventDay(update);
    const since = update.register.supplier?.since;
    return on !== undefined && since !== undefined && on < since;
  },
  REG1021: ({ register, sender }) => register.supplier?.dipId !== sender,
  REG1022: ({ register, custom: { B068, B025 } }) => {
    if (B025) return B025.energisationStatus === 'U';
    if (!B068) return false;
    const domestic = factAt(register.facts, 'B028')?.domesticPremiseIndicator ?? false;
    return !consentAllowed(B068.consentGranularity, segmentOf(register), domestic);
  },
  REG1023: ({ custom: { B031 }, context }) => {
    const { standing } = context.market;
    if (!B031 || B031.SMSOID === null || !standing) return false;
    return !otherParty(standing, 'SMSO', B031.SMSOID, dayOf(B031.SMSOEffectiveFromDate, context));
  },
  REG1024: (update) => {
    const on = eventDay(update);
    return on !== undefined && on < addDays(update.day, -daysBack);
  },
  REG1040: (update) => isNotLater(update, 'SSC'),
  REG1041: (update) => isNotLater(update, 'profileClass'),
  REG1042: (update) => update.custom.B032?.SSC === null && hasTraditionalMeter(update),
  REG1043: (update) => update.custom.B032?.profileClass === null && hasTraditionalMeter(update),
  REG1044: ({ custom: { B032 }, context, day }) => {
    const { standing } = context.market;
    if (!B032?.SSC || !standing) return false;
    const found = settlementConfiguration(standing, B032.SSC);
    return !found || !inForce(found, B032.SSCEffectiveFromDate ? dayOf(B032.SSCEffectiveFromDate, context) : day);
  },
  REG1045: ({ custom: { B032 }, context }) => {
    const { standing } = context.market;
    return Boolean(B032?.profileClass && standing && !profileClass(standing, B032.profileClass));
  },
  REG1088: ({ custom: { B032 } }) =>
    B032 !== undefined &&
    ((B032.profileClass !== null && B032.profileClassEffectiveFromDate === null) ||
      (B032.SSC !== null && B032.SSCEffectiveFromDate === null)),
  REG1096: ({ register, custom: { B030, B906 }, context }) => {
    if (!B030) return false;
    const installed = B906?.existingMeter ?? fitted(register.meters).at(-1)?.details;
    return (
      installed !== undefined &&
      dayOf(B030.IHDEffectiveFromDate, context) < dayOf(installed.meterInstallationDate, context)
    );
  },
};

/** A value that changes has a later date than the one that is held. */
function isNotLater({ register, custom: { B032 }, context }: Update, item: 'SSC' | 'profileClass'): boolean {
  const held = factAt(register.facts, 'B032');
  const [asked, before] = [B032?.[`${item}EffectiveFromDate`], held?.[`${item}EffectiveFromDate`]];
  if (!B032 || !asked || !before) return false;
  return dayOf(asked, context) <= dayOf(before, context);
}

const hasTraditionalMeter = ({ register, context }: Update): boolean =>
  fitted(register.meters).some((it) => meterKindOf(it.details.meterType, context.market.standing) === 'traditional');
