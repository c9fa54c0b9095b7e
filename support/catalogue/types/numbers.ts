import { z } from 'zod';
import { once } from '../once';
import { decimal, number, type Type, wholeNumber } from './make';

/* Quantities. Most travel as strings with a fixed number of decimals. */

export const flag: Type<z.ZodBoolean> = once(() => z.boolean({ error: 'true or false' }));

export const consumption = decimal(9, 3, '-', 'a number of kWh');
export const volume = decimal(9, 6, '-', 'a volume');
export const positiveVolume = decimal(9, 6, '', 'a volume');
export const totalUnits = decimal(10, 6, '', 'a volume');
export const correctionFactor = decimal(9, 9, '', 'a Group Correction Factor');
export const invoiceAmount = decimal(15, 2, '-', 'an amount');
export const charge = decimal(14, 2, '-', 'an amount');
export const rate = decimal(2, 2, '', 'a rate');
export const quantity = decimal(13, 3, '-', 'a quantity');
export const price = decimal(15, 5, '-', 'a price');

export const displayedDigits = wholeNumber('a whole number from 0 to 9', { min: 0, max: 9 });
export const settlementPeriod = wholeNumber('a Settlement Period from 1 to 50', { min: 1, max: 50 });
export const periodDuration = wholeNumber('30, in minutes', { min: 30, max: 30, multipleOf: 15 });
export const anyPeriodDuration = wholeNumber('15 or 30, in minutes', { max: 30, multipleOf: 15 });
export const componentClass = wholeNumber('a Consumption Component Class from 100 to 999', { min: 100, max: 999 });
export const componentClassOfRun = wholeNumber('a Consumption Component Class from 1 to 999', { min: 1, max: 999 });
export const count = wholeNumber('a whole number from 0 to 9999999999', { min: 0, max: 9_999_999_999 });
export const msidCount = wholeNumber('a whole number of at most 999999999', { max: 999_999_999 });
export const runNumber = number('a run number of at most 9999999', { max: 9_999_999 });
export const percentage = number('a number from 0 to 100', { min: 0, max: 100 });
export const loadShapeValue = number('a number of at most 3 decimals', { multipleOf: 0.001 });
export const siteCapacity = number('a number from 0 to 9999999999999', { min: 0, max: 9_999_999_999_999 });
export const maximumDemand = number('a number of at most 999999', { max: 999_999 });
export const daysBilled = number('a number from 0 to 31', { min: 0, max: 31 });
export const tariffCount = number('a number of at most 9999999999', { max: 9_999_999_999 });
export const totalCount = number('a number from 0 to 9999999999', { min: 0, max: 9_999_999_999 });
