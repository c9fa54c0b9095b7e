import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { scenarioOf } from '../stage';
import { ownPart } from './own-part';

const text = `@process:BP001 @theme:mpan-ownership
Feature: F
  Background:
    Given b
  # a comment
  @MQ-BP001-010
  Scenario: One
    Given a
  Rule: R
    Background:
      Given c
    @MQ-BP001-020
    Scenario Outline: Two
      Given <x>
      Examples:
        | case | x |
        | p    | 1 |
        | q    | 2 |
    @MQ-BP001-030
    Scenario: Three
      Given a
`;

test('a scenario keeps its feature, rule, backgrounds and examples, and says the same of itself', () => {
  const newId = IdGenerator.incrementing();
  const document = { ...new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text), uri: 'f' };
  const pickles = compile(document, 'f', newId);
  const names = pickles.map((pickle) => {
    const own = ownPart(document, pickle);
    assert.deepEqual(scenarioOf(pickle, own), scenarioOf(pickle, document));
    const children = own.feature!.children.flatMap((child) => [child, ...(child.rule?.children ?? [])]);
    assert.equal(children.filter(({ background }) => background).length, 2);
    return children.flatMap(({ scenario }) => scenario?.name ?? []).join();
  });
  assert.deepEqual(names, ['One', 'Two', 'Two', 'Three']);
  assert.equal(document.feature?.children.length, 3, 'the document itself stays whole');
});
