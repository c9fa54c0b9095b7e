import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PersonalClass } from '../../catalogue';
import { inJson, looksJson } from './gather';
import { linesOf } from './lines';
import type { Striker } from './striker';
import type { Texts } from './texts';

export interface Pens {
  strike: Striker;
  texts: Texts;
  hit(of: PersonalClass): void;
}

/** How a file of a run folder is written again: its pieces. */
export type Rewriting = (file: string, pens: Pens) => AsyncIterable<string>;

/** How the files of a run folder beside its ledger are written again; undefined for those that hold nothing of messages. */
export function rewritingOf(name: string): Rewriting | undefined {
  if (/^diagrams\/[^/]+\.svg$/.test(name)) return whole((text, { texts }) => texts.plain(text));
  return Object.hasOwn(named, name) ? named[name] : undefined;
}

const named: Record<string, Rewriting> = {
  'verdicts.json': json((value, pens) => verdicts(value, pens)),
  'selection.json': json((value, pens) => sentences(value, pens)),
  'run.json': json((value, { texts }) => eachText(value, (text) => texts.plain(text))),
  'messages.ndjson': messages,
  'hub.log': whole((text, { texts }) => texts.sentence(text)),
  'participant.log': whole((text, { texts }) => texts.sentence(text)),
};

function whole(by: (text: string, pens: Pens) => string): Rewriting {
  return async function* (file, pens) {
    yield by(await readFile(file, 'utf8'), pens);
  };
}

function json(by: (value: unknown, pens: Pens) => unknown): Rewriting {
  return whole((text, pens) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return pens.texts.sentence(text);
    }
    const result = by(value, pens);
    // Only what changed is written in another form than it had.
    return JSON.stringify(result) === JSON.stringify(value) ? text : `${JSON.stringify(result, null, 2)}\n`;
  });
}

type Plain = Record<string, unknown>;
/** What is said of the tool, the system and the participant is no word about a customer. */
const apart = new Set(['harness', 'systemUnderTest', 'participant', 'assumptions', 'positions', 'totals']);
const identifies = /^(?:schema|run|id|uri|process|theme|stage|release|code|blame|level|status|verdict|grade|keyword)$/;

function verdicts(value: unknown, pens: Pens): unknown {
  return mapKeys(value, (key, inner) => (apart.has(key) ? inner : inVerdict(key, inner, pens)));
}

function inVerdict(key: string, value: unknown, pens: Pens): unknown {
  if (key === 'mpans' && Array.isArray(value)) return value.map((mpan) => mpanOf(mpan, pens));
  if (identifies.test(key)) return value;
  // A step is a sentence of the feature, public as it is; only what was struck elsewhere goes.
  if (typeof value === 'string')
    return key === 'name' || key === 'text' ? pens.texts.plain(value) : pens.texts.sentence(value);
  if (Array.isArray(value)) return value.map((item) => inVerdict(key, item, pens));
  return mapKeys(value, (inner, item) => inVerdict(inner, item, pens));
}

function mpanOf(value: unknown, { strike, hit }: Pens): unknown {
  const by = strike('mpan', value);
  if (by === undefined) return value;
  hit('mpan');
  return by;
}

function sentences(value: unknown, { texts }: Pens): unknown {
  return eachText(value, (text, key) => (key === 'reason' ? texts.sentence(text) : text));
}

/** Envelopes of Cucumber that repeat the features: sentences of the feature, public as they are. */
const ofFeatures = new Set([
  'source',
  'gherkinDocument',
  'pickle',
  'stepDefinition',
  'testCase',
  'parameterType',
  'hook',
  'meta',
]);

async function* messages(file: string, pens: Pens): AsyncGenerator<string> {
  for await (const { bytes, ended } of linesOf(file)) {
    const text = bytes.toString('utf8');
    yield message(text, pens) + (ended ? '\n' : '');
  }
}

function message(line: string, pens: Pens): string {
  let envelope: Plain;
  try {
    envelope = JSON.parse(line) as Plain;
  } catch {
    return pens.texts.sentence(line);
  }
  let changed = false;
  const public_ = Object.keys(envelope).every((key) => ofFeatures.has(key));
  const result = eachText(envelope, (text) => {
    const struck = public_ ? pens.texts.plain(text) : inAttachment(text, pens);
    changed ||= struck !== text;
    return struck;
  });
  return changed ? JSON.stringify(result) : line;
}

/** What the harness attached is JSON in a text. */
function inAttachment(text: string, pens: Pens): string {
  if (!looksJson(text)) return pens.texts.sentence(text);
  const value = (of: PersonalClass, one: unknown) => {
    const by = pens.strike(of, one);
    if (by === undefined) return one;
    pens.hit(of);
    return by;
  };
  return inJson(text, { value, text: (one) => pens.texts.sentence(one) });
}

function eachText(value: unknown, by: (text: string, key: string) => string, key = ''): unknown {
  if (typeof value === 'string') return by(value, key);
  if (Array.isArray(value)) return value.map((item) => eachText(item, by, key));
  return mapKeys(value, (inner, item) => eachText(item, by, inner));
}

function mapKeys(value: unknown, by: (key: string, value: unknown) => unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, by(key, item)]));
}

/** Name of a file as it may be shown. */
export function shownName(name: string, { texts }: Pens): string {
  const base = path.posix.basename(name);
  const shown = texts.plain(base);
  return shown === base ? name : path.posix.join(path.posix.dirname(name), shown.replace(/[^\w.@-]+/g, '-'));
}
