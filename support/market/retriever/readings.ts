import { type CustomBlocks, effectiveFrom, instant, sampleMessage } from '../../catalogue';
import { addDays, today } from '../calendar';
import type { Context } from '../types';

type Custom = Partial<CustomBlocks>;
type Quantity = CustomBlocks['B045']['measurementQuantityID'];

const dayMs = 24 * 60 * 60 * 1000;

/** The day named, else the day before today. */
export const dayOrYesterday = (date: string | undefined, context: Context): string =>
  date ?? addDays(today(context), -1);

/** The moment at which that day begins, or today does, as the wire has it. */
export const beginOf = (date: string | undefined, context: Context): string =>
  effectiveFrom(date ?? today(context), context.market.effectiveDatesBeginAt);

/** Which quantity a flow of energy is measured in: active or reactive, import or export. */
export function quantity(direction: 'I' | 'E', reactive = false): Quantity {
  if (reactive) return direction === 'E' ? 'RE' : 'RI';
  return direction === 'E' ? 'AE' : 'AI';
}

/** The 48 half-hours of a UTC day (`YYYY-MM-DD`), as the samples of the catalogue draw them: invented, always the same. */
export function halfHoursOf(
  name: { interface: 'IF-013' | 'IF-014' | 'IF-021' | 'IF-064'; event: string },
  date: string,
  { self, mpan }: Pick<Context, 'self' | 'mpan'>,
): Custom {
  const at = new Date(`${addDays(date, 1)}T06:00:00Z`);
  const role = self.role;
  return sampleMessage(name.interface, name.event, { mpan, at, role, from: self.dipId }).CustomBlock ?? {};
}

/** The reading of a register in kWh at a moment of the wire: invented, never falling. */
export function registerReading(at: string, mpan: string): string {
  const days = (instant(at) ?? 0) / dayMs;
  const wh = Math.floor(days * 7400) + Number(mpan.slice(-7));
  return (wh / 1000).toFixed(3);
}

/** B064List and B065List of one meter, read or estimated at a moment of the wire. */
export function readingBlocks(
  meterID: string,
  at: string,
  mpan: string,
  readingMethod: CustomBlocks['B064']['readingMethod'] = 'A',
): Pick<CustomBlocks, 'B064List' | 'B065List'> {
  const cumulativeRegisterReading = registerReading(at, mpan);
  return {
    B064List: [
      {
        ...{ meterID, cumulativeRegisterReading, cumulativeRegisterReadingDateTime: at },
        ...{ readingMethod, siteVisitCheckCode: null },
      },
    ],
    B065List: registersOf(meterID, at, mpan),
  };
}

/** B065List: the one register of a test meter. */
export function registersOf(meterID: string, at: string, mpan: string): CustomBlocks['B065List'] {
  return [
    {
      ...{ meterID, configurableRegisterReadingDate: at, configurableRegisterID: '01' },
      configurableRegisterReading: registerReading(at, mpan),
    },
  ];
}

/** The id of the meter that is listed first; a test meter's where none is. */
export const meterIdOf = (ids: readonly string[], mpan: string): string => ids[0] ?? `E${mpan.slice(-9)}`;
