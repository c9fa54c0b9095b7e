import { inferred, masked, stated, type ValueTable } from './value';

const direction = stated({ I: 'import', E: 'export' });
const consent = stated({ H: 'half-hourly', D: 'daily readings only', M: 'monthly readings only', N: 'no consent' });
// Names of the regions are those of the market; the release lists the letters only.
const groups = inferred({
  _A: 'Eastern',
  _B: 'East Midlands',
  _C: 'London',
  _D: 'Merseyside and North Wales',
  _E: 'West Midlands',
  _F: 'North Eastern',
  _G: 'North Western',
  _H: 'Southern',
  _J: 'South Eastern',
  _K: 'South Wales',
  _L: 'South Western',
  _M: 'Yorkshire',
  _N: 'South Scotland',
  _P: 'North Scotland',
});

/** Items about an MPAN, its appointments, and the messages themselves. */
export const marketValues: ValueTable = {
  environmentTag: inferred({
    PRD: 'production',
    SITB: 'systems integration testing, second environment',
    SIT: 'systems integration testing',
    UIT: 'user integration testing, with Qualification and Sandbox',
    DEV: 'development',
  }),
  responseCode: { ...stated({ A: 'accepted', R: 'rejected', L: 'lapsed', W: 'warning' }), ...masked },
  connectionTypeIndicator: stated({
    W: 'whole current',
    L: 'low voltage with current transformer',
    H: 'high voltage with current transformer',
    E: 'extra high voltage with current transformer',
    U: 'unmetered',
  }),
  consentGranularity: { ...consent, ...masked },
  supplierProposedConsentGranularity: { ...consent, ...masked },
  DCCServiceFlag: stated({ A: 'active', I: 'installed', N: 'not active' }),
  energisationStatus: stated({ D: 'de-energised', E: 'energised', U: 'undefined' }),
  energyDirection: direction,
  linkedMPANEnergyDirection: direction,
  DUoSTariffEnergyDirection: inferred({ I: 'import', E: 'export' }),
  GSPGroupID: groups,
  loadShapeGSPGroupID: groups,
  marketSegmentIndicator: stated({ U: 'unmetered', S: 'smart, traditional meters among them', A: 'advanced' }),
  RMPStatus: stated({ O: 'operational', C: 'created', T: 'terminated' }),
  MPStatus: stated({ N: 'new', R: 'registered', T: 'traded', X: 'disconnected' }),
  IHDInstallStatus: stated({
    I: 'installed',
    D: 'declined by the customer',
    E: 'one was there already',
    F: 'installation failed',
  }),
  traditionalFallBackReadFrequency: {
    ...stated({ W: 'weekly', F: 'fortnightly', M: 'monthly', Q: 'quarterly', S: 'every six months', A: 'yearly' }),
    ...masked,
  },
  appointmentScenario: stated({
    COS: 'change of supplier',
    CSP: 'change of service provider',
    USP: 'update of the present appointment',
    SEG: 'change of connection type or market segment',
    MCA: 'migration with change of agent',
    MCS: 'migration with change of supplier',
    ALG: 'automatic alignment with a leading MPAN',
  }),
  deAppointmentReasonCode: stated({
    CSUPP: 'change of supplier',
    CSERV: 'change of service provider',
    DEREG: 'registration terminated by CSS',
    CSEGM: 'change of market segment',
    CCONN: 'change of connection type',
    IMPEXP: 'alignment of a linked import and export MPAN',
    RELATED: 'alignment of a related MPAN',
  }),
};
