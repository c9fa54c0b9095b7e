import { digits, maybe, numbered, type Makers, type Spot } from './spot';

/** What all items of a sample that ask the same question answer alike. */
const same = (spot: Spot, question: string) => spot.scene.draw(`${question} ${spot.index}`);

/** One of the listed values, the same wherever the sample asks and another in each entry of a list. */
function shared(spot: Spot): unknown {
  const listed = values(spot);
  const first = spot.scene.draw(spot.name).int(0, listed.length - 1);
  return listed[(first + spot.index) % listed.length];
}

/** The values of a list without the mask that the DIP may put in their place. */
export const values = ({ schema }: Spot) => (schema.enum ?? []).filter((value) => value !== 'x');

const has = (words: RegExp) => (spot: Spot) => words.test(spot.scene.definition.event);

const streets = ['Example Street', 'Sample Road', 'Specimen Lane', 'Test Avenue', 'Placeholder Close'];

/** Invented addresses, never one that exists. */
function addressLine(spot: Spot): string | null {
  const line = spot.name.at(-1);
  if (line === '1') {
    const draw = same(spot, 'address');
    return `${draw.int(1, 180)} ${draw.pick(streets)}`;
  }
  if (spot.scene.plain) return null;
  if (line === '2') return spot.scene.has('flat', 0.2) ? 'Flat 1' : null;
  return { '8': 'Sampletown', '9': 'Exampleshire' }[line ?? ''] ?? null;
}

const postcode = (spot: Spot) => {
  const draw = same(spot, 'postcode');
  return `ZZ${spot.scene.plain ? 99 : draw.int(10, 99)} ${spot.scene.plain ? 9 : draw.int(1, 9)}ZZ`;
};

const isTraditional = ({ scene }: Spot) => scene.meterKind === 'traditional';

const connection = { S: ['W'], A: ['L', 'H', 'E'], U: ['U'] } as const;

function energisation(spot: Spot): string {
  if (has(/DeEnergised|Disconnection/)(spot)) return 'D';
  return has(/^EnergisationStatus/)(spot) && !spot.scene.plain ? spot.scene.draw('energised').pick(['E', 'D']) : 'E';
}

/** Where the MPAN is, how it is connected and what has been agreed about it. */
export const siteItems: Makers = [
  [/AddressLine\d$/i, addressLine],
  [/Postcode$/i, postcode],
  [/^(loadShape)?GSPGroupID$/, shared],
  [/^(connectionTypeIndicator)$/, (spot) => same(spot, spot.name).pick(connection[spot.scene.segment])],
  [/^marketSegmentIndicator$/, ({ scene }) => scene.segment],
  [/energyDirection$/i, ({ scene }) => scene.direction],
  [/^meteredIndicator$/, ({ scene }) => scene.segment !== 'U'],
  [/^energisationStatus$/, energisation],
  [/^loadShapeDomesticPremiseIndicator$/, ({ scene }) => (scene.domestic ? 'T' : 'F')],
  [/domestic(Premise)?Indicator$/i, ({ scene }) => scene.domestic],
  [/^DUOSTariffID$/i, (spot) => (spot.scene.plain ? numbered(spot, 3) : digits({ ...spot, path: 'tariff' }, 3))],
  [/onsentGranularity$/, (spot) => (spot.scene.segment === 'A' ? 'H' : shared({ ...spot, name: 'consent' }))],
  [/^appointmentScenario$|^deAppointmentReasonCode$/, shared],
  [
    /^contractReference/,
    maybe((spot) => `CONTRACT-${spot.scene.plain ? 1 : same(spot, 'contract').int(1, 9999)}`, 0.7),
  ],
  [/^traditionalFallBackReadFrequency$/, (spot) => (isTraditional(spot) ? shared(spot) : null)],
  [/^DCCServiceFlag$/, ({ scene }) => (scene.meterKind === 'smart' ? 'A' : 'N')],
  [/^SMSOID$/, maybe(() => 'SMSO', 0.6)],
  [/^profileClass$/, (spot) => (isTraditional(spot) ? '01' : null)],
  [/^SSC$/, (spot) => (isTraditional(spot) ? '0393' : null)],
  [/^MPStatus$/, (spot) => shared(spot)],
];
