/** Looks for keys and tokens in what is about to leave the machine. */
export { knownSecrets } from './known';
export { scanForSecrets, type ScannedFile, type SecretFinding } from './scan';
