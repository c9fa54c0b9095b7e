import { isRole, personalClasses, type PersonalClass } from '../../catalogue';
import { isDate } from './striker';

/** A form in which a struck value may stand in a text. */
interface Form {
  text: string;
  /** Where its first word begins. */
  offset: number;
  of: PersonalClass;
  by: string;
  /** Numbers of consumption are looked for in sentences only. */
  number: boolean;
}

/** The values that were struck under their keys, to be struck wherever else they stand. */
export interface Dictionary {
  /** Told each value that is struck, and what stands for it. */
  add(of: PersonalClass, value: string, by: string): void;
  /** Told what must be kept whatever else it is, such as DIP IDs. */
  keep(value: string): void;
  /** A text without the values; `hit` is told the class of each. */
  strike(text: string, numbers: boolean, hit: (of: PersonalClass) => void): string;
}

const word = /[\p{L}\p{N}]+/gu;
const wordStart = /^[\p{L}\p{N}]/u;
const wordEnd = /[\p{L}\p{N}]$/u;
const number = /^[-+]?\d+(?:\.\d+)?$/;
// Struck already, or by which conversations are matched.
const fixed = /\[(?:struck|pseudonym): [^\]]*\]|\b[ST]-(?:IF|PUB|REP)-[\w-]+|\bCI-\d{8}-\w+/g;
const shortest = 4;
const fewestDigits = 5;
/** As much of a value as must stand before an ellipsis. */
const leastCut = 8;

export function createDictionary(): Dictionary {
  const forms = new Map<string, Form[]>();
  const known = new Set<string>();
  const kept = new Set<string>();

  function strikeWords(text: string, numbers: boolean, hit: (of: PersonalClass) => void): string {
    let result = '';
    let end = 0;
    for (const { 0: found, index: at } of text.matchAll(word)) {
      // The n of a line end as JSON writes it is no part of the word.
      const escaped = text[at - 1] === '\\' && /^[bfnrt]/.test(found) ? 1 : 0;
      const [first, index] = [found.slice(escaped), at + escaped];
      const form = index < end ? undefined : forms.get(first)?.find((one) => stands(one, text, index, end, numbers));
      if (!form) continue;
      const start = index - form.offset;
      hit(form.of);
      result += text.slice(end, start) + form.by;
      end = start + lengthAt(form, text, start);
    }
    return end === 0 ? text : result + text.slice(end);
  }

  return {
    add(of, value, by) {
      if (known.has(value) || kept.has(value) || !isDistinct(value)) return;
      known.add(value);
      for (const text of formsOf(value)) {
        const first = text.match(word)?.[0];
        if (first === undefined) continue;
        const form = { text, offset: text.indexOf(first), of, by, number: of === 'consumption' && number.test(value) };
        const beside = forms.get(first) ?? [];
        beside.push(form);
        // Longest first: a value that holds another one goes as a whole.
        forms.set(
          first,
          beside.sort((a, b) => b.text.length - a.text.length),
        );
      }
    },
    keep(value) {
      kept.add(value);
      for (const [first, some] of forms)
        if (first === value)
          forms.set(
            first,
            some.filter(({ text }) => text !== value),
          );
    },
    strike(text, numbers, hit) {
      if (forms.size === 0) return text;
      let result = '';
      let end = 0;
      for (const { 0: whole, index } of text.matchAll(fixed)) {
        result += strikeWords(text.slice(end, index), numbers, hit) + whole;
        end = index + whole.length;
      }
      return result + strikeWords(text.slice(end), numbers, hit);
    },
  };
}

function stands(form: Form, text: string, index: number, from: number, numbers: boolean): boolean {
  const start = index - form.offset;
  if (start < from || (form.number && !numbers)) return false;
  return lengthAt(form, text, start) > 0;
}

/** How much of a text a form takes from there on: all of itself, or what an ellipsis left of it; 0 where it does not stand. */
function lengthAt({ text: form }: Form, text: string, start: number): number {
  if (text.startsWith(form, start)) {
    const end = start + form.length;
    return wordEnd.test(form) && wordStart.test(text.slice(end, end + 2)) ? 0 : form.length;
  }
  let same = 0;
  while (same < form.length && text[start + same] === form[same]) same += 1;
  return same >= leastCut && text[start + same] === '…' ? same : 0;
}

/** Whether a value says so much that it is struck wherever it stands. */
function isDistinct(value: string): boolean {
  const text = value.trim();
  if (text.length < shortest || isDate(text) || isRole(text)) return false;
  if (number.test(text)) return text.replace(/\D/g, '').length >= fewestDigits;
  if (/^(?:true|false|none|null|unknown|absent|nothing|expected|success|error|(?:IF|PUB|REP)-\d{3}\w?)$/i.test(text))
    return false;
  return !personalClasses.some((one) => one === text);
}

/** As it is, and as JSON, XML and URLs write it. */
function formsOf(value: string): Set<string> {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' } as const;
  const xml = value.replace(/[&<>"']/g, (character) => entities[character as keyof typeof entities]);
  const forms = [value, value.trim(), JSON.stringify(value).slice(1, -1), xml];
  // A lone surrogate has no form in a URL.
  return new Set(
    /\p{Surrogate}/u.test(value)
      ? forms
      : [...forms, encodeURIComponent(value), encodeURIComponent(value).replaceAll('%20', '+')],
  );
}
