import { serviceProvider } from './service-provider';
import { emptyService } from './service-state';

/** A Metering Service or Unmetered Supplies Operator, proposed or incumbent. */
export const meteringService = serviceProvider('metering', { initial: emptyService });
