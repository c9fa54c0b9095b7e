import type { ErrorDefinition } from './error';

/** Errors of participant profiles, triggers, probes and the reference participant. */
export const participantErrors = {
  PROFILE_INVALID: {
    kind: 'configuration',
    text: '{count} problems in the profile:\n{list}',
    cause: 'The profile has several mistakes; each line names its own code, place and remedy.',
    fix: 'Mend each line, then run again.',
  },
  PROFILE_FILE_MISSING: {
    kind: 'configuration',
    text: '{field}: the file {file} cannot be read ({reason})',
    cause: 'The path is mistyped, or is not relative to the folder of the profile.',
    fix: 'Correct the path (relative to the folder of the profile) or create the file.',
  },
  PROFILE_KEY_FILE_MISSING: {
    kind: 'configuration',
    text: '{field}: the private key {file} cannot be read ({reason})',
    cause: 'The key is kept elsewhere, or the user who runs the harness may not read it.',
    fix: 'Correct the path, or leave the key out: the harness needs it only to act in the name of the identity.',
  },
  PROFILE_YAML: {
    kind: 'configuration',
    text: 'not readable as YAML: {reason}',
    cause: 'A tab, a missing quote or colon, a key given twice, or wrong indentation.',
    fix: 'Correct the line named.',
  },
  PROFILE_EXTENDS_OUTSIDE: {
    kind: 'configuration',
    text: 'extends: {file} leaves the folder of the profile',
    cause: 'A profile may build only on files beside or below it, so that a folder can be moved and reviewed as one.',
    fix: 'Copy the base profile into the folder of this profile and name it by its relative path.',
  },
  PROFILE_EXTENDS_CIRCLE: {
    kind: 'configuration',
    text: 'extends: {file} is already part of this profile',
    cause: 'Two profiles name each other as their base.',
    fix: 'Take one of the `extends` out.',
  },
  PROFILE_KEY_UNKNOWN: {
    kind: 'configuration',
    text: '{field}: "{key}" is not a key here{hint}',
    cause: 'A key is mistyped or stands one level too deep or too high.',
    fix: 'Rename or remove it. Keys that may stand here: {known}.',
  },
  PROFILE_VALUE_WRONG: {
    kind: 'configuration',
    text: '{field}: {expected}; it is {value}',
    cause: 'A value is missing, has the wrong form, or lacks quotes: YAML reads 0123 and 1.10 as numbers.',
    fix: 'Give {field} a value of that form.',
  },
  PROFILE_SECRET_IN_FILE: {
    kind: 'configuration',
    text: '{field}: a secret stands in the profile itself',
    cause:
      'Profiles are kept under version control and shown in evidence, so they must not hold API keys, tokens or private keys.',
    fix: 'Move it to a file of its own ({ file: path }) or to an environment variable ({ env: NAME }), and have the secret replaced.',
  },
  PROFILE_ROLE_UNKNOWN: {
    kind: 'configuration',
    text: '{field}: "{value}" is not a DIP role code{hint}',
    cause: 'A role is mistyped or written out in words.',
    fix: 'Use one of: {known}.',
  },
  PROFILE_ACT_UNKNOWN: {
    kind: 'configuration',
    text: '{field}: there is no act "{value}"{hint}',
    cause: 'An act is mistyped, or belongs to another version of the harness.',
    fix: 'Use one of: {known}.',
  },
  PROFILE_DIP_ID_TWICE: {
    kind: 'configuration',
    text: '{field}: the DIP ID {value} is used by an earlier identity',
    cause: 'A DIP ID belongs to one organisation in one role.',
    fix: 'Give each identity its own DIP ID.',
  },
  PROFILE_CERTIFICATES_OF: {
    kind: 'configuration',
    text: '{field}: no other identity of the profile with certificates of its own has the DIP ID {value}',
    cause: 'The DIP ID is mistyped, is that of the identity itself, or that identity names yet another one.',
    fix: 'Name one of {known}.',
  },
  PROFILE_WEBHOOK_MISSING: {
    kind: 'configuration',
    text: '{field}: the harness is to register the webhooks of {value}, but no address is given',
    cause: '`registeredBy: harness` needs to know where publications go.',
    fix: 'Give `webhooks.default` an https address, or say `registeredBy: itself`.',
  },
  PROFILE_CONNECTION_MISSING: {
    kind: 'configuration',
    text: '{field}: an API is named, but not where it is',
    cause: 'Acts and probes with a path need a connection: the base address of the API and its token.',
    fix: 'Add triggers.connection (probes use it too, unless they have their own).',
  },
  PROFILE_CERTIFICATE_UNREADABLE: {
    kind: 'configuration',
    text: '{field}: {file} holds no readable certificate',
    cause: 'The file is not PEM, or holds a key or a signing request.',
    fix: 'Export the certificate as PEM (-----BEGIN CERTIFICATE-----), its chain after it.',
  },
  PROFILE_CERTIFICATE_EXPIRED: {
    kind: 'configuration',
    text: '{field}: the certificate {file} expired on {date}',
    cause: 'The certificate was not renewed.',
    fix: 'Renew the certificate and replace the file.',
  },
  PROFILE_CERTIFICATE_NOT_YET_VALID: {
    kind: 'configuration',
    text: '{field}: the certificate {file} is valid only from {date}',
    cause: 'The certificate was issued for a later day, or the clock of this machine is slow.',
    fix: 'Use the certificate in force now, or correct the clock.',
  },
  PROFILE_KEY_MISMATCH: {
    kind: 'configuration',
    text: '{field}: the private key {file} does not belong to the certificate beside it',
    cause: 'Key and certificate come from different requests, or transport and signing are swapped.',
    fix: 'Give the key that the certificate was issued for.',
  },
  PROFILE_SECRET_MISSING: {
    kind: 'configuration',
    text: '{field}: {source} is not set or is empty',
    cause: 'The environment variable or the secret file was not provided to this run.',
    fix: 'Set it for the user who runs the harness.',
  },
  PROFILE_EXISTS: {
    kind: 'configuration',
    text: '{file} is already there; nothing was written',
    cause: '`qualify init` never overwrites.',
    fix: 'Choose another folder with --dir, or move the file away.',
  },
  TRIGGER_ABSENT: {
    kind: 'configuration',
    text: 'the profile does not say how to make the participant do "{act}"',
    cause: 'The scenario needs an act for which triggers.acts has no entry, or there is no triggers.connection.',
    fix: 'Add triggers.acts.{act}: an API call, { manual: … } or automatic.',
  },
  TRIGGER_MANUAL: {
    kind: 'configuration',
    text: '"{act}" is done by a person: {what}',
    cause: 'The profile says that this act has no API.',
    fix: 'Run it where a person can act, or give triggers.acts.{act} an API call.',
  },
  TRIGGER_UNREACHABLE: {
    kind: 'environment',
    text: '{method} {url}: no answer ({reason})',
    cause: 'The system is not running, the network does not let the call through, or its certificate is not trusted.',
    fix: 'Check the address, the `ca` of the connection, and that the system runs.',
  },
  TRIGGER_REFUSED: {
    kind: 'configuration',
    text: '{method} {url} was answered {status}: {excerpt}',
    cause:
      'The path, the method or the token of the profile is not what the system takes, or it does not know the MPAN.',
    fix: 'Correct the act in `triggers` of the profile, its token, or what is loaded in the system; see the answer above.',
  },
  TRIGGER_FAILED: {
    kind: 'environment',
    text: '{method} {url} was answered {status}: {excerpt}',
    cause: 'The test interface of the system failed. What its messages would have been is not known.',
    fix: 'Look at the answer above and at the log of the system for that time.',
  },
  PROBE_REFUSED: {
    kind: 'configuration',
    text: '{method} {url} was answered {status}: {excerpt}',
    cause:
      'The path, the method or the token of the profile is not what the system takes, or it does not know the MPAN.',
    fix: 'Correct `probes` of the profile, its token, or what is loaded in the system; see the answer above.',
  },
  PROBE_FAILED: {
    kind: 'environment',
    text: '{method} {url} was answered {status}: {excerpt}',
    cause: 'The interface by which the records are read failed. What they hold is not known.',
    fix: 'Look at the answer above and at the log of the system for that time.',
  },
  PROBE_ABSENT: {
    kind: 'configuration',
    text: 'the profile has no probe "{probe}"',
    cause: 'The records of the participant cannot be read back without probes.records and a connection.',
    fix: 'Add probes.records, and probes.connection or triggers.connection.',
  },
  PROBE_ANSWER_WRONG: {
    kind: 'configuration',
    text: '{method} {url}: {path}: {expected}',
    cause: 'The answer of the probe does not have the documented form.',
    fix: 'Answer with {mpan, supplier, appointments, facts, booked, exceptions}, or point `at` to the place that holds them.',
  },
  SYSTEM_ANSWER_WRONG: {
    kind: 'configuration',
    text: '{method} {url}: {path}: {expected}',
    cause: 'The answer of the probe for the system under test does not have the documented form.',
    fix: 'Answer with {name, components: [{name, version}]}, or point `at` to the place that holds them.',
  },
  REFERENCE_CONFIG_WRONG: {
    kind: 'harness',
    text: 'the reference participant cannot read its configuration: {reason}',
    cause: 'The file named by --config is missing or does not have the form of `referenceConfigSchema`.',
    fix: 'It is started by `qualify run`; report this with participant.log.',
  },
  REFERENCE_MPAN_UNKNOWN: {
    kind: 'harness',
    text: 'the reference participant knows nothing of MPAN {mpan}, so it cannot do "{act}"',
    cause:
      'It learns the distributor and the GSP Group of an MPAN from the act loadMeteringPoint or from a publication.',
    fix: 'Give it loadMeteringPoint first, or let a publication for the MPAN reach it.',
  },
  REFERENCE_WEBHOOK_REFUSED: {
    kind: 'environment',
    text: 'the DIP answered {status} to the webhook registration of {channel} for {dipId}: {excerpt}',
    cause: 'The DIP does not know the DIP ID, the API key or the certificate.',
    fix: 'Compare the identities of the profile with the access list of the DIP.',
  },
  FAULT_UNKNOWN: {
    kind: 'configuration',
    text: 'the reference participant has no fault "{name}"',
    cause: 'The name is misspelt, or belongs to another version of the harness.',
    fix: '{hint}See "qualify participant --list-faults".',
  },
  FAULT_NOT_SHOWN: {
    kind: 'configuration',
    text: 'the fault "{name}" shows in {roles}; the roles held are {held}',
    cause: 'A fault is a fault of a part that is played; a role that does not play it would run as if it were good.',
    fix: 'Choose a role that shows it with --role, or leave the fault out.',
  },
  FAULT_NEEDS_REFERENCE: {
    kind: 'configuration',
    text: 'faults are for the bundled reference participant, not for {name}',
    cause: 'A system under test is never told to misbehave.',
    fix: 'Leave --participant out, or the faults.',
  },
} satisfies Record<string, ErrorDefinition>;
