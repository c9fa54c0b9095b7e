import { codesOf } from './code';

/** A service that was asked whether it takes an appointment. */
export const serviceProviderCodes = codesOf('service provider', {
  SP000: ['Accepted', 'IF-033', 0.95],
  SP001: ['No Contract with the Supplier', 'IF-033'],
  SP002: ['Contract Reference Not of the Supplier', 'IF-033'],
  SP003: ['Contract Reference Not for That Connection or Segment', 'IF-033'],
  SP004: ['Connection Type Not Supported', 'IF-033'],
  SP005: ['Segment Not Supported', 'IF-033', 0.8],
  SP006: ['Meter Type Not Supported', 'IF-033'],
  SP007: ['Outside the Operational Area', 'IF-033'],
  SP008: ['Address Insufficient or Invalid', 'IF-033'],
  SP009: ['Meter Not DCC Enrolled', 'IF-033', 0.85],
  SP010: ['Domestic Indicator Not Supported', 'IF-033', 0.85, 'Listed twice in the release, once as optional.'],
  SP011: ['Notice Too Short (Insufficient)', 'IF-033'],
  SP099: ['Other', 'IF-033', 0.8],
});

/** A data service that was asked, about retrieval of its readings. */
export const dataServiceCodes = codesOf('data service', {
  DS001: ['Nominated MDR Not Supported', 'IF-033 [DSAppSPRequest]'],
  DS003: ['Read Frequency Missing or Invalid', 'IF-033 [DSAppSPRequest]'],
  DS004: ['Change of MDR, Notice Too Short', 'IF-033 [DSAppSPRequest]', 0.8],
  DS005: ['Change of MDR, Date in the Past', 'IF-033 [DSAppSPRequest]', 0.85],
  DS006: ['Change of MDR, Lead Time Too Long', 'IF-033 [DSAppSPRequest]', 0.8],
});
