import type { PartyCode } from '../roles';
import { shifted } from './calendar';
import { settlementDayProfile, type Use, utcDayProfile } from './profile';
import { maybe, type Makers, type Spot } from './spot';

/** What the schema's pattern wants behind the point; 3 where it says nothing. */
const places = ({ schema }: Spot) => Number(/\\\.\\d\{(\d+)/.exec(schema.pattern ?? '')?.[1] ?? 3);

/** kWh as the item writes them. */
const decimal = (spot: Spot, value: number) => value.toFixed(places(spot));

const cache = new WeakMap<object, Map<string, number[]>>();

/** Watt-hours of a day, made once for a sample. */
function dayOf(spot: Spot, date: string, local: boolean, use: Use): number[] {
  const { scene } = spot;
  const days = cache.get(scene) ?? new Map<string, number[]>();
  cache.set(scene, days);
  const key = `profile ${local} ${date} ${use.annual}`;
  let found = days.get(key);
  if (!found) days.set(key, (found = (local ? settlementDayProfile : utcDayProfile)(use, date, scene.draw(key))));
  return found;
}

/** kWh of the half-hour at which the place stands. */
function halfHour(spot: Spot, share = 1): number {
  const { slot, scene } = spot;
  if (!slot) return (scene.annual / 17_520) * share;
  return (dayOf(spot, slot.date, slot.local, scene)[slot.index]! / 1000) * share;
}

const isReactive = ({ scene }: Spot) => /Reactive/.test(scene.definition.event);

/** A run of half-hours that could not be read, in some samples. */
function estimated({ scene, slot }: Spot): boolean {
  if (scene.plain || !slot || !scene.has('estimates', 0.3)) return false;
  const first = scene.draw('estimated from').int(0, 40);
  return slot.index >= first && slot.index < first + scene.draw('estimated for').int(1, 7);
}

/** Who read the meter, or could not. */
const serviceOf = ({ scene }: Spot) => (scene.replayed ?? scene).sender.role;

/** Each data service marks an estimate in its own way. */
const estimates: Partial<Record<PartyCode, string>> = { ADS: 'EAE1', UMSDS: 'E' };

/** Total of a day as a load shape has it: off-peak is Settlement Periods 1 to 14, peak the rest. */
function dayTotal(spot: Spot): string {
  const { scene, name, dayIndex } = spot;
  const days = name.includes('7Day') ? [0, 1, 2, 3, 4, 5, 6] : [0];
  const [from, to] = name.includes('OffPeak') ? [0, 14] : name.includes('Peak') ? [14, 48] : [0, 48];
  const wattHours = days.flatMap((ago) =>
    dayOf(spot, shifted(scene.day, dayIndex - ago), false, scene).slice(from, to),
  );
  return decimal(spot, wattHours.reduce((sum, one) => sum + one, 0) / 1000);
}

// Many like this MPAN, in the volumes of a supplier or a BM Unit.
const market = (spot: Spot) => (spot.scene.plain ? 100 : spot.scene.draw('how many').int(50, 5000));

/** Consumption of half-hours, days and years; volumes of many MPANs in reports. */
export const useItems: Makers = [
  [/^measurementQuantityID$/, (spot) => (isReactive(spot) ? 'R' : 'A') + spot.scene.direction],
  [
    /^(v|defaultedSPConsumption|loadShapePeriodValue)$/,
    (spot) => decimal(spot, halfHour(spot, isReactive(spot) ? 0.3 : 1)),
  ],
  [/^periodMeteringSystemMeteredData$/, (spot) => decimal(spot, halfHour(spot))],
  [/^q$|QualityIndicator$/, (spot) => (estimated(spot) ? (estimates[serviceOf(spot)] ?? 'E4') : 'A')],
  [/^e$/, (spot) => (estimated(spot) ? '4' : null)],
  [/^arc$/, ({ scene }) => (/Amendment/.test(scene.definition.event) ? 'A' : null)],
  [/^defaultLoadShapeFlag$/, () => 'A'],
  [/^periodDuration$|^settlementPeriodDuration$/, () => 30],
  [/^(settlementPeriod|SettlementPeriod|settlementPeriodID)$/, ({ slot }) => (slot ? slot.index + 1 : 1)],
  [/^loadShape\w*Total$/, dayTotal],
  [
    /^(annualConsumption|annualLoadShapeTotal|supplierNominatedAnnualConsumption)$/,
    (spot) => decimal(spot, spot.scene.annual),
  ],
  [/^grossRevisedConsumption$/, (spot) => decimal(spot, spot.scene.annual / 12)],
  [/^consumptionAmendmentSupplierReference$/, maybe((spot) => `AMENDMENT-${spot.index + 1}`)],
  [
    /^settlementCode$/,
    (spot) => (spot.scene.plain ? 'SF' : spot.scene.draw('run').pick(['SF', 'R1', 'R2', 'R3', 'RF'])),
  ],
  [/^runNumber$/, (spot) => (spot.scene.plain ? 1 : spot.scene.draw('run number').int(1, 999))],
  [/^consumptionComponentIndicator$/, () => 'C'],

  [/Losses$/, (spot) => decimal(spot, halfHour(spot, market(spot) * 0.08))],
  [/^correctedComponentConsumption$/, (spot) => decimal(spot, halfHour(spot, market(spot)) * 1.01)],
  [/BasedOnEstimatedData$/, (spot) => decimal(spot, 0)],
  [/(Volume(ForChargeBand|Losses)?|Consumption|Take)$/, (spot) => decimal(spot, halfHour(spot, market(spot)))],
  [/^totalNumberEnergisedMPANs$|^MSIDCount$|MSIDs$|MSIDCount$/, market],
  [/^totalNumberDeEnergisedMPANs$/, (spot) => Math.floor(market(spot) / 50)],
];
