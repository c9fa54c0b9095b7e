/** Reads and verifies evidence packs, offline; nothing of a pack is executed. */
export { openPack, type OpenedPack } from './open-pack';
export { verifyPack, type Verification } from './verify';
