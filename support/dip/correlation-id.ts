import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const form = /^CI-(\d{8}-[0-9a-f]{16})([0-9a-f]{8})$/;

/** Issues correlation ids, and knows them again without remembering any. */
export interface CorrelationIds {
  /** `CI-<yyyymmdd>-<24 hex>` (DT-011 allows 60 characters); the day is that of `at`, in UTC. */
  issue(at: Date): string;
  /** Whether an id was issued with this key. Exact: neither the case nor the day may differ. */
  issued(id: string): boolean;
}

/** The last eight hex digits check the rest under the key, which has to outlive a restart of the DIP. */
export function createCorrelationIds(key: Buffer): CorrelationIds {
  const check = (rest: string) => createHmac('sha256', key).update(rest).digest('hex').slice(0, 8);
  return {
    issue(at) {
      const rest = `${at.toISOString().slice(0, 10).replaceAll('-', '')}-${randomBytes(8).toString('hex')}`;
      return `CI-${rest}${check(rest)}`;
    },
    issued(id) {
      const [, rest, given] = form.exec(id) ?? [];
      return rest !== undefined && timingSafeEqual(Buffer.from(given!), Buffer.from(check(rest)));
    },
  };
}
