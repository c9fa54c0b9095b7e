import { patternsOf } from './redactor-patterns';

const struckHeaders = new Map([
  ['x-api-key', 'api-key'],
  ['apikey', 'api-key'],
  ['api-key', 'api-key'],
  ['authorization', 'authorization'],
  ['proxy-authorization', 'authorization'],
  ['cookie', 'cookie'],
  ['set-cookie', 'cookie'],
]);
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
// The same in base64, as in a certificate header that was given the key's file too.
const encodedPem = /LS0tLS1CRUdJTi[A-Za-z0-9+/=]{20,}/g;
const writtenHeader =
  /\b((?:x-)?api-?key|(?:proxy-)?authorization)(["']?\s*[:=]\s*["']?)(?:(?:Bearer|Basic)\s+)?[^\s"',;]+/gi;
const knownKeys = 5000;
// A certificate is longer, and comes with every request of its owner.
const longText = 500;
const knownTexts = 200;

/** Text that stands where something was struck; the rule is named in it. */
export function struck(rule: string): string {
  return `[struck: ${rule}]`;
}

/** Strikes API keys, authorization, private keys and registered secrets. `rules` names, once each, what struck. */
export interface Redactor {
  /** Names come back in lower case, repeated headers joined with a comma. */
  headers(h: Record<string, string | string[] | undefined>): { headers: Record<string, string>; rules: string[] };
  /** Free text, such as a log line: headers written out in it are struck as well. */
  text(s: string): string;
  /** Walks a JSON value, its keys too, and copies it; the original stays as it is. */
  value<T>(body: T): { value: T; rules: string[] };
  /**
   * Whether nothing in a JSON text can be struck: what `value` would make of the parsed text is the same again. A text
   * that is written in an unusual way (with escapes that JSON does not need) is never clean.
   */
  clean(json: string): boolean;
}

/**
 * Makes a redactor. A secret is struck wherever it stands, also base64, URL or JSON encoded; secrets of fewer than 8
 * characters are ignored, since they would strike ordinary text.
 */
export function createRedactor(secrets: string[]): Redactor {
  const { secret, suspect, unclean } = patternsOf(secrets, [...struckHeaders.keys()]);
  const keys = new Map<string, { plain: boolean; rule?: string }>();
  const untouched = new Set<string>();

  function strike(text: string, rules: Set<string>): string {
    if (!suspect.test(text)) return text;
    const cut = (rule: string) => {
      rules.add(rule);
      return struck(rule);
    };
    let result = text;
    if (secret) result = result.replace(secret, () => cut('secret'));
    if (result.includes('PRIVATE KEY-----')) result = result.replace(privateKey, () => cut('private-key'));
    return result.replace(encodedPem, (found) =>
      Buffer.from(found, 'base64').toString('latin1').includes('PRIVATE KEY-----') ? cut('private-key') : found,
    );
  }

  // The keys of messages are few and come again and again.
  function known(key: string): { plain: boolean; rule?: string } {
    const found = keys.get(key);
    if (found) return found;
    const made = { plain: !suspect.test(key), rule: struckHeaders.get(key.toLowerCase()) };
    if (keys.size >= knownKeys) keys.clear();
    keys.set(key, made);
    return made;
  }

  function named(name: string, value: string, rules: Set<string>): string {
    const { rule } = known(name);
    if (!rule) return strike(value, rules);
    rules.add(rule);
    return struck(rule);
  }

  function header(name: string, text: string, rules: Set<string>): string {
    if (!known(name).rule && untouched.has(text)) return text;
    const result = named(name, text, rules);
    if (result !== text || text.length < longText) return result;
    if (untouched.size >= knownTexts) untouched.clear();
    untouched.add(text);
    return result;
  }

  function walk(value: unknown, rules: Set<string>): unknown {
    if (typeof value === 'string') return strike(value, rules);
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((item) => walk(item, rules));
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      const name = known(key).plain ? key : strike(key, rules);
      const kept = typeof item === 'string' ? named(key, item, rules) : walk(item, rules);
      // Assigned, that key would change the prototype.
      if (name === '__proto__')
        Object.defineProperty(copy, name, { value: kept, enumerable: true, configurable: true, writable: true });
      else copy[name] = kept;
    }
    return copy;
  }

  return {
    headers(h) {
      const rules = new Set<string>();
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries(h)) {
        if (value === undefined) continue;
        headers[name.toLowerCase()] = header(name, Array.isArray(value) ? value.join(', ') : value, rules);
      }
      return { headers, rules: [...rules] };
    },
    text: (s) =>
      strike(s, new Set()).replace(writtenHeader, (_, name: string, between: string) => {
        return `${name}${between}${struck(struckHeaders.get(name.toLowerCase()) ?? 'secret')}`;
      }),
    value<T>(body: T) {
      const rules = new Set<string>();
      return { value: walk(body, rules) as T, rules: [...rules] };
    },
    clean: (json) => !unclean(json),
  };
}
