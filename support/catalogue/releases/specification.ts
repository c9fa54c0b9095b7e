import { nearest } from '../../errors';
import { raise } from './raise';
import type { SpecFiles } from './spec-files';

/** A place in a file: `['components', 'schemas', 'B070']`. */
export interface Place {
  file: string;
  path: readonly string[];
}

export type Mapping = Record<string, unknown>;

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `Interfaces.yaml: components.schemas.B070`, as errors name it. */
export const placeText = ({ file, path }: Place) => `${file}: ${path.join('.')}`;

export const below = (place: Place, ...keys: (string | number)[]): Place => ({
  file: place.file,
  path: [...place.path, ...keys.map(String)],
});

const child = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Mapping)[key] : undefined;

/** A percent sign that begins no character stands for itself. */
function decoded(pointer: string): string {
  try {
    return decodeURI(pointer.replace(/%(?![0-9a-f]{2})/gi, '%25'));
  } catch {
    return pointer;
  }
}

/** Files that refer to one another, by address or by file name; nothing is ever fetched. */
export class Specification {
  constructor(readonly files: SpecFiles) {}

  /**
   * The place that a reference means. Raises RELEASE_REFERENCE_FILE_MISSING, RELEASE_REFERENCE_MISSING,
   * RELEASE_SCHEMA_INVALID.
   */
  target(reference: unknown, from: Place): Place {
    if (typeof reference !== 'string' || !reference.includes('#/')) {
      const value = JSON.stringify(reference) ?? 'nothing';
      const expected = 'a reference with # and a place in a file';
      throw raise('RELEASE_SCHEMA_INVALID', { file: from.file, keyword: '$ref', value, expected }, placeText(from));
    }
    const [address, pointer] = reference.split('#', 2) as [string, string];
    const file = address ? this.files.named(address, from.file) : from.file;
    const path = decoded(pointer).split('/').slice(1);
    const place = { file, path: path.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')) };
    if (this.value(place) === undefined) throw this.missing(reference, place, from);
    return place;
  }

  /** What stands at a place; undefined where nothing does. */
  value(place: Place): unknown {
    return place.path.reduce(child, this.files.value(place.file));
  }

  private missing(reference: string, place: Place, from: Place) {
    const siblings = this.value({ ...place, path: place.path.slice(0, -1) });
    const candidate = isMapping(siblings) ? nearest(place.path.at(-1) ?? '', Object.keys(siblings)) : undefined;
    const values = { file: from.file, reference, target: place.file, nearest: candidate ?? 'none' };
    return raise('RELEASE_REFERENCE_MISSING', values, placeText(from));
  }
}
