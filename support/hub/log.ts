export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What a hub tells of itself: names, counts and codes; never a secret, a body or an MPAN. */
export interface Log {
  debug(event: string, fields?: Fields): void;
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
}

export interface LogOptions {
  write(line: string): void;
  /** Readable lines for a terminal; one line of JSON for each event without. */
  readable: boolean;
  level: LogLevel;
  clock?: () => Date;
  /** Strikes what must not be told from text of others, such as the message of an error. */
  redact?(text: string): string;
}

// Thirteen digits on their own are an MPAN wherever they stand.
const mpans = /(?<!\d)\d{13}(?!\d)/g;

export function createLog({
  write,
  readable,
  level,
  clock = () => new Date(),
  redact = (text) => text,
}: LogOptions): Log {
  const least = logLevels.indexOf(level);

  function tell(at: LogLevel, event: string, fields: Fields): void {
    if (logLevels.indexOf(at) < least) return;
    const time = clock().toISOString();
    const told = Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => safe(key, value)));
    write(readable ? lineOf(time, at, event, told) : JSON.stringify({ time, level: at, event, ...told }));
  }

  function safe(key: string, value: Fields[string]): [string, Fields[string]][] {
    if (value === undefined) return [];
    return [[key, typeof value === 'string' ? redact(value).replace(mpans, '[mpan]') : value]];
  }

  const at =
    (one: LogLevel) =>
    (event: string, fields: Fields = {}) =>
      tell(one, event, fields);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function lineOf(time: string, level: LogLevel, event: string, fields: Fields): string {
  const rest = Object.entries(fields).map(([key, value]) => `${key}=${shown(value)}`);
  return [time.slice(11, 19), level.padEnd(5), event, ...rest].join(' ');
}

function shown(value: Fields[string]): string {
  const text = String(value);
  return /^[^\s"=]+$/.test(text) ? text : JSON.stringify(text);
}

/** A log that tells nothing. */
export const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing(): void {}
