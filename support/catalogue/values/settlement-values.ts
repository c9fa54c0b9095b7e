import { inferred, stated, type ValueTable } from './value';

/** Items about settlement runs and the invoices of a distributor. */
export const settlementValues: ValueTable = {
  settlementCode: stated({
    II: 'interim initial settlement',
    SF: 'initial settlement',
    R1: 'first reconciliation',
    R2: 'second reconciliation',
    R3: 'third reconciliation',
    RF: 'final reconciliation',
    DR: 'dispute',
    DF: 'final dispute',
  }),
  // The release misspells this value; it is sent as published.
  LDSOBillingInvoiceType: inferred({ 'Site Specifc DUoS': 'use of system charges of one site' }),
  siteSpecificDUoSInvoiceType: stated({ New: 'new', Can: 'cancellation', Reb: 'rebilled' }),
  chargeType: inferred({
    FIXED: 'fixed charge',
    CAPAC: 'capacity charge',
    XSCAP: 'exceeded capacity charge',
    REACT: 'reactive power charge',
    RED: 'unit charge, red time band',
    AMBER: 'unit charge, amber time band',
    GREEN: 'unit charge, green time band',
    YELLO: 'unit charge, yellow time band',
    BLACK: 'unit charge, black time band',
    SUPER: 'unit charge, super-red time band',
    ZERO: 'no charge',
  }),
  VATRateCode: stated({ E: 'exempt', S: 'standard rate', Z: 'zero rate', N: 'not applicable' }),
  chargeBand: inferred({
    red: 'red time band',
    amber: 'amber time band',
    green: 'green time band',
    black: 'black time band',
    yellow: 'yellow time band',
  }),
};
