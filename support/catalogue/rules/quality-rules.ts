import type { Rule } from './rule';

const stated = { level: 'must', basis: 'stated' } as const;
const inferred = { level: 'should', basis: 'inferred' } as const;

/** What value, quality, estimation reason and amendment reason of a half-hour must keep to (IF-021 and its replay). */
export const qualityRules = {
  notNegative: {
    id: 'consumption-not-negative',
    text: 'Consumption is not negative.',
    code: 'ECS1010',
    ...stated,
    source: 'ECS1010; DI-147',
  },
  minusZero: {
    id: 'consumption-without-minus-zero',
    text: 'Zero is written without a sign.',
    code: 'RCP1022',
    level: 'warning',
    basis: 'inferred',
    source: 'the published pattern allows -0.000; nobody means it',
  },
  zeroIsZero: {
    id: 'zero-estimate-is-zero',
    text: 'An estimate of type ZE is zero.',
    code: 'ECS1011',
    ...stated,
    source: 'ECS1011; DI-083',
  },
  reason: {
    id: 'estimate-has-reason',
    text: 'An estimate (E, E0 to E9, ZE, ZE1 to ZE3) gives its estimation reason.',
    code: 'ECS1015',
    ...stated,
    source: 'ECS1015; DI-076, DI-083',
  },
  advancedReason: {
    id: 'advanced-estimate-has-reason',
    text: 'An estimate of an advanced data service (EA1 to EA13, EAE1 to EAE3) gives its estimation reason.',
    code: 'ECS1015',
    ...inferred,
    source: 'ECS1015; that these are estimates is inferred from their letters',
    assumption: 'estimate-reasons',
  },
  noReason: {
    id: 'actual-has-no-reason',
    text: 'An actual value gives no estimation reason.',
    code: 'RCP1023',
    level: 'warning',
    basis: 'inferred',
    source: 'DI-076 explains why data was estimated',
  },
  reasonFits: {
    id: 'reason-fits-zero-estimate',
    text: 'ZE2 goes with reason 5 (long-term vacant), ZE3 with reason 6 (disabled).',
    code: 'RCP1023',
    ...inferred,
    source: 'names of the values of DI-076 and DI-083; inferred',
    assumption: 'estimate-reasons',
  },
  deEnergised: {
    id: 'de-energised-estimate-is-zero',
    text: 'An estimate that gives de-energised (7) as its reason is zero.',
    code: 'ECS1008',
    ...stated,
    source: 'ECS1008; DI-076',
  },
  disconnected: {
    id: 'disconnected-estimate-is-zero',
    text: 'An estimate that gives disconnected (8) as its reason is zero.',
    code: 'ECS1009',
    ...inferred,
    source: 'ECS1009; that a zero may be sent for a disconnected MPAN is inferred',
    assumption: 'estimate-reasons',
  },
  amendment: {
    id: 'amendment-has-reason',
    text: 'A value with estimation reason 9 (consumption amendment) gives the amendment reason (arc).',
    code: 'ECS1016',
    ...stated,
    source: 'ECS1016; DI-076, DI-166',
  },
  onlyAmendment: {
    id: 'amendment-reason-only-with-amendment',
    text: 'An amendment reason (arc) stands only beside estimation reason 9.',
    code: 'RCP1023',
    ...inferred,
    source: 'DI-076, DI-166; inferred from ECS1016',
    assumption: 'estimate-reasons',
  },
  advancedOnly: {
    id: 'advanced-quality-of-advanced-service',
    text: 'Quality A1 to A3, AAE, EAE and EA comes from an advanced data service (ADS) only.',
    code: 'RCP1023',
    ...stated,
    source: 'DI-083: marked as for ADS',
  },
  serviceFits: {
    id: 'quality-fits-data-service',
    text: 'Estimates are E0 to E9 and ZE1 to ZE3 from SDS, E and ZE from UMSDS, those for ADS from ADS.',
    code: 'RCP1023',
    ...inferred,
    source: 'third-party catalogue of interfaces; inferred',
    assumption: 'quality-by-data-service',
  },
} as const satisfies Record<string, Rule>;
