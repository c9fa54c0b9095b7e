import { mostRequired } from './limits';
import { checkPattern } from './patterns';
import { quoted, raise } from './raise';
import { below, isMapping, type Mapping, type Place, placeText } from './specification';

type Test = readonly [expected: string, holds: (value: unknown) => boolean];

const count: Test = ['a whole number from 0', (value) => Number.isSafeInteger(value) && (value as number) >= 0];
const required = (most: number): Test => [
  `a whole number from 0 to ${most}`,
  (value) => count[1](value) && (value as number) <= most,
];
const number: Test = ['a number', (value) => typeof value === 'number' && Number.isFinite(value)];
const flag: Test = ['true or false', (value) => typeof value === 'boolean'];
const object: Test = ['an object', isMapping];
const list: Test = ['a list', (value) => Array.isArray(value) && value.length > 0];
const text: Test = ['a text', (value) => typeof value === 'string'];

const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
const isType = (value: unknown) => typeof value === 'string' && types.includes(value);
const isTexts = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string');
const isScalar = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** Every keyword that constrains a message and is understood, with what may stand there. */
const keywords: Record<string, Test> = {
  type: ['a type', (value) => isType(value) || (Array.isArray(value) && value.length > 0 && value.every(isType))],
  nullable: flag,
  enum: ['a list of values', (value) => Array.isArray(value) && value.length > 0 && value.every(isScalar)],
  const: ['a value', isScalar],
  properties: object,
  required: ['a list of names', isTexts],
  additionalProperties: ['true, false or a schema', (value) => typeof value === 'boolean' || isMapping(value)],
  items: object,
  allOf: list,
  anyOf: list,
  oneOf: list,
  minItems: required(mostRequired.minItems),
  maxItems: count,
  minLength: required(mostRequired.minLength),
  maxLength: count,
  minimum: number,
  maximum: number,
  exclusiveMinimum: ['a number, true or false', (value) => number[1](value) || flag[1](value)],
  exclusiveMaximum: ['a number, true or false', (value) => number[1](value) || flag[1](value)],
  multipleOf: ['a number above 0', (value) => number[1](value) && (value as number) > 0],
  uniqueItems: flag,
  pattern: text,
};

const limits = [
  ['minItems', 'maxItems'],
  ['minLength', 'maxLength'],
  ['minimum', 'maximum'],
] as const;

const unsupported = new Set(
  'not if then else dependentSchemas dependentRequired patternProperties propertyNames prefixItems contains minContains maxContains unevaluatedItems unevaluatedProperties minProperties maxProperties $dynamicRef'.split(
    ' ',
  ),
);

/**
 * The constraints of a schema; descriptions, examples, formats and extensions are left behind. Raises
 * RELEASE_SCHEMA_INVALID, RELEASE_KEYWORD_UNSUPPORTED, RELEASE_PATTERN_INVALID, RELEASE_PATTERN_SLOW.
 */
export function constraintsOf(value: unknown, place: Place): Mapping {
  if (!isMapping(value)) throw invalid(place, place.path.at(-1) ?? '', value, 'a schema');
  const kept: Mapping = {};
  for (const [keyword, given] of Object.entries(value)) {
    if (unsupported.has(keyword))
      throw raise('RELEASE_KEYWORD_UNSUPPORTED', { file: place.file, keyword }, placeText(place));
    const test = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined;
    if (!test) continue;
    if (!test[1](given)) throw invalid(below(place, keyword), keyword, given, test[0]);
    kept[keyword] = given;
  }
  for (const [least, most] of limits) {
    if (typeof kept[least] === 'number' && typeof kept[most] === 'number' && kept[least] > kept[most])
      throw invalid(below(place, least), least, kept[least], `at most ${kept[most]}, the ${most} beside it,`);
  }
  if (typeof kept.pattern === 'string') checkPattern(kept.pattern, below(place, 'pattern'));
  return kept;
}

/** A value that cannot stand where it does. */
export function invalid(place: Place, keyword: string, value: unknown, expected: string) {
  return raise(
    'RELEASE_SCHEMA_INVALID',
    { file: place.file, keyword, value: quoted(value), expected },
    placeText(place),
  );
}
