/** The process that hosts the simulated DIP, the simulated actors and the ledger. */
export { hubConfig, type HubConfig, type OwnParty } from './config';
export { startHub, type Hub } from './hub';
