import { z } from 'zod';
import { allEvents, isRole, type RoleCode } from '../../catalogue';
import { errorsOf, participantErrors } from '../../errors';
import type { Standing } from '../../market';
import { triggerToken } from '../connection';
import type { Profile } from '../profile';
import { issuedName, resolveIdentity } from '../resolve-identity';

const raise = errorsOf(participantErrors);

const party = z.strictObject({
  dipId: z.string().regex(/^\d{10}$/),
  mpid: z.string(),
  role: z.custom<RoleCode>((value) => typeof value === 'string' && isRole(value), 'expected a DIP role code'),
  name: z.string(),
});

/** What the process of the reference participant is started with. */
export const referenceConfigSchema = z.strictObject({
  /** Where the throw-away certificates are. */
  stateDir: z.string(),
  /** Base address of the DIP's API. */
  dipUrl: z.url(),
  environmentTag: z.string(),
  effectiveDatesBeginAt: z.enum(['local', 'utc']),
  /** Release of the interfaces; an imported one lies below the state folder. */
  release: z.string(),
  market: z.strictObject({
    parties: z.array(party),
    /** Standing data by which it judges values, as whoever starts it has read them. */
    standing: z.custom<Standing>((value) => typeof value === 'object' && value !== null).optional(),
  }),
  /** Each with the name of its certificates in the store, where they are not those of its role. */
  identities: z.array(party.extend({ certificates: z.string().optional() })).min(1),
  /** `harness`: the DIP is told by others where the webhooks are. */
  registeredBy: z.enum(['itself', 'harness']).default('itself'),
  triggerToken: z.string().min(16),
  /** DIP ID → API key. */
  apiKeys: z.record(z.string(), z.string()),
  /** Names of the faults that it has; none makes it a good participant. */
  faults: z.array(z.string()).default([]),
  /** How long it waits for an answer of the DIP, ms. */
  answerTimeoutMs: z.number().positive().default(10_000),
  /** What it says of itself when it is asked. */
  system: z
    .strictObject({ name: z.string(), components: z.array(z.strictObject({ name: z.string(), version: z.string() })) })
    .default({ name: 'reference participant', components: [] }),
});
export type ReferenceConfig = z.infer<typeof referenceConfigSchema>;

/** Certificates are shared by the identities of one role. */
export function referenceName(role: RoleCode): string {
  return `reference-${role}`;
}

/** The configuration of a reference participant that holds the identities of a profile (perhaps only some roles). */
export async function referenceConfig(
  profile: Profile,
  o: Pick<ReferenceConfig, 'stateDir' | 'dipUrl' | 'environmentTag' | 'effectiveDatesBeginAt' | 'release'> & {
    parties: ReferenceConfig['market']['parties'];
    standing?: Standing;
    roles?: readonly string[];
    /** Of these roles only these identities. */
    dipIds?: readonly string[];
    faults?: readonly string[];
  },
): Promise<ReferenceConfig> {
  const { parties, standing, roles, dipIds, ...rest } = o;
  const held = profile.identities.filter(
    ({ role, dipId }) => (!roles?.length || roles.includes(role)) && (!dipIds?.length || dipIds.includes(dipId)),
  );
  const keys = held.map(async (identity) => {
    const { apiKey } = await resolveIdentity(profile, identity, { stateDir: o.stateDir });
    return [identity.dipId, apiKey] as const;
  });
  const own = held.map(({ dipId, mpid, role }) => ({
    dipId,
    mpid,
    role: role as RoleCode,
    name: `${profile.name} ${role}`,
  }));
  const others = parties.filter(({ dipId }) => own.every((identity) => identity.dipId !== dipId));
  return referenceConfigSchema.parse({
    ...rest,
    market: { parties: [...others, ...own], ...(standing && { standing }) },
    identities: own.map((party, index) => ({ ...party, certificates: issuedName(profile, held[index]!) })),
    registeredBy: held.every(({ webhooks }) => webhooks.registeredBy === 'harness') ? 'harness' : 'itself',
    system: { name: profile.systemUnderTest.name, components: profile.systemUnderTest.components },
    triggerToken: await triggerToken(o.stateDir),
    apiKeys: Object.fromEntries(await Promise.all(keys)),
  });
}

/** Reads what the process was told. REFERENCE_CONFIG_WRONG. */
export function readReferenceConfig(text: string): ReferenceConfig {
  try {
    return referenceConfigSchema.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw raise('REFERENCE_CONFIG_WRONG', { reason }, 'the first line of the standard input');
  }
}

/** Channels whose publications go to a role, as the catalogue says: `IF-001`, `IF-002`, … */
export function channelsTo(role: RoleCode): string[] {
  const goesTo = allEvents().filter(({ recipients: { primary, secondary, always } }) =>
    [...primary, ...secondary, ...always].includes(role),
  );
  return [...new Set(goesTo.map((event) => event.interface))].sort();
}
