type Block = Record<string, unknown>;

/** What adds up in reports: a total, and through which lists its parts are. Names stand without the report's number. */
const totals: readonly (readonly [total: string, parts: string])[] = [
  ['R0105.dailyTotalVolumeBasedOnActualData', 'R011.totalUncorrectedVolume'],
  ['R0105.dailyTotalVolumeBasedOnActualData', 'R012.embeddedTotalUncorrectedVolume'],
  ['R019.dailyBMUnitPeriodLevelConsumption', 'R018.uncorrectedBMUnitPeriodLevelConsumption'],
  ['R019.dailyBMUnitPeriodLevelConsumptionLosses', 'R018.uncorrectedBMUnitPeriodLevelConsumptionLosses'],
  ['R019.dailyCorrectedComponent', 'R018.correctedComponentConsumption'],
  ['R019.dailyCorrectedComponentLosses', 'R018.correctedComponentLosses'],
  ['R021.dailyUncorrectedPeriodBMUnitTotalAllocatedVolume', 'R017.R019.dailyBMUnitPeriodLevelConsumption'],
  ['R021.dailyUncorrectedPeriodBMUnitTotalAllocatedVolume', 'R020.R019.dailyBMUnitPeriodLevelConsumption'],
  ['R021.dailyPeriodBMUnitTotalAllocatedVolume', 'R017.R019.dailyCorrectedComponent'],
  ['R021.dailyPeriodBMUnitTotalAllocatedVolume', 'R020.R019.dailyCorrectedComponent'],
  ['R023.dailyBMUnitAllocatedDemandDisconnectionVolume', 'R022.BMUnitAllocatedDemandDisconnectionVolume'],
  ['R023.dailyBMUnitAllocatedDemandDisconnectionVolumeLosses', 'R022.BMUnitAllocatedDemandDisconnectionVolumeLosses'],
  ['R025.dailySupplierDeemedTakeforSettlementDay', 'R026.supplierDeemedTake'],
  ['R034.dailyUncorrectedBMUnitPeriodLevelConsumption', 'R033.uncorrectedBMUnitPeriodLevelConsumption'],
  ['R034.dailyBMUnitPeriodLevelConsumptionLosses', 'R033.uncorrectedBMUnitPeriodLevelConsumptionLosses'],
  ['R107.dailyAdvancedDemandDisconnectionVolume', 'R106.supplierAdvancedDemandDisconnectionVolume'],
  ['R107.dailyAdvancedDemandDisconnectionVolumeLosses', 'R106.supplierAdvancedDemandDisconnectionVolumeLosses'],
  ['R107.dailyBMUnitDemandDisconnectionVolume', 'R106.BMUnitDemandDisconnectionVolume'],
  ['R107.dailyBMUnitDemandDisconnectionVolumeLosses', 'R106.BMUnitDemandDisconnectionVolumeLosses'],
  ['dailyTotalMSIDCount', 'R901-07.dailyTariffNumberOfMSIDs'],
  ['dailyTotalMSIDCharge', 'R901-07.dailyTariffMSIDCharge'],
  ['dailyTotalUnitVolume', 'R901-07.R901-08.dailyUncorrectedVolumeForChargeBand'],
  ['dailyTotalUnitCharge', 'R901-07.R901-08.totalVolumeChargeForChargeBand'],
  ['totalInvoiceAmountExVAT', 'R900-05.totalChargeForChargeTypeExVAT'],
];

const isBlock = (value: unknown): value is Block =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const plainName = (name: string) => name.replace(/^REP\d+[A-Z]?-/, '');

/** Everything at a path of names, through lists. */
function through(value: unknown, names: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => through(one, names));
  const [first, ...rest] = names;
  if (first === undefined) return [value];
  if (!isBlock(value)) return [];
  const key = Object.keys(value).find((name) => plainName(name) === first);
  return key === undefined ? [] : through(value[key], rest);
}

/** The value in the form of another: a number, or a text with as many decimals. */
const like = (form: unknown, value: number) =>
  typeof form === 'string' ? value.toFixed(/\.(\d+)$/.exec(form)?.[1]?.length ?? 0) : value;

function add(values: readonly unknown[]): number {
  // Whole millionths, in which no fraction is lost.
  return values.reduce<number>((sum, one) => sum + Math.round(Number(one ?? 0) * 1e6), 0) / 1e6;
}

function set(block: Block, names: readonly string[], sum: number): void {
  const item = names.at(-1)!;
  for (const holder of through(block, names.slice(0, -1)).filter(isBlock)) {
    if (holder[item] !== undefined && holder[item] !== null) holder[item] = like(holder[item], sum);
  }
}

/** Puts into one block the totals of the lists that stand in it. */
function sumBlock(block: Block): void {
  const lists = new Set(
    Object.keys(block)
      .filter((name) => typeof block[name] === 'object')
      .map(plainName),
  );
  if (lists.size === 0) return;
  for (const [total, parts] of totals) {
    const names = parts.split('.');
    if (lists.has(names[0]!)) set(block, total.split('.'), add(through(block, names)));
  }
  if (block.totalInvoiceVAT === undefined) return;
  const net = Number(block.totalInvoiceAmountExVAT);
  const tax = Math.round(net * 20) / 100;
  Object.assign(block, { totalInvoiceVAT: tax.toFixed(2), totalInvoiceAmountIncVAT: (net + tax).toFixed(2) });
}

/** Puts every total of a report in, in place, from the innermost outwards. */
export function sumUp(report: unknown): void {
  if (Array.isArray(report)) return report.forEach(sumUp);
  if (!isBlock(report)) return;
  Object.values(report).forEach(sumUp);
  sumBlock(report);
}
