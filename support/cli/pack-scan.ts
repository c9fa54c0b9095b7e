import { knownSecrets, scanForSecrets, type MakeOptions } from '../evidence';
import { stateFolder } from '../session';

/** What looks into every file before a pack is written: for private keys, for what the state folder keeps, and for these. */
export async function packScan(more: readonly string[]): Promise<MakeOptions['scan']> {
  const secrets = [...(await knownSecrets(stateFolder(process.cwd()))), ...more];
  return (files) => scanForSecrets(files, secrets);
}
