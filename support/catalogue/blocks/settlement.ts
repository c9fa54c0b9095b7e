import { anyOf, blockOf, listOf, maybe } from '../block';
import { settlementItemBlocks as r } from './settlement-items';

/* From the innermost list outwards; the release requires the parts of the first two only. */

const usOfTariff = blockOf({ R010: maybe(r.R010), 'REP002-R011': anyOf(r.R011), R0105: maybe(r.R0105) });
const usOfGroup = blockOf({ R013: r.R013, 'REP002-R010': listOf(usOfTariff) });
const usOfDistributor = blockOf({ R027: r.R027, 'REP002-R013': listOf(usOfGroup) });

const embeddedTariff = blockOf({ R010: maybe(r.R010), 'REP002A-R012': anyOf(r.R012), R0105: maybe(r.R0105) });
const embedded = blockOf({ R006: maybe(r.R006), 'REP002A-R010': anyOf(embeddedTariff) });

const supplierTariff = blockOf({ R010: maybe(r.R010), 'REP002B-R011': anyOf(r.R011), R0105: maybe(r.R0105) });
const supplierUse = blockOf({ R009: maybe(r.R009), 'REP002B-R010': anyOf(supplierTariff) });

const component = blockOf({ R017: maybe(r.R017), R019: maybe(r.R019), 'REP003-R018': anyOf(r.R018) });
const disconnection = blockOf({ R051: maybe(r.R051), 'REP003-R022': anyOf(r.R022), R023: maybe(r.R023) });
const unit = blockOf({
  R016: maybe(r.R016),
  'REP003-R017': anyOf(component),
  R021: maybe(r.R021),
  'REP003-R051': anyOf(disconnection),
});
const supplierTake = blockOf({ R015: maybe(r.R015), 'REP003-R016': anyOf(unit) });

const componentA = blockOf({ R020: maybe(r.R020), R019: maybe(r.R019), 'REP003A-R018': anyOf(r.R018) });
const unitA = blockOf({
  R016: maybe(r.R016),
  'REP003A-R020': anyOf(componentA),
  R021: maybe(r.R021),
  'REP003A-R051': anyOf(disconnection),
});
const supplierTakeA = blockOf({ R015: maybe(r.R015), 'REP003A-R016': anyOf(unitA) });

const deemedTake = blockOf({ R009: maybe(r.R009), 'REP004-R026': anyOf(r.R026), 'REP004-R025': anyOf(r.R025) });

const unitComponent = blockOf({ R003: maybe(r.R003), 'REP006-R033': anyOf(r.R033), R034: maybe(r.R034) });
const unitDisconnection = blockOf({ R051: maybe(r.R051), 'REP006-R106': anyOf(r.R106), R107: maybe(r.R107) });
const plainUnit = blockOf({
  R032: maybe(r.R032),
  'REP006-R003': anyOf(unitComponent),
  'REP006-R051': anyOf(unitDisconnection),
});
const supplierUnits = blockOf({ R015: maybe(r.R015), 'REP006-R032': anyOf(plainUnit) });

const defaultsOfGroup = blockOf({ R013: maybe(r.R013), 'REP007-R036': anyOf(r.R036) });

const readingsOfGroup = blockOf({ R013: maybe(r.R013), 'REP009-R068': anyOf(r.R068) });
const readingsOfSupplier = blockOf({ R015: maybe(r.R015), 'REP009-R013': anyOf(readingsOfGroup) });

/** Blocks of the settlement reports, REP-002 to REP-009. */
export const settlementBlocks = {
  ...r,
  'REP002-R027': usOfDistributor,
  'REP002-R013': usOfGroup,
  'REP002-R010': usOfTariff,
  'REP002A-R006': embedded,
  'REP002A-R010': embeddedTariff,
  'REP002B-R009': supplierUse,
  'REP002B-R010': supplierTariff,
  'REP003-R015': supplierTake,
  'REP003-R016': unit,
  'REP003-R017': component,
  'REP003-R051': disconnection,
  'REP003A-R015': supplierTakeA,
  'REP003A-R016': unitA,
  'REP003A-R020': componentA,
  'REP003A-R051': disconnection,
  'REP004-R009': deemedTake,
  'REP006-R015': supplierUnits,
  'REP006-R032': plainUnit,
  'REP006-R003': unitComponent,
  'REP006-R051': unitDisconnection,
  'REP007-R013': defaultsOfGroup,
  'REP009-R015': readingsOfSupplier,
  'REP009-R013': readingsOfGroup,
};
