/** The process that hosts the simulated DIP, the simulated actors and the ledger, for one tenant or several. */
export { hubConfig, type HubConfig, type TenantConfig } from './config';
export { startHub, type Hub, type HubOptions } from './hub';
export type { Exchange } from './exchange';
export { hubState, type HubState } from './hub-state';
export { createLog, logLevels, type Log, type LogLevel } from './log';
export { isBundledName, loadSettings, usualSettings, webhookHostsOf, type Settings } from './settings';
export type { Tenant } from './tenant';
