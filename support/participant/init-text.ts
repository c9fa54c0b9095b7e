import { roles, type RoleCode } from '../catalogue';
import { acts } from '../market';
import { channelsTo } from './reference/config';

/** An identity that `initParticipant` invents: ids to be replaced by the organisation's own. */
export interface DraftIdentity {
  dipId: string;
  mpid: string;
  role: RoleCode;
  /** DIP ID of the identity whose certificates it uses, if not its own. */
  certificatesOf?: string;
}

/** A standing hub that the participant is registered with. */
export interface HubAddress {
  name: string;
  dip: string;
  control: string;
}

/** The commented profile that `qualify init` writes. */
export function profileText(identities: readonly DraftIdentity[], hub?: HubAddress): string {
  const held = identities.map(({ role }) => role);
  const able = Object.entries(acts).filter(([, act]) =>
    (act.roles as readonly RoleCode[]).some((r) => held.includes(r)),
  );
  const at = hub ? `# Registered as ${hub.name} with the simulated DIP at ${hub.dip}\n` : '';
  return `# Who the system under test is, and how the harness reaches it.
${at}schema: 1
name: ${hub?.name ?? 'Example participant'}
release: 2.1.0 # of the interfaces that it speaks; see the message catalogue

systemUnderTest:
  name: Name of the system under test
  boundary: null # what belongs to it and what does not, in a sentence
  components: [] # - { name: adapter, version: '1.0' }

# One entry for each DIP ID. Replace dipId and mpid by those of your organisation.
identities:
${identities.map((identity) => identityText(identity, hub !== undefined)).join('')}
# How the harness makes your system act. The body of an API call is JSON: { act, mpan, args, dipId }.
# An act is { method, path } of your API, { manual: what a person does }, or automatic when your system acts by itself.
# One line '*': { method: POST, path: '/acts/{act}' } stands for every act without a line of its own.
triggers:
  # connection:
  #   baseUrl: https://test-driver.example.com
  #   token: { env: TEST_DRIVER_TOKEN } # or { file: … }; sent as a bearer token
  #   ca: certificates/your-authority.pem # who issued the server's certificate
  acts:${able.length > 0 ? `\n${able.map(actText).join('')}` : ' {} # no act is known for these roles\n'}
# How the harness reads back what your system holds: { mpan, supplier, appointments, facts, booked, exceptions }.
probes: {}
#  records: { method: GET, path: '/records/{mpan}' }
#  systemUnderTest: { method: GET, path: /version } # which build it is: see docs/campaigns.md
# What shows the legs that do not pass the DIP, such as D0168: see docs/off-dip.md.
# offDip:
#   folder: dtc # files of DTC flows that your system sends and receives
#   attested: [{ flow: D0168, by: Name, on: '2027-02-10', document: where it is written down }]
# Your own list of requirements and official test case ids, for "qualify rttm": see docs/traceability.md.
# requirements:
#   file: requirements.xlsx # or .csv, in this folder
#   columns: { requirement: Requirement, testCase: Test case, scenario: Scenario }
`;
}

function actText([name, { what }]: [string, { what: string }]): string {
  return `    # ${what}
    # ${name}: { method: POST, path: /acts/${name} }
    ${name}: { manual: ${JSON.stringify(what)} }
`;
}

function identityText({ dipId, mpid, role, certificatesOf }: DraftIdentity, itself: boolean): string {
  const webhooks = itself
    ? `registeredBy: itself # your system tells the DIP where publications go
`
    : `registeredBy: harness # in your name; or itself, when your system tells the DIP
      default: https://127.0.0.1:9443/dip
      status: https://127.0.0.1:9443/dip/status
`;
  const certificates = certificatesOf
    ? ` { of: '${certificatesOf}' } # the certificates of that identity speak for this one, too`
    : `
      transport: { certificate: certificates/${dipId}-transport.pem, key: certificates/${dipId}-transport-key.pem }
      signing: { certificate: certificates/${dipId}-signing.pem, key: certificates/${dipId}-signing-key.pem }`;
  return `  - dipId: '${dipId}'
    mpid: ${mpid}
    role: ${role} # ${roles[role].name}
    connectionProvider: null # DIP ID of a nominated connection provider
    certificates:${certificates}
    apiKey: { file: secrets/${dipId}-api-key } # or { env: NAME }
    webhooks:
      ${webhooks}`;
}

/** What the user does next, for stderr. */
export function nextSteps(identities: readonly DraftIdentity[], dir: string, hub?: HubAddress): string {
  const each = identities.map(
    ({ dipId, role, certificatesOf = dipId }) => `${role} ${dipId}
  client certificate and key   certificates/${certificatesOf}-transport.pem, -transport-key.pem
  signing certificate and key  certificates/${certificatesOf}-signing.pem, -signing-key.pem
  X-API-Key                    the text of secrets/${dipId}-api-key
  webhooks called for          ${channelsTo(role).join(', ') || 'none'}, and status messages
`,
  );
  const steps = hub ? hubSteps(hub) : runSteps(dir);
  const beginning = hub
    ? `Registered as ${hub.name}; a profile and test certificates are in ${dir}. Next:

1. Keep the DIP IDs: the hub knows them. Other names may be put into participant.yaml.`
    : `A profile and test certificates are in ${dir}. Next:

1. In participant.yaml, put your own names, DIP IDs and triggers.`;
  return `${beginning}
2. Configure your system, for each identity:

${each.join('\n')}
3. Let it trust certificates/authority.pem for the DIP's server, client and signing certificates.
${steps}

Certificates and keys are for tests only. Keep secrets/ and the keys out of version control.
`;
}

function hubSteps({ dip, control }: HubAddress): string {
  return `4. Give your system the address of the simulated DIP, ${dip}; let it register its webhooks there.
5. See what happens at ${control}/#token=, followed by the text of secrets/hub-token.`;
}

function runSteps(dir: string): string {
  return `4. Give your system the address of the simulated DIP, https://127.0.0.1:8443.
5. Start your system, then run: qualify run --participant ${dir}/participant.yaml --dip-port 8443`;
}
