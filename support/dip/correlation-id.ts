import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const form = /^CI-(\d{8}-[0-9a-f]{10})[0-9a-f]{6}([0-9a-f]{8})$/;

/** Issues correlation ids, and knows them again without remembering any. */
export interface CorrelationIds {
  /** `CI-<yyyymmdd>-<24 hex>` (DT-011 allows 60 characters); the day is that of `at`, in UTC. */
  issue(at: Date): string;
  /** Whether an id was issued with this key. Exact: neither the case nor the day may differ. */
  issued(id: string): boolean;
}

/**
 * Ten hex digits name the maker, six count, the last eight check day and maker under the key, which has to outlive a
 * restart of the DIP: one check for all ids of a day.
 */
export function createCorrelationIds(key: Buffer): CorrelationIds {
  const maker = randomBytes(5).toString('hex');
  let count = randomBytes(3).readUIntBE(0, 3);
  let last = { about: '', check: '' };

  function check(about: string): string {
    if (last.about === about) return last.check;
    const found = createHmac('sha256', key).update(about).digest('hex').slice(0, 8);
    last = { about, check: found };
    return found;
  }

  return {
    issue(at) {
      const about = `${at.toISOString().slice(0, 10).replaceAll('-', '')}-${maker}`;
      count = (count + 1) % 0x1000000;
      return `CI-${about}${count.toString(16).padStart(6, '0')}${check(about)}`;
    },
    issued(id) {
      const [, about, given] = form.exec(id) ?? [];
      return about !== undefined && timingSafeEqual(Buffer.from(given!), Buffer.from(check(about)));
    },
  };
}
