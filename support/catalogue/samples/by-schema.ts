import type { JsonSchema } from '../json-schema';
import { fromPattern } from './pattern';
import { fits } from './schema';
import { type Spot } from './spot';

// A number in a text, as the release's patterns have it: \d{1,9}\.\d{3}.
const decimal = /^\^(?:-\?)?\\d\{1,\d+\}\\\.\\d\{(\d+)\}\$$/;

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Some value that a schema allows, for an item of which nothing else is known. */
export function anyValue(spot: Spot): unknown {
  const { schema } = spot;
  if (schema.const !== undefined) return schema.const;
  const draw = spot.draw();
  if (schema.enum) {
    const given = schema.enum.filter((value) => value !== 'x');
    return draw.pick(given.length ? given : schema.enum);
  }
  switch (schema.type) {
    case 'boolean':
      return draw.chance(0.5);
    case 'integer':
    case 'number':
      return draw.int(...range(schema));
    default:
      return text(spot);
  }
}

function range({ minimum, maximum }: JsonSchema): [number, number] {
  const least =
    minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? Math.ceil(minimum) : Math.min(0, maximum ?? 0);
  return [least, Math.min(maximum ?? least + 100, least + 100)];
}

function text(spot: Spot): string {
  const { schema, scene } = spot;
  const draw = spot.draw();
  const { minLength = 0, maxLength = Infinity, pattern } = schema;
  const decimals = decimal.exec(pattern ?? '')?.[1];
  if (decimals) return (draw.int(0, 9999) / 100).toFixed(Number(decimals));
  if (pattern !== undefined) {
    const tries = Array.from({ length: 20 }, () => fromPattern(pattern, draw));
    return tries.find((one) => fits(schema, one)) ?? tries[0]!;
  }
  if (minLength === 25 && maxLength === 25) return scene.since;
  if (minLength === 10 && maxLength === 10 && /date$/i.test(spot.name)) return scene.day;
  const words = maxLength < 8 ? '' : 'SAMPLE';
  const length = Math.max(minLength, Math.min(maxLength, Math.max(words.length, 4)));
  return (words + Array.from({ length }, () => draw.pick(alphabet)).join('')).slice(0, length);
}
