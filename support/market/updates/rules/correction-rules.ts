import { fitted, type HeldMeter } from '../../registration/meters';
import { standing } from '../sender';
import { dayOf, type Rule, type Update } from '../update';

/** The meter that a correction is about: of a history one that is gone, else one that is fitted. */
function subject({ register, event, custom: { B906 } }: Update): HeldMeter | undefined {
  const gone = event === 'MeterHistoryUpdate';
  return register.meters.findLast(
    (it) => (it.removed !== null) === gone && it.details.meterID === B906?.existingMeter.meterID,
  );
}

/** Rules about details that are corrected: IF-005 [MeterUpdate] and [MeterHistoryUpdate]. */
export const correctionRules: Readonly<Record<string, Rule>> = {
  /** A former Metering Service may correct the location alone. */
  REG0008: (update) => {
    const before = subject(update)?.details;
    const asked = update.custom.B906?.existingMeter;
    if (standing(update, 'metering') !== 'former' || !before || !asked) return false;
    const { modifiedMeterID, ...now } = asked;
    return modifiedMeterID !== null || !sameBut('meterLocation', before, now);
  },
  REG1012: (update) => {
    const who = standing(update, 'metering');
    return who === 'none' || (who === 'former' && update.event === 'MeterHistoryUpdate');
  },
  REG1013: ({ register, custom: { B906 } }) => {
    const id = B906?.existingMeter.modifiedMeterID ?? null;
    return id !== null && fitted(register.meters).some((it) => it.details.meterID === id);
  },
  REG1015: (update) => update.custom.B906 !== undefined && !subject(update) && !isFitted(update),
  REG1016: ({ custom: { B906, B039 } }) =>
    B906 !== undefined && B039 !== undefined && B906.existingMeter.meterID !== B039.meterIDRemoved,
  REG1017: (update) => {
    const asked = update.custom.B906?.existingMeter;
    const before = subject(update)?.details;
    if (!asked || !before || asked.modifiedMeterID === null) return false;
    const day = (date: string) => dayOf(date, update.context);
    return day(asked.meterInstallationDate) !== day(before.meterInstallationDate);
  },
  REG1018: (update) => !subject(update) && isFitted(update),
};

const isFitted = ({ register, event, custom: { B906 } }: Update): boolean =>
  event === 'MeterHistoryUpdate' &&
  fitted(register.meters).some((it) => it.details.meterID === B906?.existingMeter.meterID);

function sameBut(but: string, a: object, b: object): boolean {
  const rest = (it: object) =>
    JSON.stringify(
      Object.entries(it)
        .filter(([key]) => key !== but)
        .sort(),
    );
  return rest(a) === rest(b);
}
