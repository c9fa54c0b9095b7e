import { type ItemName, items, wireName } from './items';
import { itemClasses, keyPatterns, wordsOfActs } from './personal-items';

/** What redaction treats apart. `address` holds names and numbers by which a person is reached as well. */
export const personalClasses = [
  'address',
  'freeText',
  'consumption',
  'advisories',
  'consent',
  'meterIds',
  'registrationId',
  'mpan',
] as const;
export type PersonalClass = (typeof personalClasses)[number];

/** What becomes of the values of a class. */
export const treatments = ['keep', 'mask', 'pseudonymise'] as const;
export type Treatment = (typeof treatments)[number];

const known = new Map<string, PersonalClass | undefined>([
  // What the catalogue knows is decided by the table, however it sounds.
  ...(Object.keys(items) as ItemName[]).map((name) => [wireName(name).toLowerCase(), undefined] as const),
  ...listed(wordsOfActs),
  ...listed(itemClasses),
]);

/** Names of the data items of a class, as they stand on the wire; all classes without. */
export function personalItems(of?: PersonalClass): string[] {
  return personalClasses.filter((one) => of === undefined || one === of).flatMap((one) => [...itemClasses[one]]);
}

/**
 * The class of what stands under a key of a message, an act or an answer; undefined for what is none. Case does not
 * count. A key that the catalogue does not know goes by how it sounds (`customerPhone` is an address), else by the class
 * of what it stands in.
 */
export function personalClass(key: string, above?: PersonalClass): PersonalClass | undefined {
  const name = key.toLowerCase();
  if (known.has(name)) return known.get(name);
  if (!heard.has(name)) {
    // Keys of messages are few; those of a system's own answers may be any.
    if (heard.size >= mostHeard) heard.clear();
    heard.set(name, keyPatterns.find(([pattern]) => pattern.test(key))?.[1]);
  }
  return heard.get(name) ?? above;
}

const heard = new Map<string, PersonalClass | undefined>();
const mostHeard = 5000;

function listed(classes: Readonly<Partial<Record<PersonalClass, readonly string[]>>>) {
  return Object.entries(classes).flatMap(([of, names]) =>
    names.map((name) => [name.toLowerCase(), of as PersonalClass] as const),
  );
}
