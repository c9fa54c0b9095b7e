import { controlErrors, errorsOf } from '../errors';
import { createLedger, type Ledger } from '../ledger';
import type { HubConfig, TenantConfig } from './config';
import { createRollingLedger } from './rolling-ledger';

const raise = errorsOf(controlErrors);
const day = 24 * 60 * 60 * 1000;
const megabyte = 1024 * 1024;

/** Of a standing hub: what stays in memory, and what a ledger on disk may grow to and how long it stays. */
const bounds = { keepBytes: 32 * megabyte, maxBytes: 256 * megabyte, keepMs: 30 * day };

/** The ledger of a tenant: whole in a run, bounded in a standing hub. A fault is told as LEDGER_NOT_WRITABLE. */
export function ledgerOf(
  { ledgerFile: file }: TenantConfig,
  { standing, keep }: Pick<HubConfig, 'standing' | 'keep'>,
  onFault: (error: Error) => void,
): Ledger {
  if (!file) return createLedger(standing ? { keepBytes: bounds.keepBytes } : {});
  const told = ({ message }: Error) => onFault(raise('LEDGER_NOT_WRITABLE', { problem: message }, file));
  if (!standing) return createLedger({ file, onFault: told });
  return createRollingLedger({
    file,
    keepBytes: bounds.keepBytes,
    maxBytes: keep.ledgerBytes ?? bounds.maxBytes,
    keepMs: keep.ledgerMs ?? bounds.keepMs,
    onFault: told,
  });
}
