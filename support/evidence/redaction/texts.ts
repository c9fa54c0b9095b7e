import { personalClass, type PersonalClass } from '../../catalogue';
import type { Dictionary } from './dictionary';
import { strikeNamed } from './named-values';
import type { Striker } from './striker';

/** Strikes from texts what was struck from messages. */
export interface Texts {
  /** Values wherever they stand. */
  plain(text: string): string;
  /** As `plain`, and numbers of consumption, and values behind the name of their item: reasons, answers, logs. */
  sentence(text: string): string;
  url(text: string): string;
}

export function createTexts(o: { strike: Striker; dictionary: Dictionary; hit(of: PersonalClass): void }): Texts {
  const { strike, dictionary, hit } = o;
  const plain = (text: string) => dictionary.strike(text, false, hit);
  return {
    plain,
    sentence: (text) => dictionary.strike(strikeNamed(text, strike, hit), true, hit),
    url(text) {
      const decoded = decodedUrl(text);
      const result = plain(
        strikeParameters(decoded, (of, value) => {
          const by = strike(of, value);
          if (by !== undefined) hit(of);
          return by;
        }),
      );
      return result === decoded ? text : result;
    },
  };
}

const parameter = /([?&])([\w.-]+)=([^&#]*)/g;

/** A URL with other values of the parameters that tell of a customer. */
export function strikeParameters(url: string, strike: Striker): string {
  return url.replace(parameter, (whole, start: string, name: string, value: string) => {
    const of = personalClass(name);
    const by = of && strike(of, value);
    return by === undefined ? whole : `${start}${name}=${by}`;
  });
}

/** A URL without its escapes; as it is where they are none. */
export function decodedUrl(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
