import { randomBytes } from 'node:crypto';

const day = (at: Date) => at.toISOString().slice(0, 10).replaceAll('-', '');

/** A DIP transaction id (DT-014, at most 65 characters): `T-IF-031-<dipId>-<role>-<yyyymmdd>-<16 hex>`. */
export function newTransactionId(interfaceId: string, dipId: string, role: string, at: Date): string {
  return `T-${interfaceId}-${dipId}-${role}-${day(at)}-${randomBytes(8).toString('hex')}`;
}

/** A correlation id (DT-011, at most 60 characters): `CI-<yyyymmdd>-<24 hex>`. */
export function newCorrelationId(at: Date): string {
  return `CI-${day(at)}-${randomBytes(12).toString('hex')}`;
}
