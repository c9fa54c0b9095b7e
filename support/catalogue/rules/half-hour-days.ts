import { customOf, type RuleMessage } from './rule';

/** One half-hour of consumption, as IF-021 has it; other interfaces leave some of it out. */
export interface Period {
  sp: string;
  v: string;
  q: string;
  e: string | null;
  arc: string | null;
}

interface SettlementDay {
  settlementDayDate: string;
}

interface Blocks {
  B900: { settlementDayConsumptionPeriods: { settlementDay: SettlementDay; consumptionPeriods: Period[] }[] };
  B920List: {
    settlementDayConsumptionPeriods: {
      settlementDay: SettlementDay;
      defaultedConsumptionPeriods: { settlementPeriodEffectiveToDateTime: string }[];
    }[];
  }[];
  B941List: { settlementDay: SettlementDay; MDRConsumptionPeriods: { sp: string }[] }[];
  B903List: {
    settlementDay?: SettlementDay;
    LSGSettlementPeriods?: { LSGroup?: object; LSGroupSettlementPeriods?: { sp: string }[] }[];
  }[];
}

/** The half-hours that a message gives of one UTC day. */
export interface HalfHourDay {
  /** Path of the date of the day. */
  dayPath: string;
  /** Path of the list of half-hours. */
  path: string;
  /** The date as it was sent. */
  date: string;
  /** Days of one series belong together: of one MPAN and quantity, of one load shape. */
  series: string;
  /** Name of the item that stamps the end. */
  stamp: 'sp' | 'settlementPeriodEffectiveToDateTime';
  periods: readonly object[];
}

type Reader = (message: RuleMessage) => HalfHourDay[];

/** Days of B900: IF-014, IF-016, IF-021. */
export const consumptionDays: Reader = (message) =>
  (customOf<Blocks>(message).B900?.settlementDayConsumptionPeriods ?? []).map((day, i) => {
    const at = `CustomBlock.B900.settlementDayConsumptionPeriods[${i}]`;
    return {
      dayPath: `${at}.settlementDay.settlementDayDate`,
      path: `${at}.consumptionPeriods`,
      date: day.settlementDay.settlementDayDate,
      series: '',
      stamp: 'sp',
      periods: day.consumptionPeriods,
    };
  });

/** Days of B920List: IF-013 and its replay. */
const defaultedDays: Reader = (message) =>
  (customOf<Blocks>(message).B920List ?? []).flatMap((group, g) =>
    group.settlementDayConsumptionPeriods.map((day, i) => {
      const at = `CustomBlock.B920List[${g}].settlementDayConsumptionPeriods[${i}]`;
      return {
        dayPath: `${at}.settlementDay.settlementDayDate`,
        path: `${at}.defaultedConsumptionPeriods`,
        date: day.settlementDay.settlementDayDate,
        series: `${g}`,
        stamp: 'settlementPeriodEffectiveToDateTime' as const,
        periods: day.defaultedConsumptionPeriods,
      };
    }),
  );

/** Days of B941List: IF-064. */
const retrievedDays: Reader = (message) =>
  (customOf<Blocks>(message).B941List ?? []).map((day, i) => ({
    dayPath: `CustomBlock.B941List[${i}].settlementDay.settlementDayDate`,
    path: `CustomBlock.B941List[${i}].MDRConsumptionPeriods`,
    date: day.settlementDay.settlementDayDate,
    series: '',
    stamp: 'sp',
    periods: day.MDRConsumptionPeriods,
  }));

/** Days of B903List: IF-022, in which the release lets every part be left out. */
const loadShapeDays: Reader = (message) =>
  (customOf<Blocks>(message).B903List ?? []).flatMap((day, i) =>
    (day.LSGSettlementPeriods ?? []).flatMap((group, g) => {
      if (!day.settlementDay || !group.LSGroupSettlementPeriods) return [];
      return {
        dayPath: `CustomBlock.B903List[${i}].settlementDay.settlementDayDate`,
        path: `CustomBlock.B903List[${i}].LSGSettlementPeriods[${g}].LSGroupSettlementPeriods`,
        date: day.settlementDay.settlementDayDate,
        series: JSON.stringify(group.LSGroup),
        stamp: 'sp' as const,
        periods: group.LSGroupSettlementPeriods,
      };
    }),
  );

/** Every day of half-hours in a message, for the interfaces that have them. */
export function halfHourDaysOf(message: RuleMessage): HalfHourDay[] {
  const custom = customOf<Blocks>(message);
  if (custom.B900) return consumptionDays(message);
  if (custom.B920List) return defaultedDays(message);
  return custom.B941List ? retrievedDays(message) : loadShapeDays(message);
}
