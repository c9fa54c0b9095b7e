import { serviceProvider } from './service-provider';

/** A Data Service of any segment, proposed or incumbent. */
export const dataService = serviceProvider('data');
