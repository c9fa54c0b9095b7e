import { raise } from './raise';
import { Converter } from './convert';
import { checkId } from './release-id';
import { isModest, tooMuch } from './size';
import { SpecFiles } from './spec-files';
import { type Place, placeText, Specification } from './specification';
import { followed, type StoredEvent, type StoredRelease, type StoredSchema } from './stored';
import { type Variant, variantsOf } from './variants';
import { checkWhole } from './wholeness';

/** Files without these words describe no event and are read only when another refers to them. */
const mayHoldEvents = (text: string) => /eventCode/.test(text) && /schemas/.test(text) && /\bS0\b/.test(text);

/**
 * Reads a published specification of the DIP's messages, an OpenAPI file or a folder of files that refer to one
 * another (YAML or JSON), into the form in which releases are kept. Nothing is fetched: a remote address means the file
 * of that name. `at` is the time of the import. Raises the RELEASE_ errors.
 *
 * @example await saveRelease('.qualify/releases', await importRelease('dip-2.2.1/', '2.2.1'));
 */
export async function importRelease(path: string, id: string, at = new Date()): Promise<StoredRelease> {
  checkId(id);
  // Only an import needs the reader of YAML.
  const files = new SpecFiles(path, await import('yaml'));
  const specification = new Specification(files);
  const { given } = files;
  const all = files.roots();
  const roots = all.filter((name) => mayHoldEvents(files.text(name)));
  // What a file that was cut off has left may hold no word of an event any more.
  const alone = given === undefined ? [] : [given];
  for (const name of alone) files.value(name);
  const variants = chosen(roots.flatMap((name) => variantsOf(specification, name)));
  const whole = [...new Set([...variants.map(({ place }) => place.file), ...alone])];
  checkWhole(
    specification,
    whole,
    all.filter((name) => !whole.includes(name)),
  );
  if (variants.length === 0) throw raise('RELEASE_WITHOUT_EVENT', { path }, path);
  const converter = new Converter(specification);
  const events = resolveTwins(variants.map((variant) => storedEvent(variant, specification, converter)));
  const { $defs } = converter;
  if (!isModest({ events, $defs })) throw raise('RELEASE_TOO_COMPLEX', { file: path, what: tooMuch }, path);
  return { schema: 1, id, imported: at.toISOString(), files: files.used(), events, $defs: sorted($defs) };
}

interface Candidate extends Variant {
  event: string;
}

/** One candidate for each event and schema; where a schema of its own exists, one that serves several gives way. */
function chosen(variants: Variant[]): Candidate[] {
  const all = variants.flatMap((variant) => variant.events.map((event) => ({ ...variant, event })));
  const least = new Map<string, number>();
  const label = (one: Candidate) => `${one.interface} [${one.event}]`;
  for (const one of all) least.set(label(one), Math.min(one.events.length, least.get(label(one)) ?? Infinity));
  const kind = (one: Candidate) => (one.interface.startsWith('IF-') ? 0 : one.interface.startsWith('REP-') ? 1 : 2);
  return all
    .filter((one) => one.events.length === least.get(label(one)))
    .sort((a, b) => kind(a) - kind(b) || (a.interface < b.interface ? -1 : a.interface > b.interface ? 1 : 0));
}

type Placed = { place: Place; stored: StoredEvent };

function storedEvent(
  { place, event, ...variant }: Candidate,
  specification: Specification,
  converter: Converter,
): Placed {
  const { $defs } = converter;
  const message = converter.inline(specification.value(place), place);
  const inlined = (from: StoredSchema, name: string): StoredSchema => ({ ...followed(from.properties![name]!, $defs) });
  const common = inlined(message, 'CommonBlock');
  const s0 = inlined(common, 'S0');
  const codes = { ...s0.properties, eventCode: { type: 'string', enum: [`[${event}]`] } };
  const properties: Record<string, StoredSchema> = {
    ...message.properties,
    CommonBlock: { ...common, properties: { ...common.properties, S0: { ...s0, properties: codes } } },
  };
  const header = { interface: variant.interface, event, schemaVersion: variant.schemaVersions.at(-1) ?? '' };
  if (!properties.CustomBlock) return { place, stored: { ...header, message: { ...message, properties } } };
  const custom = inlined(message, 'CustomBlock');
  properties.CustomBlock = custom;
  const report = custom.properties?.P03 && custom.properties.schema;
  return { place, stored: { ...header, message: { ...message, properties }, ...(report && { report }) } };
}

/** An event that is described more than once in the same words counts once. */
function resolveTwins(all: Placed[]): StoredEvent[] {
  const kept = new Map<string, Placed & { text: string }>();
  for (const one of all) {
    const label = `${one.stored.interface} [${one.stored.event}]`;
    const text = JSON.stringify(one.stored);
    const twin = kept.get(label);
    if (twin && twin.text !== text) {
      const values = { event: label, first: placeText(twin.place), second: placeText(one.place) };
      throw raise('RELEASE_EVENT_TWICE', { file: one.place.file, ...values }, placeText(one.place));
    }
    if (!twin) kept.set(label, { ...one, text });
  }
  return [...kept.values()].map(({ stored }) => stored);
}

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
