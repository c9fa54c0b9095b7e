/** The system under test: its profile, how it is made to act and read back, and the reference participant. */
export { fieldName } from './profile';
export type { FieldPath, Profile, ProfileAct, ProfileData, ProfileIdentity } from './profile';
export { keysAt } from './schema-keys';
export { placeIn } from './profile-layers';
export { ownRequirements, usualColumns } from './requirements-list';
export { effectiveProfile, loadProfile } from './load-profile';
export { inspectIdentity, resolveIdentity, type ResolvedIdentity } from './resolve-identity';
export { resolveConnection, type CallAnswer, type ResolvedConnection } from './connection';
export { createTriggers, type TriggerKind, type TriggerOptions, type Triggers } from './triggers';
export { askSystem } from './ask-system';
export { createProbes, recordsSchema, type Probes } from './probes';
export { openDtcFolder, type DtcFile, type DtcFolder } from './dtc';
export { postmanEnvironment, type PostmanIdentity } from './postman';
export { initParticipant, type HubPlace, type NewIdentity } from './init';
export { referenceConfig, type ReferenceConfig } from './reference/config';
export { faults, withFaults, type Fault } from './reference/faults';
export { openReference } from './reference/participant';
export { startReference, type ReferenceProcess } from './reference/start';
