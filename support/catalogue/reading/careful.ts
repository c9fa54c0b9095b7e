import { dotted } from '../problems';
import { type JsonCode, type JsonProblem, placeAt, reservedKeys } from './json-problem';
import { endOfString, foundAt } from './json-words';

interface Level {
  isList: boolean;
  /** Keys so far, each with the offset where it stands. */
  keys: Map<string, number>;
  /** The key or index that is being read. */
  at: string | number | undefined;
}

const words = {
  value: 'a value',
  'value or ]': 'a value or ]',
  key: 'a key in double quotes',
  'key or }': 'a key in double quotes or }',
  colon: 'a colon after the key',
  next: 'a comma or a closing bracket',
  end: 'nothing more',
};

const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * The first thing that is wrong with a JSON text, with its path, line and column; undefined where nothing is. Slower
 * than `JSON.parse`: it is asked when something is known to be wrong.
 */
export function firstProblem(text: string, maxDepth: number): JsonProblem | undefined {
  return new Reader(text, maxDepth).read();
}

class Reader {
  private readonly levels: Level[] = [];
  private expected: keyof typeof words = 'value';
  private offset = 0;

  constructor(
    private readonly text: string,
    private readonly maxDepth: number,
  ) {}

  read(): JsonProblem | undefined {
    for (;;) {
      while (' \t\n\r'.includes(this.text.charAt(this.offset) || 'x')) this.offset += 1;
      const char = this.text[this.offset];
      if (char === undefined) {
        if (this.expected === 'end') return undefined;
        return this.problem('JSON_CUT_OFF', `expected ${words[this.expected]}, got the end of the text`);
      }
      const problem = this.take(char);
      if (problem) return problem;
    }
  }

  private take(char: string): JsonProblem | undefined {
    const { expected } = this;
    if (expected === 'key' || expected === 'key or }') return this.takeKey(char);
    if (expected === 'value' || expected === 'value or ]') return this.takeValue(char);
    if (expected === 'next') return this.takeNext(char);
    if (expected !== 'colon' || char !== ':') return this.wrong();
    this.offset += 1;
    this.expected = 'value';
    return undefined;
  }

  private takeKey(char: string): JsonProblem | undefined {
    if (char === '}' && this.expected === 'key or }') return this.leave();
    if (char !== '"') return this.wrong();
    const end = endOfString(this.text, this.offset);
    if (typeof end !== 'number') return this.problem(end.code, end.text, end.at);
    const key = JSON.parse(this.text.slice(this.offset, end)) as string;
    const level = this.levels.at(-1)!;
    const first = level.keys.get(key);
    level.at = key;
    if (reservedKeys.has(key))
      return this.problem(
        'JSON_KEY_RESERVED',
        `no data item is called "${key}", and programs may take it for something else`,
      );
    if (first !== undefined) {
      const [here, there] = [placeAt(this.text, this.offset), placeAt(this.text, first)];
      const where = here.line === there.line ? `column ${there.column} of this line` : `line ${there.line}`;
      return this.problem('JSON_KEY_TWICE', `the key ${JSON.stringify(key)} stands twice; first in ${where}`);
    }
    level.keys.set(key, this.offset);
    this.offset = end;
    this.expected = 'colon';
    return undefined;
  }

  private takeValue(char: string): JsonProblem | undefined {
    if (char === '{' || char === '[') return this.enter(char === '[');
    if (char === ']' && this.expected === 'value or ]') return this.leave();
    if (char === '"') {
      const end = endOfString(this.text, this.offset);
      if (typeof end !== 'number') return this.problem(end.code, end.text, end.at);
      this.offset = end;
    } else {
      scalar.lastIndex = this.offset;
      if (!scalar.test(this.text)) return this.wrong();
      this.offset = scalar.lastIndex;
    }
    this.expected = this.levels.length > 0 ? 'next' : 'end';
    return undefined;
  }

  private takeNext(char: string): JsonProblem | undefined {
    const level = this.levels.at(-1)!;
    if (char === (level.isList ? ']' : '}')) return this.leave();
    if (char !== ',') return this.wrong();
    this.offset += 1;
    this.expected = level.isList ? 'value' : 'key';
    level.at = typeof level.at === 'number' ? level.at + 1 : undefined;
    return undefined;
  }

  private enter(isList: boolean): JsonProblem | undefined {
    if (this.levels.length >= this.maxDepth) {
      return this.problem('JSON_TOO_DEEP', `objects and lists stand more than ${this.maxDepth} levels deep`);
    }
    this.levels.push({ isList, keys: new Map(), at: isList ? 0 : undefined });
    this.offset += 1;
    this.expected = isList ? 'value or ]' : 'key or }';
    return undefined;
  }

  private leave(): undefined {
    this.levels.pop();
    this.offset += 1;
    this.expected = this.levels.length > 0 ? 'next' : 'end';
  }

  private wrong(): JsonProblem {
    const got = foundAt(this.text, this.offset);
    return this.problem('JSON_NOT_VALID', `expected ${words[this.expected]}, got ${got}`);
  }

  private problem(code: JsonCode, text: string, at = this.offset): JsonProblem {
    // Of a bomb nobody wants to see every level.
    const keys = this.levels.slice(0, 12).flatMap((level) => level.at ?? []);
    return { code, text, path: dotted(keys), ...placeAt(this.text, at) };
  }
}
