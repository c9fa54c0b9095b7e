import type { ErrorDefinition } from './error';

/** What `qualify doctor` finds before a run, beside the codes of the folders that read profile, environment and keys. */
export const doctorErrors = {
  DOCTOR_STOPS_RUN: {
    kind: 'configuration',
    text: '{count} things would spoil the run:\n{list}',
    cause: 'Profile, environment, network or machine are not ready; each line names its own code, place and remedy.',
    fix: 'Mend each line; "qualify doctor" with the same options shows them again, with what is only advice.',
  },
  DOCTOR_RELEASE_NOT_IN_FORCE: {
    kind: 'configuration',
    text: 'The run is of release {release}; in force in this environment is {inForce}, since {from}',
    cause: 'The profile names another release than the one that `inForce` of the environment file gives for today.',
    fix: 'Correct `release` or `inForce`; or go on: the evidence says on every page that the release is not in force.',
  },
  DOCTOR_PARTY_TWICE: {
    kind: 'configuration',
    text: 'Two parties of the environment have the DIP ID {dipId}: {names}',
    cause: 'A party was copied and its DIP ID was not changed.',
    fix: 'Give each party a DIP ID of its own.',
  },
  DOCTOR_DIP_ID_TAKEN: {
    kind: 'configuration',
    text: 'The DIP ID {dipId} is also that of the simulated party {name} ({role})',
    cause: 'The DIP would deliver to one of the two, and nobody could say who sent a message.',
    fix: "Correct the profile, or give the simulated party another DIP ID in an environment file of one's own.",
  },
  DOCTOR_MPID_TAKEN: {
    kind: 'configuration',
    text: 'The MPID {mpid} is also that of the simulated party {name} ({role})',
    cause: 'The simulated parties have invented MPIDs, and one of them is really yours.',
    fix: 'The run is judged by DIP IDs and goes on. To read evidence more easily, rename the party in an environment file.',
  },
  DOCTOR_MPID_TWICE: {
    kind: 'configuration',
    text: 'Two identities in the role {role} have the MPID {mpid}: {dipIds}',
    cause: 'An organisation has one DIP ID for an MPID and role; perhaps an identity was copied.',
    fix: 'Check both pairs of MPID and DIP ID.',
  },
  DOCTOR_API_KEY_TWICE: {
    kind: 'configuration',
    text: 'The identities {dipIds} have the same API key',
    cause: 'The DIP knows a caller by its key, so it takes messages of one for those of the other.',
    fix: 'Give each identity a key of its own.',
  },
  DOCTOR_POSITION_UNFILLED: {
    kind: 'configuration',
    text: 'Nobody fills {position}, which {count} of the selected scenarios need, such as {example}',
    cause: 'Neither the profile nor the environment has a party for it.',
    fix: 'Add a party in that role to the environment file.',
  },
  DOCTOR_CHAIN_BROKEN: {
    kind: 'configuration',
    text: '{field}: the certificate does not lead to a trusted authority ({detail})',
    cause: 'The file holds the certificate alone, an intermediate is missing, or an authority is no longer in force.',
    fix: 'Put the certificates of the authorities, up to the self-signed one, behind it in the same file.',
  },
  DOCTOR_CERTIFICATE_ENDS_SOON: {
    kind: 'configuration',
    text: '{field}: the certificate, or an authority above it, expires in {days} days, on {date}',
    cause: 'It is near the end of its validity.',
    fix: 'Renew it before the campaign outlasts it.',
  },
  DOCTOR_PURPOSE_CLIENT: {
    kind: 'configuration',
    text: '{field}: the certificate is not for TLS clients (extended key usage {usage})',
    cause: 'It was ordered for servers or for signing; the DIP refuses it when your system connects.',
    fix: 'Use a certificate with the extended key usage clientAuth.',
  },
  DOCTOR_PURPOSE_SERVER: {
    kind: 'configuration',
    text: '{field}: the certificate is not for TLS servers (extended key usage {usage})',
    cause: 'It was ordered for clients only; a webhook that shows it is not trusted.',
    fix: 'Nothing, if the webhooks show another certificate; else order it with serverAuth too.',
  },
  DOCTOR_SIGNING_NOT_RSA: {
    kind: 'configuration',
    text: '{field}: the key is of kind {kind}; DIP signatures are RSA with SHA-256',
    cause: 'The transport certificate was given for signing, or the signing certificate has another kind of key.',
    fix: 'Give the RSA signing certificate.',
  },
  DOCTOR_SIGNING_KEY_SHORT: {
    kind: 'configuration',
    text: '{field}: the RSA key has {bits} bits, fewer than 2048',
    cause: 'The key is an old or improvised one.',
    fix: 'Order the signing certificate for a key of 2048 bits or more.',
  },
  DOCTOR_SIGNATURE_FAILS: {
    kind: 'configuration',
    text: '{field}: a signature made with this key is refused: {fault} ({detail})',
    cause: 'A test request was signed with the key of the profile and checked as the DIP checks it.',
    fix: 'Mend what is named; the DIP would refuse every message of this identity.',
  },
  DOCTOR_WEBHOOK_OPEN: {
    kind: 'participant',
    text: '{url} answered {status} to a client that showed no certificate',
    cause: 'The webhook lets anyone in: client certificates are not demanded, or only asked for.',
    fix: 'Demand a client certificate of a trusted authority at the webhook; the DIP always shows one.',
  },
  DOCTOR_ENDPOINT_UNWELL: {
    kind: 'environment',
    text: '{url} answered {status}: {excerpt}',
    cause: 'TLS works, but what stands behind it fails; often a gateway whose service is not running.',
    fix: 'Start the service and look at its log. Any other answer (404, 405 …) would do here.',
  },
  DOCTOR_ACCESS_DENIED: {
    kind: 'configuration',
    text: '{url} answered {status} to the token of the profile',
    cause: 'The token is wrong or has expired; or the base address is closed while the acts are open.',
    fix: 'Check the token that {field} names.',
  },
  DOCTOR_CLOCK_OFF: {
    kind: 'environment',
    text: 'The clock of {url} is {seconds} s {direction} this one; signatures may be {limit} apart ({assumption})',
    cause: 'One of the two machines does not keep time.',
    fix: 'Synchronise both clocks: messages would be refused for the date of their signature.',
  },
  DOCTOR_CLOCK_DRIFTS: {
    kind: 'environment',
    text: 'The clock of {url} is {seconds} s {direction} this one',
    cause: 'One of the two machines does not keep time well.',
    fix: 'Synchronise both clocks: times in messages and in the ledger are compared.',
  },
  DOCTOR_NOT_ASKED: {
    kind: 'configuration',
    text: '{what} cannot be asked before the run: {why}',
    cause: 'There is nothing to call yet.',
    fix: 'Nothing to do; the run finds out.',
  },
  DOCTOR_ACT_ABSENT: {
    kind: 'configuration',
    text: 'No trigger for {act}; scenarios that cannot be played without it ({count}): {examples}',
    cause: 'Without a trigger the harness cannot make your system act.',
    fix: 'Add triggers.acts.{act}: an API call, { manual: … } or automatic. "qualify plan" shows what each act costs.',
  },
  DOCTOR_DTC_FOLDER: {
    kind: 'configuration',
    text: 'The folder of DTC files cannot be read: {problem}',
    cause: 'The profile names a folder that is not there, that is a file, or that this user may not read.',
    fix: 'Make the folder, or mend offDip.folder; a leg off the DIP that no file shows is told as not seen.',
  },
  DOCTOR_PROBE_ABSENT: {
    kind: 'configuration',
    text: 'No probe that reads the records; selected scenarios that would read them back: {count}',
    cause: 'Without it a pass shows messages only, and its grade of proof says so.',
    fix: 'Add probes.records, where your system can be asked what it holds.',
  },
  DOCTOR_POOL_NUMBER_WRONG: {
    kind: 'configuration',
    text: 'The range that begins with {first} ends at {last}, which is no MPAN',
    cause: 'An MPAN has twelve digits and a check digit; the range counts beyond them.',
    fix: 'Begin lower, or give a smaller count.',
  },
  DOCTOR_POOL_KIND_ODD: {
    kind: 'configuration',
    text: '{what} has meters of kind {meterKind} in segment {segment}',
    cause: 'Smart and traditional meters belong to segment S, advanced to A, and none to U.',
    fix: 'Correct `segment` or `meterKind`: roles follow from the segment.',
  },
  DOCTOR_POOL_SHORT: {
    kind: 'configuration',
    text: 'Test MPANs of the kind "{kind}": needed {needed}, left {left} ({there} in the pool, {spent} spent in earlier runs)',
    cause:
      'Every scenario takes MPANs of its own, none is handed out twice in a run, and a pool may remember what is spent.',
    fix: 'Add MPANs of that kind to the pool, or select fewer scenarios. If your system has been loaded anew, "qualify pool forget --all --yes".',
  },
  DOCTOR_POOL_UNSUITED: {
    kind: 'configuration',
    text: 'Test MPANs of the kind "{kind}": needed {needed}, left {left}, but {missing} cannot be had, such as MPAN "{label}" of {scenario} ({holders})',
    cause:
      'Those that are left state another supplier or service, are kept for another scenario, or are needed by others.',
    fix: 'Add MPANs that are held so, or that leave these columns empty; or select fewer scenarios.',
  },
  DOCTOR_POOL_USED: {
    kind: 'configuration',
    text: 'Test MPANs come from {file}, which {names} names: {there}, {kept}',
    cause: 'A profile may name a pool of its own, in place of that of the environment.',
    fix: 'Nothing to do; "qualify pool show" says what is left of each kind.',
  },
  DOCTOR_MPAN_CHECK_DIGIT: {
    kind: 'configuration',
    text: 'The check digit of MPAN {mpan}{more} does not fit its other digits',
    cause: 'A digit was mistyped, or the MPAN was invented.',
    fix: 'Compare it with your system. If it stands there so, go on: the harness uses it as it is.',
  },
  DOCTOR_MPAN_HOLDER_UNKNOWN: {
    kind: 'configuration',
    text: 'MPAN {mpan}{more}: {fact} is {holder}, whom nobody is in this run',
    cause:
      'The pool names a party that stands neither in the profile nor in the environment file, so no scenario can have the MPAN.',
    fix: 'Give that DIP ID or MPID to a party of the environment file, or leave the column empty.',
  },
  DOCTOR_PORT_TAKEN: {
    kind: 'environment',
    text: 'Port {port}, which the simulated DIP is to use, is not free ({detail})',
    cause: 'Another run, or another program, listens there.',
    fix: 'End it, or choose another port with --dip-port and tell your system.',
  },
  DOCTOR_DISK_LOW: {
    kind: 'environment',
    text: '{free} MB are free where {folder} lies; a run should find {least} MB',
    cause: 'Ledger, journal and reports are written while the run goes on.',
    fix: 'Make room, or write elsewhere with --out, or with QUALIFY_STATE for the state.',
  },
  DOCTOR_NO_JAVA: {
    kind: 'environment',
    text: 'There is no Java on this machine',
    cause: 'Allure 2 needs it.',
    fix: 'Nothing to do: the report is made by Allure 3 instead. To have Allure 2, install a JRE or set JAVA_HOME.',
  },
  DOCTOR_NO_BROWSER: {
    kind: 'environment',
    text: 'There is no Chromium on this machine',
    cause: 'Tests of the report pages drive one.',
    fix: 'Nothing to do for a run. To run those tests, install Chromium or set CHROMIUM_PATH.',
  },
} satisfies Record<string, ErrorDefinition>;
