import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearest } from './nearest';

describe('nearest', () => {
  it('finds a mistyped word whatever its case', () => {
    assert.equal(nearest('apointDataService', ['appointMeteringService', 'appointDataService']), 'appointDataService');
    assert.equal(nearest('sup', ['REGS', 'SUP']), 'SUP');
  });

  it('says nothing when no candidate is near, or there is none', () => {
    assert.equal(nearest('zzzzzz', ['role', 'mpid']), undefined);
    assert.equal(nearest('role', []), undefined);
  });

  it('offers nothing for a word of a letter or two, nor such a word, unless it is the same', () => {
    assert.equal(nearest('', ['v', 'q']), undefined);
    assert.equal(nearest('SUP', ['sp', 'v']), undefined);
    assert.equal(nearest('ab', ['abc', 'abcd']), undefined);
    assert.equal(nearest('SP', ['v', 'sp']), 'sp');
    assert.equal(nearest('SUQ', ['MSS', 'SUP']), 'SUP');
    assert.equal(nearest('SDX', ['SUP']), undefined);
  });
});
