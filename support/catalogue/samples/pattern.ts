import type { Draw } from './random';

type Part = (draw: Draw) => string;

const between = (from: string, to: string) => {
  const [a, b] = [from.charCodeAt(0), to.charCodeAt(0)];
  return Array.from({ length: b - a + 1 }, (_, i) => String.fromCharCode(a + i));
};
const classes: Record<string, readonly string[]> = {
  d: between('0', '9'),
  w: [...between('0', '9'), ...between('A', 'Z'), ...between('a', 'z')],
  s: [' '],
};
const printable = between(' ', '~');
// What an unlimited repeat may come to.
const many = 8;
// Repetitions in one text; one that asks for more stays short, and so does not fit.
const mostSteps = 5000;
let steps = 0;

function repeat(part: Part, times: number, draw: Draw): string {
  let text = '';
  for (let time = 0; time < times && ++steps <= mostSteps; time++) text += part(draw);
  return text;
}

/** Reads one regular expression from left to right; what it does not know ends the attempt. */
class Reader {
  private at = 0;
  constructor(private readonly source: string) {}

  alternatives(): Part {
    const options = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at += 1;
      options.push(this.sequence());
    }
    return (draw) => draw.pick(options)(draw);
  }

  get finished(): boolean {
    return this.at === this.source.length;
  }

  private sequence(): Part {
    const parts: Part[] = [];
    while (!this.finished && !'|)'.includes(this.source[this.at]!)) parts.push(this.repeated(this.one()));
    return (draw) => parts.map((part) => part(draw)).join('');
  }

  private one(): Part {
    const char = this.source[this.at++]!;
    if (char === '^' || char === '$') return () => '';
    if (char === '[') return this.set();
    if (char === '.') return (draw) => draw.pick(printable.slice(17));
    if (char === '\\') return this.escaped();
    if (char !== '(') return () => char;
    if (this.source.startsWith('?:', this.at)) this.at += 2;
    const inner = this.alternatives();
    this.at += 1;
    return inner;
  }

  private escaped(): Part {
    const char = this.source[this.at++]!;
    const members = classes[char];
    return members ? (draw) => draw.pick(members) : () => char;
  }

  private set(): Part {
    const end = this.source.indexOf(']', this.at + 1);
    const inner = this.source.slice(this.at, end);
    this.at = end + 1;
    const excluding = inner.startsWith('^');
    const members: string[] = [];
    const found = inner.slice(excluding ? 1 : 0).matchAll(/\\([dws])|\\(.)|(.)-([^\]])|(.)/g);
    for (const [, shorthand, literal, from, to, single] of found) {
      if (shorthand) members.push(...classes[shorthand]!);
      else if (from && to) members.push(...between(from, to));
      else members.push((literal ?? single)!);
    }
    const allowed = excluding ? printable.filter((char) => !members.includes(char)) : members;
    return (draw) => draw.pick(allowed);
  }

  private repeated(part: Part): Part {
    const [whole, sign, least, comma, most] =
      /^(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/.exec(this.source.slice(this.at)) ?? [];
    if (whole === undefined) return part;
    this.at += whole.length;
    const from = least === undefined ? Number(sign === '+') : Number(least);
    const to = sign === '?' ? 1 : most ? Number(most) : comma || sign ? from + many : from;
    return (draw) => repeat(part, draw.int(from, to), draw);
  }
}

const known = new Map<string, Part>();

/** A text that fits a regular expression of the plain kind that specifications use: no look-around, no references. */
export function fromPattern(pattern: string, draw: Draw): string {
  let part = known.get(pattern);
  if (!part) known.set(pattern, (part = new Reader(pattern).alternatives()));
  steps = 0;
  return part(draw);
}
