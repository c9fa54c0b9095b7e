import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { actArguments, itemOf } from './arguments';
import { acts } from './all';
import type { ActDefinition } from './definition';
import { actPattern, actPhrases, phrasesOf } from './phrases';
import { date, party } from './values';

const act = (says: string, more: Partial<ActDefinition> = {}): ActDefinition => ({
  ...{ kind: 'business', roles: ['SUP'], what: 'Something happens.', says, args: z.object({}) },
  ...more,
});

/** What is wrong with a table of acts, so that a step could not tell which act is meant, or what it takes. */
function problemsOf(table: Record<string, ActDefinition>): string[] {
  const phrases = phrasesOf(table);
  return [
    ...phrases.filter(([words], at) => phrases.findIndex(([other]) => other === words) !== at).map(([words]) => words),
    ...phrases.map(([words]) => words).filter((words) => !/^[a-z][A-Za-z '-]*[a-z]$/.test(words) || /MPAN/.test(words)),
    ...Object.entries(table).flatMap(([name, { args, usually = {} }]) => {
      const known = actArguments({ args }).map((argument) => argument.name);
      const wrong = Object.keys(usually).filter((key) => !known.includes(key));
      return [
        ...(args instanceof z.ZodObject ? [] : [`${name} takes no object`]),
        ...wrong.map((key) => `${name} ${key}`),
      ];
    }),
  ];
}

test('the words of each act are its own, and it takes what is usual for it', () => {
  assert.deepEqual(problemsOf(acts), []);
});

test('acts that cannot be told apart, or are no words before an MPAN, are found', () => {
  assert.deepEqual(problemsOf({ one: act('tells of'), two: act('tells of') }), ['tells of']);
  assert.deepEqual(problemsOf({ one: act('asks, kindly, for') }), ['asks, kindly, for']);
  assert.deepEqual(problemsOf({ one: act('moves the MPAN of') }), ['moves the MPAN of']);
  assert.deepEqual(problemsOf({ one: act('moves', { usually: { to: 'today' } }) }), ['one to']);
  assert.deepEqual(problemsOf({ one: act('moves', { args: z.record(z.string(), z.unknown()) }) }), [
    'one takes no object',
  ]);
});

test('of two acts whose words begin alike, the longer words come first', () => {
  const phrases = phrasesOf({ one: act('changes'), two: act('changes the consent of') });
  assert.deepEqual(phrases, [
    ['changes the consent of', 'two'],
    ['changes', 'one'],
  ]);
});

test('the words of a step lead to its act', () => {
  assert.equal(actPhrases.get('secures the switch of'), 'switchSecured');
  assert.equal(actPattern.exec('CSS secures the switch of MPAN "A"')?.[0], 'secures the switch of');
  assert.equal(actPattern.exec('CSS ends the switch of MPAN "A"'), null);
});

test('arguments say what they take and whether they may be left out', () => {
  const schema = z.object({
    from: date,
    to: date.nullable(),
    how: z.enum(['H', 'D', 'M']).default('H'),
    home: z.boolean().optional(),
    who: party.nullish(),
    days: z.array(z.number()),
    note: z.string().nullable(),
  });
  const forms = actArguments({ args: schema }).map(({ name, required, form }) => [name, required, form]);
  assert.deepEqual(forms, [
    ['from', true, 'a date'],
    ['to', true, 'a date; none'],
    ['how', false, 'H, D or M'],
    ['home', false, 'yes or no'],
    ['who', false, 'a party (`{ dipId, mpid }`); none'],
    ['days', true, 'a list: a number'],
    ['note', true, 'a text; none'],
  ]);
  assert.equal(itemOf(schema.shape.days), schema.shape.days.element);
  assert.equal(itemOf(schema.shape.from), undefined);
});
