import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { keywordsOf } from './keywords';

test('every step has the keyword of the feature, in backgrounds and rules as well', () => {
  const parser = new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher());
  const document = parser.parse(`Feature: One
  Background:
    Given a
  Scenario: First
    When b
    * c
  Rule: Some
    Scenario: Second
      But d
`);
  assert.deepEqual([...keywordsOf(document).values()], ['Given', 'When', '*', 'But']);
  assert.equal(keywordsOf(undefined).size, 0);
});
