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
});
