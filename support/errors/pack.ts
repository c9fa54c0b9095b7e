import type { ErrorDefinition } from './error';

/** Codes of making an evidence pack and of reading one. */
export const packErrors = {
  PACK_SIGNER_INCOMPLETE: {
    kind: 'configuration',
    text: 'A pack is signed with a key and its certificate; {missing} is not given',
    cause: 'Only one of the two options was given.',
    fix: 'Give both --key and --certificate, or neither for an unsigned draft.',
  },
  PACK_SIGNER_FILE_MISSING: {
    kind: 'configuration',
    text: 'The {what} cannot be read from {file}',
    cause: 'The path is wrong, or this user may not read the file.',
    fix: 'Correct the path, and see that this user may read the file.',
  },
  PACK_KEY_UNREADABLE: {
    kind: 'configuration',
    text: 'The signing key is not a PEM private key that can be read',
    cause: 'The file holds something else, or the passphrase is missing or wrong.',
    fix: 'Give a PEM private key; its passphrase, where it has one, in the environment variable QUALIFY_KEY_PASSPHRASE.',
  },
  PACK_KEY_KIND: {
    kind: 'configuration',
    text: 'A pack cannot be signed with a key of kind {kind}',
    cause: 'Packs are signed with Ed25519, or with RSA (PKCS #1 v1.5, SHA-256), so that openssl alone can verify them.',
    fix: 'Give an Ed25519 key, or an RSA key of at least 2048 bits, with its certificate.',
  },
  PACK_KEY_SHORT: {
    kind: 'configuration',
    text: 'The RSA signing key has {bits} bits; at least {least} are needed',
    cause: 'Signatures of short keys can be forged.',
    fix: 'Give a longer RSA key, or an Ed25519 key, with its certificate.',
  },
  PACK_KEY_MISMATCH: {
    kind: 'configuration',
    text: 'The signing key does not belong to the first certificate of the file',
    cause: 'Key and certificate come from two requests, or the chain does not begin with the own certificate.',
    fix: 'Pair the key with its certificate, and put that one first in the file.',
  },
  PACK_CERTIFICATE_UNREADABLE: {
    kind: 'configuration',
    text: 'The certificate file holds no PEM certificate that can be read ({detail})',
    cause: 'The file is DER or PFX, is cut short, or holds a key.',
    fix: 'Convert it with "openssl x509 -in FILE -out certificate.pem"; add the certificates of its issuers below it.',
  },
  PACK_CERTIFICATE_NOT_VALID_NOW: {
    kind: 'configuration',
    text: 'The certificate of {subject} is valid from {from} to {to} only',
    cause: "The certificate has expired or is for later, or this machine's clock is wrong.",
    fix: 'Sign with a certificate that is valid today.',
  },
  PACK_CHAIN_BROKEN: {
    kind: 'configuration',
    text: 'In the certificate file, {subject} was not issued by the certificate below it, {issuer}',
    cause: 'The certificates stand in another order, or belong to different authorities.',
    fix: 'Put the own certificate first and the certificate of its issuer below each.',
  },
  PACK_SIGN_OFF_WRONG: {
    kind: 'configuration',
    text: 'The sign-off cannot be used: {problem}',
    cause: 'The file is not of the form that docs/hand-over-evidence.md shows, or was signed off for other verdicts.',
    fix: 'Correct the file; a person who signs off names the SHA-256 of each verdicts.json.',
  },
  PACK_RULES_UNREADABLE: {
    kind: 'configuration',
    text: '{file} cannot be read: {problem}',
    cause: 'The file was edited after the run, or written by another version of the harness.',
    fix: 'Make the run again, or pack with the version of the harness that made it.',
  },
  PACK_FILE_UNPACKABLE: {
    kind: 'configuration',
    text: '"{name}" cannot go into a pack: {problem}',
    cause: 'A name must be usable on every system, and sizes have bounds that every reader keeps.',
    fix: 'Rename or remove the file, or move it out of the folder.',
  },
  PACK_SECRET_FOUND: {
    kind: 'configuration',
    text: 'Nothing was packed, for there are secrets in what would go in:\n{list}',
    cause: 'A log, an answer of a system or a note holds a key, a token or a password.',
    fix: 'Remove the secret or the file; where a system says it, have it say less and run again. Change the secret.',
  },
  PACK_UNWRITABLE: {
    kind: 'environment',
    text: 'The pack cannot be written to {file} ({detail})',
    cause: 'The folder is absent or not writable, or the disk is full.',
    fix: 'Name another file with --out.',
  },
  PACK_UNREADABLE: {
    kind: 'configuration',
    text: '{file} cannot be read as a pack: {problem}',
    cause: 'It is another kind of file, or was cut off or damaged on its way.',
    fix: 'Get the pack again from who sent it, and compare its SHA-256.',
  },
  PACK_UNSAFE: {
    kind: 'configuration',
    text: '{file} is refused unopened: {problem}',
    cause: 'No pack of this harness looks so: it may be made to fill the disk or to write outside its folder.',
    fix: 'Do not unpack it with other tools; ask who sent it.',
  },
} satisfies Record<string, ErrorDefinition>;
