import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type Pickle, type PickleTable } from '@cucumber/messages';
import { allEvents, looksOffDip, messageLabel, parseMessageLabel } from '.';
import { interfaceFacts, withoutInterfaces } from './interfaces.fixture';

/** One row of a table of legs, as it reads after the examples were put in. */
interface Leg {
  at: string;
  from: string;
  to: string;
  message: string;
}

interface Audience {
  senders: readonly string[];
  recipients: { primary: readonly string[]; secondary: readonly string[]; always: readonly string[] };
}

const features = resolve(__dirname, '../../features');

function pickles(text: string, uri: string): readonly Pickle[] {
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  return compile({ ...parser.parse(text), comments: [], uri }, uri, newId);
}

function legsOf(table: PickleTable, at: string): Leg[] {
  const [head = [], ...rows] = table.rows.map((row) => row.cells.map((cell) => cell.value.trim()));
  const [from, to, message] = ['from', 'to', 'message'].map((name) => head.indexOf(name));
  if (from === -1 || to === -1 || message === -1) return [];
  const leg = (row: string[]) => ({ at, from: row[from!]!, to: row[to!]!, message: row[message!]! });
  return rows.map(leg).filter((it) => !looksOffDip(it.message));
}

const legsIn = (text: string, uri: string) =>
  pickles(text, uri).flatMap((pickle) =>
    pickle.steps.flatMap((step) =>
      step.argument?.dataTable ? legsOf(step.argument.dataTable, `${uri}: ${pickle.name}`) : [],
    ),
  );

const roleOf = (position: string) => position.split(' (')[0]!;

/** What is wrong with legs: who may not send or receive. */
function wrongLegs(legs: readonly Leg[], audiences: ReadonlyMap<string, Audience>): string[] {
  return legs.flatMap(({ at, from, to, message }) => {
    const name = parseMessageLabel(message);
    const audience = name && audiences.get(messageLabel(name));
    if (!audience) return [`${at}: there is no ${message}`];
    const { primary, secondary, always } = audience.recipients;
    const receivers = [...primary, ...secondary, ...always];
    const wrong = to.split(',').filter((one) => !receivers.includes(roleOf(one.trim())));
    return [
      ...(audience.senders.includes(roleOf(from)) ? [] : [`${at}: ${from} does not send ${message}`]),
      ...wrong.map((one) => `${at}: ${one.trim()} does not receive ${message}`),
    ];
  });
}

const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.feature'));
const legs = files.flatMap((name) => {
  const file = join(features, name);
  return legsIn(readFileSync(file, 'utf8'), relative(features, file));
});
const catalogue = new Map(allEvents().map((one): [string, Audience] => [messageLabel(one), one]));

test('in every table of legs the sender may send and the recipient may receive', () => {
  assert.ok(legs.length > files.length);
  assert.deepEqual(wrongLegs(legs, catalogue), []);
});

test('every table of legs agrees with the table of interfaces', { skip: withoutInterfaces }, () => {
  assert.deepEqual(wrongLegs(legs, interfaceFacts()), []);
});

test('a leg that goes the wrong way, or names no message, is told', () => {
  const text = `
    Feature: F
      Scenario Outline: S
        Then these messages are exchanged:
          |   | from           | to                   | message        |
          | 1 | SUP (incoming) | REGS                 | IF-031 [<app>] |
          | 2 | MSS (proposed) | REGS, SUP (incoming) | IF-031 [MSApp] |
          | 3 | REGS           | SUP                  | IF-099 [MSApp] |
          | a | CSS            | REGS                 | off-DIP: a word |
        Examples:
          | app   |
          | MSApp |`;
  assert.deepEqual(wrongLegs(legsIn(text, 'f'), catalogue), [
    'f: S: MSS (proposed) does not send IF-031 [MSApp]',
    'f: S: SUP (incoming) does not receive IF-031 [MSApp]',
    'f: S: there is no IF-099 [MSApp]',
  ]);
});
