import { inForce, type MeterType, meterType, otherParty } from '../../../catalogue';
import { factAt } from '../../registration/facts';
import { fitted, meterKindOf } from '../../registration/meters';
import { dayOf, type Rule, type Update } from '../update';
import { historyOf } from './request-rules';

const meterIn = ({ custom: { B906 } }: Update) => B906?.existingMeter;
const installDay = (update: Update) => {
  const date = meterIn(update)?.meterInstallationDate;
  return date === undefined ? undefined : dayOf(date, update.context);
};

/** Rules about a meter that is fitted or removed: IF-005 [MeterInstall], [MeterExchange] and [MeterRemoval]. */
export const meterRules: Readonly<Record<string, Rule>> = {
  REG1004: ({ register, custom: { B039 } }) =>
    B039 !== undefined && !fitted(register.meters).some((it) => it.details.meterID === B039.meterIDRemoved),
  REG1005: ({ register, custom: { B039 }, context }) => {
    if (!B039?.meterRemovalDate) return false;
    const gone = dayOf(B039.meterRemovalDate, context);
    const meter = register.meters.findLast((it) => it.details.meterID === B039.meterIDRemoved);
    return meter !== undefined && gone < dayOf(meter.details.meterInstallationDate, context);
  },
  REG1006: (update) => fitted(update.register.meters).some((it) => it.details.meterID === meterIn(update)?.meterID),
  REG1007: (update) => {
    const status = factAt(update.register.facts, 'B079');
    const day = installDay(update);
    return (
      status?.MPStatus === 'X' && day !== undefined && day >= dayOf(status.MPStatusEffectiveFromDate, update.context)
    );
  },
  REG1008: (update) => {
    const day = installDay(update);
    const removed = update.custom.B039?.meterRemovalDate;
    return Boolean(day && removed && day < dayOf(removed, update.context));
  },
  REG1009: ({ custom, context }) => {
    const { standing } = context.market;
    if (!standing) return false;
    return historyOf(custom.B906).some((it) => {
      const day = dayOf(it.meterAssetProviderEffectiveFromDate, context);
      return !otherParty(standing, 'MAP', it.meterAssetProviderID, day);
    });
  },
  REG1010: (update) => {
    const day = installDay(update);
    return historyOf(update.custom.B906).some(
      (it) => day !== undefined && dayOf(it.meterAssetProviderEffectiveFromDate, update.context) < day,
    );
  },
  REG1011: (update) => {
    const day = installDay(update);
    const created = update.register.facts.B079?.[0]?.from;
    return day !== undefined && created !== undefined && day < dayOf(created, update.context);
  },
  REG1029: (update) => (meterIn(update)?.modifiedMeterID ?? null) !== null,
  REG1046: (update) => isWrong(meterIn(update)?.ESMEGUID, demanded(update)?.ESMEGUID),
  REG1047: (update) =>
    demanded(update)?.displayedDigits === 'required' && meterIn(update)?.numberOfDisplayedRegisterDigits === null,
  REG1049: (update) => {
    const { standing } = update.context.market;
    const [type, day] = [meterIn(update)?.meterType, installDay(update)];
    if (!standing || type === undefined || day === undefined) return false;
    const found = meterType(standing, type);
    return !found || !inForce(found, day);
  },
  REG1097: (update) =>
    demanded(update)?.displayedDigits === 'none' && (meterIn(update)?.numberOfDisplayedRegisterDigits ?? null) !== null,
};

const isWrong = (value: string | null | undefined, demand: MeterType['ESMEGUID'] | undefined): boolean =>
  (demand === 'required' && value === null) || (demand === 'none' && typeof value === 'string');

/** What the meter's type asks of its details: by standing data, else only that a smart meter alone has an ESME GUID. */
function demanded(update: Update): Pick<MeterType, 'ESMEGUID' | 'displayedDigits'> | undefined {
  const type = meterIn(update)?.meterType;
  if (type === undefined) return undefined;
  const { standing } = update.context.market;
  if (standing) return meterType(standing, type);
  const smart = meterKindOf(type) === 'smart' && type !== 'S1';
  return { ESMEGUID: smart ? 'required' : type === 'S1' ? 'optional' : 'none', displayedDigits: 'optional' };
}
