import { positionOfItem } from './parties';
import { digits, maybe, numbered, type Makers, type Spot } from './spot';
import { values } from './items-site';

const listed = (spot: Spot) => values(spot)[spot.index % values(spot).length];

const isCancelled = (spot: Spot) => spot.before.siteSpecificDUoSInvoiceType === 'Can';

const invoice = (spot: Spot) => `INV-${digits(spot, 6)}`;

/** Two places behind the point, or what the item's pattern has. */
const amount = (value: number, places: number) => value.toFixed(places);

const before = (spot: Spot, name: string) => Number(spot.before[name] ?? 0);

/** Invoices, publications and free text. All names, numbers and addresses are of kinds that nobody has. */
export const textItems: Makers = [
  [/Email$/, () => 'billing@example.com'],
  [/TelephoneNumber$/, () => '01632 960001'],
  [/BankSortCode$/, () => '000000'],
  [/BankAccountNumber$/, () => '00000000'],
  [/VATRegistrationNumber$/, maybe(() => 'GB000000000')],
  [/CompanyRegistrationNumber$/, () => '00000000'],
  [/ContactName$/, () => 'A. Sample'],
  [/(RegisteredName|TradingName)$/, (spot) => `Sample ${positionOfItem(spot.name)} Ltd`.replace('old ', '')],
  [/SiteID$/, (spot) => `SITE-${numbered(spot, 4)}`],
  [/^LDSOBillingCancelledInvoiceNumber$/, (spot) => (isCancelled(spot) ? invoice(spot) : null)],
  [/InvoiceNumber$/, invoice],
  [/^(chargeType|chargeBand)$/, listed],
  [/^numberOfDaysBilled$/, () => 28],
  [/^quantity$/, (spot) => amount(spot.scene.plain ? 100 : spot.draw().int(1, 900), 3)],
  [/^price$/, (spot) => amount(spot.scene.plain ? 0.25 : spot.draw().int(1, 400) / 100, 5)],
  [/^totalChargeForChargeTypeExVAT$/, (spot) => amount(before(spot, 'quantity') * before(spot, 'price'), 2)],
  [/^VATRateCode$/, () => 'S'],
  [/^VATRate$/, () => '20.00'],
  [
    /MSIDCharge$|UnitCharge$|ForChargeBand$/,
    (spot) =>
      spot.schema.pattern?.includes('{2}')
        ? amount(spot.scene.plain ? 12.5 : spot.draw().int(1, 90_000) / 100, 2)
        : undefined,
  ],
  [/^LDSOBillingSiteCapacity$/, (spot) => (spot.scene.plain ? 100 : spot.draw().int(100, 5000))],
  [/^maximumDemandInTheInvoicePeriod$/, maybe((spot) => spot.draw().int(50, 2000))],
  [/^(misalignedMultiMPANSite|defaultBMUnitFlag)$/, () => false],
  [/^BMUnitID$/, ({ scene, index }) => `2__A${scene.party('supplier').mpid}00${index}`],
  [/^demandDisconnectionEventID$/, (spot) => `DDE-${numbered(spot, 4)}`],
  [/^groupCorrectionFactor/, (spot) => amount(1 + spot.draw().int(0, 40_000_000) / 1e9, 9)],
  [/ScalingWeight$/, () => '1.00'],

  [/^distributionDeliveryURI$/, (spot) => `https://example.com/standing-data/${numbered(spot, 3)}`],
  [/^distributionVariantID$/, (spot) => `V${numbered(spot, 3)}`],
  [/VersionID$/, () => '1.0'],
  [/Format$/, maybe(() => 'CSV')],
  [/^(additionalInformation|natureof)\w*$/, maybe(() => 'A sample, not a real case.')],
  [/(Description|Name|DataUsed)$/, maybe(() => 'Sample')],
];
