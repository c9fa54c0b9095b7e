import { serviceProvider } from './service-provider';

/** A Metering Service or Unmetered Supplies Operator, proposed or incumbent. */
export const meteringService = serviceProvider('metering');
