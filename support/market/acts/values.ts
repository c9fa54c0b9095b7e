/**
 * What arguments of acts are made of. The description says to people what may be written; the words that steps know for
 * it are read by the World.
 */
import { z } from 'zod';

/** Ten digits. */
export const dipId = z.string().length(10).describe('a DIP ID');

/** Four capital letters. */
export const mpid = z
  .string()
  .regex(/^[A-Z]{4}$/)
  .describe('an MPID');

/** A party by both of its names. */
export const party = z.object({ dipId, mpid }).describe('a party (`{ dipId, mpid }`)');

/** A local calendar date; `effectiveFrom` of the catalogue turns it into a date-time of the wire. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('a date');

/** The id that CSS gives a registration. */
export const registrationId = z.string().max(36).describe('the registration id of a switch');

export const segment = z.enum(['S', 'A', 'U']);

export const meteringServices = ['MSS', 'MSA', 'UMSO'] as const;
export const dataServices = ['SDS', 'ADS', 'UMSDS'] as const;
