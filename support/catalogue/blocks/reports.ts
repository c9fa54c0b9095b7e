import { anyOf, blockOf, maybe } from '../block';
import { billingBlocks as b } from './billing';
import { settlementBlocks as r } from './settlement';

/** Blocks that stand in a report only. */
export const reportParts = { ...r, ...b };

const run = { R007: maybe(r.R007), R002: maybe(r.R002) };
const distributor = { R027: maybe(r.R027) };
const group = { R013: maybe(r.R013) };
const duration = { R103: maybe(r.R103) };

/** What a report holds once it is unpacked, by interface. The release requires none of the parts. */
export const contentParts = {
  'REP-002': blockOf({ ...run, R009: maybe(r.R009), 'REP002-R027': anyOf(r['REP002-R027']) }),
  'REP-002A': blockOf({ ...distributor, ...group, ...run, 'REP002A-R006': anyOf(r['REP002A-R006']) }),
  'REP-002B': blockOf({ ...distributor, ...group, ...run, 'REP002B-R009': anyOf(r['REP002B-R009']) }),
  'REP-003': blockOf({
    ...{ ...group, ...run, ...duration },
    'REP003-R015': anyOf(r['REP003-R015']),
    'REP003-R024': anyOf(r.R024),
  }),
  'REP-003A': blockOf({
    ...{ ...group, ...run, ...duration },
    'REP003A-R015': anyOf(r['REP003A-R015']),
    'REP003A-R024': anyOf(r.R024),
  }),
  'REP-004': blockOf({ ...group, ...run, 'REP004-R009': maybe(r['REP004-R009']) }),
  'REP-006': blockOf({ ...group, ...run, 'REP006-R015': anyOf(r['REP006-R015']) }),
  'REP-007': blockOf({ ...run, 'REP007-R013': anyOf(r['REP007-R013']) }),
  'REP-008': blockOf({ R002: maybe(r.R002), ...group, ...distributor, R039: maybe(r.R039) }),
  'REP-009': blockOf({ R002: maybe(r.R002), 'REP009-R015': maybe(r['REP009-R015']) }),
  'REP-900': blockOf({
    'R900-01': maybe(b['R900-01']),
    'R900-02': maybe(b['R900-02']),
    'R900-03': anyOf(b['R900-03']),
  }),
  'REP-901': blockOf({
    'R901-01': maybe(b['R901-01']),
    'R901-02': maybe(b['R901-02']),
    'R901-03': anyOf(b['R901-03']),
  }),
};

/**
 * The contents by the names that they have as blocks: in a message they stand under the key `schema`, which the release
 * has there to name them and not to be filled.
 */
export const contentBlocks = {
  'REP-002-CustomBlock': contentParts['REP-002'],
  'REP-002A-CustomBlock': contentParts['REP-002A'],
  'REP-002B-CustomBlock': contentParts['REP-002B'],
  'REP-003-CustomBlock': contentParts['REP-003'],
  'REP-003A-CustomBlock': contentParts['REP-003A'],
  'REP-004-CustomBlock': contentParts['REP-004'],
  'REP-006-CustomBlock': contentParts['REP-006'],
  'REP-007-CustomBlock': contentParts['REP-007'],
  'REP-008-CustomBlock': contentParts['REP-008'],
  'REP-009-CustomBlock': contentParts['REP-009'],
  'REP-900-CustomBlock': contentParts['REP-900'],
  'REP-901-CustomBlock': contentParts['REP-901'],
};
