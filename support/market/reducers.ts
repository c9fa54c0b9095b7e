import { type RoleCode, roles } from '../catalogue';
import { dataService } from './services/data-service';
import { marketWideDataService } from './records/market-wide-data-service';
import { meterDataRetriever } from './retriever/retriever';
import { meteringService } from './services/metering-service';
import { observer } from './records/observer';
import { registration } from './registration/registration';
import { supplier } from './supplier/supplier';
import type { Reducer } from './types';

/** The behaviour of a role. Roles without a part of their own take copies. */
export function reducerFor(role: RoleCode): Reducer<unknown> {
  if (role === 'SUP') return supplier as Reducer<unknown>;
  if (role === 'REGS') return registration as Reducer<unknown>;
  if (roles[role].kind === 'metering-service') return meteringService as Reducer<unknown>;
  if (roles[role].kind === 'data-service') return dataService as Reducer<unknown>;
  if (role === 'MDR') return meterDataRetriever as Reducer<unknown>;
  if (role === 'MDS') return marketWideDataService as Reducer<unknown>;
  return observer as Reducer<unknown>;
}
