import { labelsOf, type Found, type Shape } from '../../catalogue';
import { counted } from '../output';
import { printed as pc } from '../terminal';
import { fieldLines } from './field-lines';

type Shaped = Extract<Found, { kind: 'block' | 'item' }>;

const mostPaths = 5;

/** A block or a data item in each of its shapes, and the messages in which it has that shape. */
export function shapeLines({ kind, name, shapes, ...rest }: Shaped): string[] {
  const numbers = 'numbers' in rest && rest.numbers.length > 0 ? `  ${rest.numbers.join(', ')}` : '';
  const what = kind === 'block' ? 'block' : 'data item';
  const head = [`${pc.bold(name)}${numbers}  ${pc.dim(what)}`];
  if (shapes.length === 0) return [...head, 'No message of the release carries it.'];
  const differ = shapes.length > 1 ? [`Messages differ on it: ${counted(shapes.length, 'form')}.`] : [];
  return [...head, ...differ, ...shapes.flatMap((shape) => ['', ...oneShape(shape)])];
}

function oneShape({ field, places }: Shape): string[] {
  const everywhere = places.every(({ required }) => required);
  const labels = [true, false].map((required) => labelsOf(places.filter((place) => place.required === required)));
  const paths = [...new Set(places.map(({ path }) => path))];
  return [
    ...fieldLines({ ...field, required: everywhere || places.some(({ required }) => required) }),
    ...paths.slice(0, mostPaths).map((path, index) => `  ${index === 0 ? pc.dim('at') : '  '} ${path}`),
    ...(paths.length > mostPaths ? [`     and ${paths.length - mostPaths} more`] : []),
    ...messages('required in', labels[0]!),
    ...messages('optional in', labels[1]!),
  ];
}

function messages(what: string, labels: readonly string[]): string[] {
  if (labels.length === 0) return [];
  return [`  ${pc.dim(`${what} ${counted(labels.length, 'message')}`)}`, ...wrapped(labels)];
}

/** As many names to a line as fit. */
function wrapped(names: readonly string[], width = 110): string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && `${last}, ${name}`.length <= width) lines[lines.length - 1] = `${last}, ${name}`;
    else lines.push(`    ${name}`);
  }
  return lines;
}

export function shapeJson({ kind, name, shapes, ...rest }: Shaped): object {
  const told = shapes.map(({ field, places }) => ({
    ...field,
    places: places.map(({ definition, path, required }) => ({
      ...{ interface: definition.interface, event: definition.event, path, required },
    })),
  }));
  return { kind, name, ...rest, forms: told };
}
