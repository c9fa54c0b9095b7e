import type { EventDefinition } from '../event';
import { appointment } from './appointment';
import { appointmentStatus } from './appointment-status';
import { consumption } from './consumption';
import { directContract } from './direct-contract';
import { enquiry } from './enquiry';
import { estimation } from './estimation';
import { maintenance } from './maintenance';
import { metering } from './metering';
import { migration } from './migration';
import { reading } from './reading';
import { register } from './register';
import { relationships } from './relationships';
import { reports } from './reports';
import { retrieval } from './retrieval';
import { definitionsOf } from './row';
import { standingData } from './standing-data';
import { switching } from './switching';

/** Every interface of the bundled release as it is written down, with its literal types. */
export const rows = {
  ...switching,
  ...migration,
  ...metering,
  ...consumption,
  ...register,
  ...enquiry,
  ...relationships,
  ...maintenance,
  ...estimation,
  ...appointment,
  ...appointmentStatus,
  ...directContract,
  ...reading,
  ...standingData,
  ...retrieval,
  ...reports,
};

/** Every event of the bundled release: IF-… before REP-…, inside an interface in the order of the release. */
export const bundledEvents: readonly EventDefinition[] = definitionsOf(rows);
