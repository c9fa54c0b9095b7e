/** What may be said on the DIP: roles, interfaces, events, blocks, data items, response codes. */
export { isRole, mayReceive, maySend, roles, serviceRole, sidesOf } from './roles';
export type { PartyCode, Role, RoleCode, Segment, Side } from './roles';
export * from './release';
export { type MaskedItem, maskedItems, type MaskedPlace, maskedPlaces, type Masking, withMasking } from './masking';
export * from './time';
export * from './mpan';
export * from './reference';
export { codeText, leadingCode, responseCode, responseCodes, type ResponseCode } from './codes';
export * from './validate';
export * from './key-case';
export * from './sample';
export * from './standing-data';
export { message, type EventOf, type InterfaceId, type MessageOf, type TypedParts } from './message';
export * from './off-dip';
export { oddities, type Oddity } from './oddities';
export { messageLabel, parseMessageLabel } from './event';
export { blockNames, itemNames } from './block-items';
export type { Basis, EventDefinition, MessageName, Recipients } from './event';
export type { Problem } from './problems';
export type { Direction } from './message-schema';
export type { JsonSchema } from './json-schema';
export type { A0, BlockName, CustomBlocks, D0, M0, Message, R0, S0, S1 } from './blocks';
export { parseJson, readMessages, type JsonProblem, type Parsed, type ReadMessage } from './reading';
export { fieldsOf, find, labelsOf, type Field, type Found, type Place, type Shape } from './describe';
export { packReport, unpackReport, validateReport } from './reports';
export type { ReportContents, ReportId, ReportValidation } from './reports';
export { isMasked } from './values';
export { reportProblems, ruleProblems, rules, type RuleProblem } from './rules';
export { diffReleases, importRelease, openRelease, releasesFolder, saveRelease, storedReleases } from './releases';
export type { Change, StoredRelease } from './releases';
export type { BlockTypes, M1 } from './blocks';
export {
  personalClass,
  personalClasses,
  personalItems,
  treatments,
  type PersonalClass,
  type Treatment,
} from './personal';
