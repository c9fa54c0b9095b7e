import { below, isMapping, type Place, type Specification } from './specification';
import { invalid } from './keywords';

/** A schema of a message whose S0 says of which events it is. */
export interface Variant {
  place: Place;
  interface: string;
  /** Without brackets; one schema may serve several. */
  events: string[];
  schemaVersions: string[];
}

// Examples may be broken, and say nothing.
export const leftOut = new Set(['example', 'examples', 'default']);

/** Every message schema of a file, found by its CommonBlock.S0 with the values of interfaceID and eventCode. */
export function variantsOf(specification: Specification, file: string): Variant[] {
  const found: Variant[] = [];
  const seen = new Set<unknown>();
  const waiting: { value: unknown; place: Place }[] = [
    { value: specification.files.value(file), place: { file, path: [] } },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, place } = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    const variant = isMapping(value) ? variantAt(specification, value, place) : undefined;
    if (variant) found.push(variant);
    const inner = Object.entries(value).filter(([key]) => variant === undefined && !leftOut.has(key));
    for (const [key, one] of inner.reverse()) waiting.push({ value: one, place: below(place, key) });
  }
  return found;
}

function variantAt(specification: Specification, value: unknown, place: Place): Variant | undefined {
  if (!isMapping(value) || !isMapping(value.properties) || !isMapping(value.properties.CommonBlock)) return undefined;
  const s0 = step(specification, { value, place }, 'CommonBlock', 'S0');
  const one = (name: string) => (s0 ? values(step(specification, s0, name)) : []);
  const interfaces = one('interfaceID');
  const events = one('eventCode').map((code) => code.replace(/^\[(.*)\]$/, '$1'));
  if (interfaces.length !== 1 || events.length === 0) return undefined;
  return { place, interface: interfaces[0]!, events, schemaVersions: one('schemaVersion') };
}

interface Found {
  value: unknown;
  place: Place;
}

/** Goes down through properties, and through references on the way. */
function step(specification: Specification, from: Found, ...names: string[]): Found | undefined {
  let at: Found | undefined = from;
  for (const name of names) {
    const properties: unknown = isMapping(at.value) ? at.value.properties : undefined;
    if (!isMapping(properties) || !Object.hasOwn(properties, name)) return undefined;
    at = { value: properties[name], place: below(at.place, 'properties', name) };
    for (let hops = 0; isMapping(at.value) && '$ref' in at.value && hops < 20; hops++) {
      const place = specification.target(at.value.$ref, at.place);
      at = { value: specification.value(place), place };
    }
  }
  return at;
}

function values(found: Found | undefined): string[] {
  if (!found || !isMapping(found.value)) return [];
  const { enum: listed, const: single } = found.value;
  const given: unknown[] = Array.isArray(listed) ? listed : single === undefined ? [] : [single];
  return given.map((value) => {
    if (typeof value !== 'string') throw invalid(below(found.place, 'enum'), 'enum', value, 'a value in quotes');
    return value;
  });
}
