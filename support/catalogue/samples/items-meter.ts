import { digits, maybe, numbered, type Makers, type Spot } from './spot';

const kinds = {
  smart: ['S2A', 'S2ADE', 'S2B', 'S2C', '2ADF'],
  traditional: ['N', 'K', 'T'],
  advanced: ['RCAMR', 'H', 'NCAMR'],
  none: ['SPECL'],
} as const;

const hex = '0123456789ABCDEF';

/** Eight pairs; the first two are zero, which no real device has. */
function guid(spot: Spot): string {
  if (spot.scene.plain) return `00-00-00-00-00-00-00-${numbered(spot, 2)}`;
  const draw = spot.scene.draw(`${spot.name} ${spot.index}`);
  const pairs = Array.from({ length: 6 }, () => hex[draw.int(0, 15)]! + hex[draw.int(0, 15)]!);
  return ['00', '00', ...pairs].join('-');
}

/** The site's meter of that number in a list, so that a reading names the meter that is there. */
const meterId = (spot: Spot) =>
  spot.scene.plain
    ? `Z26A${numbered(spot, 6)}`
    : `Z26A${String(spot.scene.draw(`meter ${spot.index}`).int(1, 999_999)).padStart(6, '0')}`;

const reading = (spot: Spot) => {
  const past = spot.scene.plain ? 1 : spot.draw().int(1, 200) / 50;
  return (spot.scene.annual * past).toFixed(3);
};

const isHistory = ({ scene }: Spot) => scene.definition.event === 'MeterHistoryUpdate';

const isCorrection = ({ scene }: Spot) => !scene.plain && /^Meter(History)?Update$/.test(scene.definition.event);

/** Actual, unless the event says that the reading was estimated or agreed. */
function method({ scene }: Spot): string {
  if (/^DSEstimate/.test(scene.definition.event)) return 'E';
  if (/^SupplierAgreed/.test(scene.definition.event)) return 'S';
  return scene.meterKind === 'traditional' ? 'C' : 'A';
}

/** Meters, communications hubs and what meters show. */
export const meterItems: Makers = [
  [/^meterID$/, meterId],
  [/^meterIDRemoved$/, (spot) => (isHistory(spot) ? meterId(spot) : `Z11A${digits(spot, 6)}`)],
  [/^modifiedMeterID$/, (spot) => (isCorrection(spot) ? `Z26B${digits(spot, 6)}` : null)],
  [/^meterType$/, (spot) => spot.scene.draw('meter type').pick<string>(kinds[spot.scene.meterKind])],
  [/^meterLocation$/, (spot) => spot.scene.draw(`location ${spot.index}`).pick(['A', 'B', 'G', 'K'])],
  [/^manufacturersMakeAndType$/, maybe(() => 'EXAMPLE METERS EM-100')],
  [/^ESMEGUID$/, (spot) => (spot.scene.meterKind === 'smart' ? guid(spot) : null)],
  [/GUID$/, maybe(guid)],
  [/^numberOfDisplayedRegisterDigits$/, maybe(() => 5, 0.8)],
  [/^meterAssetProviderID$/, () => 'MAPZ'],
  [/^(cumulative|configurable)RegisterReading$/, reading],
  [/^configurableRegisterID$/, (spot) => numbered(spot, 2)],
  [/^readingMethod$/, method],
  [/^siteVisitCheckCode$/, maybe(() => '02')],
  [/^commsHubSerialNumber$/, (spot) => `CH-${digits(spot, 8)}`],
  [/^commsHubFWVersion$/, maybe(() => '1.0.0')],
];
