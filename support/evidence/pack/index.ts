/** The evidence pack: a deterministic archive of a run or campaign, signed as an in-toto statement. */
export { makePack, type Made, type MakeOptions } from './make';
export { createSigner, type Signer } from './signer';
export { draftNote } from './verify-page';
export type { BuiltPack } from './build';
export type { PackSource } from './collect-subject';
export type { Manifest } from './manifest';
export type { PackFile } from './pack-member';
export type { KnownRequirement } from './required';
export type { Refusal } from './submission';
