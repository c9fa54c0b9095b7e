const struckHeaders: Record<string, string> = {
  'x-api-key': 'api-key',
  apikey: 'api-key',
  'api-key': 'api-key',
  authorization: 'authorization',
  'proxy-authorization': 'authorization',
  cookie: 'cookie',
  'set-cookie': 'cookie',
};
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
// The same in base64, as in a certificate header that was given the key's file too.
const encodedPem = /LS0tLS1CRUdJTi[A-Za-z0-9+/=]{20,}/g;
const writtenHeader =
  /\b((?:x-)?api-?key|(?:proxy-)?authorization)(["']?\s*[:=]\s*["']?)(?:(?:Bearer|Basic)\s+)?[^\s"',;]+/gi;
const shortest = 8;

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
}

/**
 * Makes a redactor. A secret is struck wherever it stands, also base64, URL or JSON encoded; secrets of fewer than 8
 * characters are ignored, since they would strike ordinary text.
 */
export function createRedactor(secrets: string[]): Redactor {
  const pattern = patternOf(secrets);

  function strike(text: string, rules: Set<string>): string {
    const cut = (rule: string) => {
      rules.add(rule);
      return struck(rule);
    };
    let result = text;
    if (pattern) result = result.replace(pattern, () => cut('secret'));
    if (result.includes('PRIVATE KEY-----')) result = result.replace(privateKey, () => cut('private-key'));
    return result.replace(encodedPem, (found) =>
      Buffer.from(found, 'base64').toString('latin1').includes('PRIVATE KEY-----') ? cut('private-key') : found,
    );
  }

  function named(name: string, value: string, rules: Set<string>): string {
    const rule = struckHeaders[name.toLowerCase()];
    if (!rule) return strike(value, rules);
    rules.add(rule);
    return struck(rule);
  }

  function walk(value: unknown, rules: Set<string>): unknown {
    if (typeof value === 'string') return strike(value, rules);
    if (Array.isArray(value)) return value.map((item) => walk(item, rules));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        strike(key, rules),
        typeof item === 'string' ? named(key, item, rules) : walk(item, rules),
      ]),
    );
  }

  return {
    headers(h) {
      const rules = new Set<string>();
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries(h)) {
        if (value === undefined) continue;
        headers[name.toLowerCase()] = named(name, Array.isArray(value) ? value.join(', ') : value, rules);
      }
      return { headers, rules: [...rules] };
    },
    text: (s) =>
      strike(s, new Set()).replace(writtenHeader, (_, name: string, between: string) => {
        return `${name}${between}${struck(struckHeaders[name.toLowerCase()] ?? 'secret')}`;
      }),
    value<T>(body: T) {
      const rules = new Set<string>();
      return { value: walk(body, rules) as T, rules: [...rules] };
    },
  };
}

function patternOf(secrets: string[]): RegExp | undefined {
  const forms = secrets.filter((secret) => secret.length >= shortest).flatMap(formsOf);
  if (forms.length === 0) return undefined;
  // Longest first: a secret that holds another one goes as a whole.
  const unique = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return new RegExp(unique.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
}

function formsOf(secret: string): string[] {
  const base64 = Buffer.from(secret, 'utf8').toString('base64');
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), base64, base64.replace(/=+$/, '')];
}
