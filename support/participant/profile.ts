import { z } from 'zod';
import { systemProbe } from './system-probe';
import { evidencePolicySchema } from './evidence-policy';
import { redactionPolicySchema } from './redaction-policy';
import { requirementsListSchema } from './requirements-list';

const text = z.string().min(1);
const https = z.url({ protocol: /^https$/, error: 'expected an https address' });
const file = z.strictObject({ file: text });
const env = z.strictObject({ env: z.string().regex(/^[A-Za-z_]\w*$/, 'expected the name of an environment variable') });
const issued = z.literal('issued');
const secret = z.union([issued, file, env], { error: "expected 'issued', { file: path } or { env: NAME }" });

const keyPair = z.strictObject({ certificate: text, key: text.optional() });
const dipId = z.string('expected 10 digits in quotes').regex(/^\d{10}$/, 'expected 10 digits in quotes');

const certificates = z.union(
  [
    issued,
    z.strictObject({ transport: keyPair, signing: keyPair }),
    /** Those of another identity of the profile, which so speaks for both. */
    z.strictObject({ of: dipId }),
  ],
  { error: "expected 'issued', { of: DIP ID } or { transport, signing }, each with a certificate and perhaps a key" },
);

const publicationId = z.string().regex(/^(PUB-\d{3}|REP-\d{3}[A-Z]?)$/, 'expected the form PUB-002 or REP-003A');

const webhooks = z.strictObject({
  /** Who tells the DIP where publications go: the participant's own system, or the harness in its name. */
  registeredBy: z.enum(['itself', 'harness']),
  default: https.optional(),
  publications: z.record(publicationId, https).default({}),
  status: https.optional(),
});

const identity = z.strictObject({
  dipId,
  mpid: z.string().regex(/^[A-Z]{4}$/, 'expected 4 capital letters'),
  /** Checked against the catalogue apart, so that the error can name the nearest role. */
  role: text,
  /** DIP ID of the nominated connection provider, whose certificate may speak for this identity. */
  connectionProvider: z
    .string()
    .regex(/^\d{10}$/, 'expected 10 digits in quotes')
    .nullable()
    .default(null),
  certificates: certificates.default('issued'),
  apiKey: secret.default('issued'),
  webhooks: webhooks.default({ registeredBy: 'itself', publications: {} }),
});

const method = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
const path = z.string().startsWith('/', 'expected a path that begins with /');

const connection = z.strictObject({
  /** `started` in the bundled profile only: the session fills it in once the reference participant runs. */
  baseUrl: z.union([z.literal('started'), https], { error: 'expected an https address' }),
  token: secret.optional(),
  /** PEM file of the authority that issued the system's server certificate; absent: those that Node trusts. */
  ca: z.union([issued, text]).optional(),
});

const act = z.union([z.strictObject({ method, path }), z.strictObject({ manual: text }), z.literal('automatic')], {
  error: "expected { method, path }, { manual: what a person does } or 'automatic'",
});

/** The key of `triggers.acts` that stands for every act without a key of its own. */
export const everyOtherAct = '*';

const records = z.strictObject({
  method: z.enum(['GET', 'POST']).default('GET'),
  path: path.includes('{mpan}', { error: 'expected a path that holds {mpan}' }),
  /** Where in the answer the records stand, as keys joined by dots: `data.item`. */
  at: text.optional(),
});

/** What shows the legs of a conversation that do not pass the DIP. */
const offDip = z.strictObject({
  /** Folder, relative to the profile's, in which the system lays down the files of the DTC flows that it sends and receives. */
  folder: text.optional(),
  /** Flows that somebody answers for, where no file shows them. */
  attested: z
    .array(
      z.strictObject({
        flow: z.string().regex(/^D\d{4}$/, 'expected the form D0168'),
        by: text,
        on: z.iso.date('expected a date in quotes, as 2027-02-10'),
        document: text,
      }),
    )
    .default([]),
});

/** A participant profile (one YAML file): who the system under test is and how the harness reaches it. */
export const profileSchema = z.strictObject({
  schema: z.literal(1),
  name: text,
  /** A base profile inside the folder of this one; merged key by key, lists replaced. */
  extends: text.optional(),
  /** Only the reference participant that comes with the harness says true. */
  bundled: z.boolean().default(false),
  /** Release of the interfaces that it speaks; without: that of the environment. */
  release: text.optional(),
  /** Its own pool of test MPANs, in place of that of the environment. */
  pool: text.optional(),
  systemUnderTest: z.strictObject({
    name: text,
    boundary: text.nullable().default(null),
    components: z.array(z.strictObject({ name: text, version: z.string() })).default([]),
  }),
  identities: z.array(identity).min(1, 'expected at least one identity'),
  triggers: z
    .strictObject({ connection: connection.optional(), acts: z.record(z.string(), act).default({}) })
    .default({ acts: {} }),
  probes: z
    .strictObject({
      connection: connection.optional(),
      records: records.optional(),
      systemUnderTest: systemProbe.optional(),
    })
    .default({}),
  offDip: offDip.optional(),
  redaction: redactionPolicySchema.optional(),
  evidence: evidencePolicySchema.optional(),
  requirements: requirementsListSchema.optional(),
});

export type ProfileData = z.infer<typeof profileSchema>;
export type ProfileIdentity = ProfileData['identities'][number];
export type Secret = z.infer<typeof secret>;
export type Connection = z.infer<typeof connection>;
export type ProfileAct = z.infer<typeof act>;

/** A place in the profile: `['identities', 0, 'role']`. */
export type FieldPath = readonly PropertyKey[];

/** A profile that was read and checked, with where it came from. */
export interface Profile extends ProfileData {
  /** Absolute path of the file that was asked for. */
  file: string;
  /** Its folder: paths of certificates, keys and secrets are relative to it. */
  folder: string;
  /** `participant.yaml:12` of a field, for errors. */
  placeOf(path: FieldPath): string;
}

/** `identities[0].role` */
export function fieldName(path: FieldPath): string {
  return path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part)),
    '',
  );
}
