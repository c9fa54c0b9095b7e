import { catalogueErrors, errorsOf } from '../errors';
import { type EventDefinition, messageLabel, parseMessageLabel } from './event';
import type { JsonSchema } from './json-schema';
import { knownEvent, type Release, releaseInUse } from './release';
import type { RoleCode } from './roles';
import { isMasked } from './values';

const raise = errorsOf(catalogueErrors);

/** By message and item, the roles that do not see the value: `{'IF-036 [DSAppActive]': {consentGranularity: ['LDSO']}}`. */
export type Masking = Readonly<Record<string, Readonly<Record<string, readonly RoleCode[]>>>>;

/** An item of an event whose value some of its recipients do not see. */
export interface MaskedItem {
  item: string;
  hiddenFrom: readonly RoleCode[];
  /** No public source says who sees what; `set` where an environment says it. */
  basis: 'inferred' | 'set';
  /** Key of an environment file that overrides it. */
  setting: string;
}

/** They need to know that a data service is there, not how often it may read. */
const withoutConsent = ['MSS', 'MSA', 'UMSO', 'LDSO', 'EES'] as const;

/**
 * What the DIP hides of what goes to many. That it may, and which items have a masked value, is published; all rows are
 * inferred from what the roles do (assumption masked-values). Only what the release has a masked value for can be hidden.
 */
const bundled: Masking = {
  'IF-026 [ConsentGranularity]': { consentGranularity: withoutConsent },
  'IF-036 [DSAppActive]': {
    consentGranularity: withoutConsent,
    traditionalFallBackReadFrequency: withoutConsent,
  },
  // The outgoing service is told where to send meter details to, not on which terms its successor works.
  'IF-035 [IMS-SendMTD]': {
    supplierProposedConsentGranularity: ['MSS', 'MSA'],
    traditionalFallBackReadFrequency: ['MSS', 'MSA'],
  },
};

/** What is hidden of an event in a release. */
export function maskedItems(definition: EventDefinition, release: Release = releaseInUse()): MaskedItem[] {
  const label = messageLabel(definition);
  const set = release.masking?.[label];
  return Object.entries({ ...bundled[label], ...set }).map(([item, hiddenFrom]) => ({
    item,
    hiddenFrom,
    basis: set && Object.hasOwn(set, item) ? 'set' : 'inferred',
    setting: `masking["${label}"].${item}`,
  }));
}

/** One place of a message that can be masked: its keys, lists passed through, and the value that hides it. */
export interface MaskedPlace {
  path: readonly string[];
  value: string;
}

/** The places of an item in what the DIP publishes; none where the release has no masked value for it. */
export function maskedPlaces(
  definition: EventDefinition,
  item: string,
  release: Release = releaseInUse(),
): MaskedPlace[] {
  return placesOf(release.jsonSchema(definition, 'egress'), item, []);
}

function placesOf(schema: JsonSchema, item: string, path: readonly string[]): MaskedPlace[] {
  const given = schema.anyOf?.find((one) => one.type !== 'null') ?? schema.items;
  if (given) return placesOf(given, item, path);
  const value = path.at(-1) === item ? schema.enum?.find(isMasked) : undefined;
  if (typeof value === 'string') return [{ path, value }];
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => placesOf(inner, item, [...path, key]));
}

/**
 * A release in which an environment says who does not see what; an item that it leaves out stays, an empty list shows
 * it to all. Raises EVENT_UNKNOWN, and MASKING_NOT_POSSIBLE for an item without a masked value.
 */
export function withMasking(of: Release, masking: Masking): Release {
  for (const [label, items] of Object.entries(masking)) {
    const { interface: id, event } = parseMessageLabel(label) ?? { interface: label, event: '' };
    const definition = knownEvent(id, event, of, `masking["${label}"]`);
    for (const item of Object.keys(items)) {
      if (maskedPlaces(definition, item, of).length > 0) continue;
      throw raise('MASKING_NOT_POSSIBLE', { message: label, item }, `masking["${label}"].${item}`);
    }
  }
  return { ...of, masking };
}
