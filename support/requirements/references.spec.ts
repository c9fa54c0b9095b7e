import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseReference, referenceText } from '.';

test('a reference is read in each of its forms, and nothing else is one', () => {
  for (const text of ['IF-031 [MSApp]', 'IF-005', 'REP-002A', 'BP003C', 'BP010e', 'MIG', 'UMSDS', 'D0134']) {
    const reference = parseReference(text);
    assert.ok(reference, text);
    assert.equal(referenceText(reference), text);
  }
  for (const text of ['', 'IF-5', 'sup', 'D13', 'IF-031 MSApp', '[MSApp]'])
    assert.equal(parseReference(text), undefined);
});
