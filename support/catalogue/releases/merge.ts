import { raise } from './raise';
import { type Place, placeText } from './specification';
import { followed, type StoredRelease, type StoredSchema } from './stored';

const isEmpty = (schema: StoredSchema) => Object.keys(schema).length === 0;

/**
 * One schema that says what all of them say: how `allOf` builds an object out of parts. Raises
 * RELEASE_KEYWORD_UNSUPPORTED where two parts speak of the same thing differently. `count` is called for each joining.
 */
export function merged(
  parts: readonly StoredSchema[],
  $defs: StoredRelease['$defs'],
  place: Place,
  count: () => void,
): StoredSchema {
  const kept = parts.filter((part) => !isEmpty(part));
  if (kept.length <= 1) return kept[0] ?? {};

  function both(one: StoredSchema, other: StoredSchema): StoredSchema {
    count();
    const [a, b] = [followed(one, $defs), followed(other, $defs)];
    // A choice beside other constraints: these hold in each alternative.
    if (a.anyOf && !b.anyOf) return { anyOf: a.anyOf.map((each) => both(each, b)) };
    if (b.anyOf && !a.anyOf) return { anyOf: b.anyOf.map((each) => both(a, each)) };
    return joined(a, b, place);
  }

  return kept.reduce((whole, part) => both(whole, part));
}

function joined(a: StoredSchema, b: StoredSchema, place: Place): StoredSchema {
  const whole: Record<string, unknown> = { ...a };
  for (const [keyword, value] of Object.entries(b)) {
    const other = whole[keyword];
    if (other === undefined || JSON.stringify(other) === JSON.stringify(value)) whole[keyword] = value;
    else if (keyword === 'required') whole.required = [...new Set([...a.required!, ...b.required!])];
    else if (keyword === 'properties') whole.properties = union(a, b, place);
    else throw clash(keyword, place);
  }
  return whole;
}

function union(a: StoredSchema, b: StoredSchema, place: Place): Record<string, StoredSchema> {
  const names = [...Object.keys(a.properties!), ...Object.keys(b.properties!)];
  const pick = (name: string): StoredSchema => {
    const [one, other] = [a.properties![name], b.properties![name]];
    if (one && other && JSON.stringify(one) !== JSON.stringify(other)) throw clash(`properties.${name}`, place);
    return (one ?? other)!;
  };
  return Object.fromEntries(names.map((name) => [name, pick(name)]));
}

const clash = (keyword: string, { file, path }: Place) =>
  raise(
    'RELEASE_KEYWORD_UNSUPPORTED',
    { file, keyword: `allOf or anyOf with two meanings of ${keyword}` },
    placeText({ file, path }),
  );
