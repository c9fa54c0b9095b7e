import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type Pickle, type PickleTable } from '@cucumber/messages';
import { parseMessageLabel } from '../../support/catalogue';
import { parseLegs } from '../../support/conversation';
import {
  givenMpans,
  outsiderOfWords,
  outsiderPattern,
  partyPattern,
  positionOfWords,
  roleOfPosition,
  scenarioOf,
} from '../../support/stage';
import { partiesIn } from './parties';
import { codesIn, type Named } from './processes';

/** A message that a scenario expects. A step in words names one of the two parties, and leaves the other open. */
export interface Told extends Named {
  event: string;
  from?: string[];
  to?: string[];
}

/** What a scenario says of a process. */
export interface ToldScenario {
  id: string;
  /** As the description has it: the parts of BP010 go by the letter in the file's name, or with which it begins in their folder. */
  process: string;
  enforces: boolean;
  messages: Told[];
  /** What goes past the DIP: rows without a number, and steps of those who are not on it. */
  past: { from: string[]; to?: string[]; text: string }[];
  steps: string[];
  codes: string[];
}

const message = /((?:IF|REP)-\d{3}[A-Z]? ?\[[^\]]+\])/.source;
const mpan = /(?: for MPAN "([A-Z])")?/.source;
const receives = '(?:receives|has received|will refuse the next|refuses the spoilt copy of)';
const inWords = new RegExp(`^${partyPattern.source} (${receives}|sends) ${message}${mpan}`);
const outside = new RegExp(`^${outsiderPattern.source} `);

const rolesAt = (positions: readonly string[]) => positions.flatMap((position) => roleOfPosition(position) ?? []);

function ofTable({ rows }: PickleTable): Pick<ToldScenario, 'messages' | 'past'> {
  const [head, ...body] = rows.map(({ cells }) => cells.map(({ value }) => value));
  const legs = parseLegs(
    body.map((cells) => {
      const { from = '', to = '', message = '', ...rest } = Object.fromEntries(head!.map((key, i) => [key, cells[i]]));
      return { ...rest, from, to, message };
    }),
  );
  return {
    messages: legs
      .filter((leg) => !leg.offDip)
      .map(({ message, from, to }) => ({ ...message, from: rolesAt([from]), to: rolesAt(to) })),
    past: legs
      .filter((leg) => leg.offDip)
      .map(({ from, to, message }) => ({ from: partiesIn(from), to: to.flatMap(partiesIn), text: message.interface })),
  };
}

function messageInWords(text: string, segmentOf: (label: string) => 'S' | 'A' | 'U'): Told[] {
  const [, party, verb, label, mpan] = inWords.exec(text) ?? [];
  const named = label === undefined ? undefined : parseMessageLabel(label);
  if (!named || party === undefined) return [];
  const roles = rolesAt([positionOfWords(party, segmentOf(mpan ?? 'A'))]);
  return [verb === 'sends' ? { ...named, from: roles } : { ...named, to: roles }];
}

function toldIn(pickle: Pickle, { id, tags, process, uri }: ReturnType<typeof scenarioOf>): ToldScenario {
  const steps = pickle.steps.map(({ text }) => text);
  const given = givenMpans(steps);
  const segmentOf = (label: string) => given.find((one) => one.label === label)?.kind.segment ?? 'S';
  const tables = pickle.steps.flatMap(({ text, argument }) =>
    text.startsWith('these messages are exchanged') && argument?.dataTable ? [ofTable(argument.dataTable)] : [],
  );
  const acts = steps.flatMap((text) => {
    const from = outsiderOfWords(outside.exec(text)?.[1] ?? '');
    return from ? [{ from: [from], text }] : [];
  });
  const letter = /bp010(?:[^/]*\/)?[^a-z0-9]*([a-e])(?![a-z])/i.exec(uri)?.[1]?.toLowerCase();
  return {
    id,
    process: process === 'BP010' && letter ? process + letter : process,
    enforces: tags.includes('@mode:enforces'),
    messages: [...tables.flatMap((one) => one.messages), ...steps.flatMap((text) => messageInWords(text, segmentOf))],
    past: [...tables.flatMap((one) => one.past), ...acts],
    steps,
    codes: codesIn(JSON.stringify(pickle.steps.map(({ text, argument }) => [text, argument]))),
  };
}

/** Reads a feature; each row of an outline is a scenario of its own. */
export function readFeature(text: string, uri: string): ToldScenario[] {
  const newId = IdGenerator.incrementing();
  const document = { ...new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text), uri };
  return compile(document, uri, newId).map((pickle) => toldIn(pickle, scenarioOf(pickle, document)));
}
