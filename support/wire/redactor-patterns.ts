import { quickSearch } from './quick-search';

const shortest = 8;

/** What a redactor looks for. None has state: `secret` alone is global, for replacing. */
export interface RedactorPatterns {
  /** The secrets in all their forms; undefined where there are none. */
  secret: RegExp | undefined;
  /** Finds at once whether any rule for the text of a string may strike. */
  suspect: RegExp;
  /** Whether a JSON text holds whatever a rule may strike in the value that it stands for. */
  unclean(json: string): boolean;
}

// JSON needs no escape of a printable character, nor of a slash: what is written so cannot be searched as it stands.
const needlessEscape = /\\[u/]/;
// In lower case it is a plain k, and may be one in the name of a header.
const kelvin = '\u212a';
const privateKeys = ['PRIVATE KEY-----', 'LS0tLS1CRUdJTi'];

export function patternsOf(secrets: readonly string[], struckKeys: readonly string[]): RedactorPatterns {
  const forms = unique(secrets.filter((secret) => secret.length >= shortest).flatMap(formsOf));
  const inJson = unique([...forms, ...forms.map(jsonForm)]);
  const key = `"(?:${struckKeys.map(eitherCase).join('|')})"\\s*:`;
  const unclean = new RegExp([key, ...[...privateKeys, ...inJson].map(literal)].join('|'));
  // One of many thousand texts comes as far as the slow search.
  const mayHold = quickSearch([...privateKeys, ...inJson, ...struckKeys.map((name) => `${name}"`)]);
  return {
    secret: forms.length === 0 ? undefined : new RegExp(forms.map(literal).join('|'), 'g'),
    suspect: new RegExp([...forms, ...privateKeys].map(literal).join('|')),
    unclean(json) {
      if (json.includes('\\') && needlessEscape.test(json)) return true;
      return json.includes(kelvin) || (mayHold(json) && unclean.test(json));
    },
  };
}

// Longest first: a secret that holds another one goes as a whole.
function unique(forms: readonly string[]): string[] {
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

function formsOf(secret: string): string[] {
  const base64 = Buffer.from(secret, 'utf8').toString('base64');
  return [secret, jsonForm(secret), encodeURIComponent(secret), base64, base64.replace(/=+$/, '')];
}

const jsonForm = (text: string) => JSON.stringify(text).slice(1, -1);
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const eitherCase = (text: string) => text.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
