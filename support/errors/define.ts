import { ErrorDefinition, Place, QualifyError } from './error';

type Values = Record<string, string | number | undefined>;

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/**
 * Turns a table of definitions into a maker of errors:
 * `raise('PROFILE_KEY_UNKNOWN', { key, nearest }, 'profile.yaml: identities[0]')`.
 */
export function errorsOf<T extends Record<string, ErrorDefinition>>(table: T) {
  return (code: keyof T & string, values: Values = {}, place?: Place, cause?: unknown): QualifyError => {
    const definition = table[code]!;
    return new QualifyError(
      code,
      definition.kind,
      fill(definition.text, values),
      fill(definition.fix, values),
      place,
      cause === undefined ? undefined : { cause },
    );
  };
}
