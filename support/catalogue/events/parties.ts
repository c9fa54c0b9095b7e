import type { RoleCode } from '../roles';

/*
 * Groups of roles that senders and recipients share.
 */

export const meteringServices = ['MSS', 'MSA', 'UMSO'] as const satisfies RoleCode[];
export const meteredServices = ['MSS', 'MSA'] as const satisfies RoleCode[];
export const dataServices = ['SDS', 'ADS', 'UMSDS'] as const satisfies RoleCode[];
export const meteredDataServices = ['SDS', 'ADS'] as const satisfies RoleCode[];
/** The central systems that follow the register. */
export const central = ['MDS', 'EES'] as const satisfies RoleCode[];
