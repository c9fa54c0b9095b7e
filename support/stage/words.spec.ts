import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesOfWords, mpanKindOfWords, partyPattern, positionOfWords } from './words';

const captured = (text: string) => new RegExp(`^${partyPattern.source}$`).exec(text)?.[1];

test('words mean the position of the segment that the MPAN is in', () => {
  assert.equal(positionOfWords('proposed Metering Service', 'S'), 'MSS (proposed)');
  assert.equal(positionOfWords('proposed Metering Service', 'A'), 'MSA (proposed)');
  assert.equal(positionOfWords('incumbent Metering Service', 'U'), 'UMSO (incumbent)');
  assert.equal(positionOfWords('the outgoing Data Service', 'S'), 'SDS (incumbent)');
  assert.equal(positionOfWords('other Data Service', 'A'), 'ADS (another)');
});

test('suppliers and central parties are the same in every segment', () => {
  for (const segment of ['S', 'A', 'U'] as const) {
    assert.equal(positionOfWords('the Incoming Supplier', segment), 'SUP (incoming)');
    assert.equal(positionOfWords('Outgoing Supplier', segment), 'SUP (outgoing)');
    assert.equal(positionOfWords('an Other Supplier', segment), 'SUP (other)');
    assert.equal(positionOfWords('The Registration Service', segment), 'REGS');
    assert.equal(positionOfWords('Network Operator', segment), 'LDSO');
    assert.equal(positionOfWords('Market-wide Data Service', segment), 'MDS');
  }
});

test('who is named without a side is the incoming Supplier or the proposed service', () => {
  assert.equal(positionOfWords('the Supplier', 'S'), 'SUP (incoming)');
  assert.equal(positionOfWords('the Metering Service', 'A'), 'MSA (proposed)');
  assert.equal(positionOfWords('the Data Service', 'U'), 'UMSDS (proposed)');
  assert.equal(positionOfWords('the Meter Data Retriever', 'S'), 'MDR (proposed)');
  assert.equal(positionOfWords('the other Meter Data Retriever', 'S'), 'MDR (another)');
  assert.equal(positionOfWords('the Enquiry Service', 'S'), 'EES');
});

test('a position as a table writes it may stand in a step, too', () => {
  assert.equal(positionOfWords('MSA (proposed)', 'S'), 'MSA (proposed)');
  assert.equal(positionOfWords('MSS (outgoing)', 'S'), 'MSS (incumbent)');
  assert.equal(positionOfWords('REGS', 'S'), 'REGS');
});

test('what names nobody is refused', () => {
  for (const words of ['the incoming Metering Service', 'CSS', 'the Shipper', '']) {
    assert.throws(() => positionOfWords(words, 'S'), { code: 'POSITION_UNKNOWN', kind: 'harness' }, words);
  }
});

test('the pattern takes the party without its article, and nothing that is not one', () => {
  assert.equal(captured('the Incoming Supplier'), 'Incoming Supplier');
  assert.equal(captured('The proposed Metering Service'), 'proposed Metering Service');
  assert.equal(captured('the Market-wide Data Service'), 'Market-wide Data Service');
  assert.equal(captured('the Metering Service'), 'Metering Service');
  assert.equal(captured('another Metering Service'), undefined);
  assert.equal(captured('SUP (incoming)'), 'SUP (incoming)');
  assert.equal(captured('SUP (nobody)'), undefined);
  assert.equal(captured('the Shipper'), undefined);
});

test('a kind of MPAN is read from its words, in any order', () => {
  const smart = { segment: 'S', meterKind: 'smart', energyDirection: 'I', energisation: 'E' };
  assert.deepEqual(mpanKindOfWords('Smart, import and energised'), smart);
  assert.deepEqual(mpanKindOfWords('energised, import, Smart'), smart);
  assert.deepEqual(mpanKindOfWords('Traditional'), { segment: 'S', meterKind: 'traditional' });
  assert.deepEqual(mpanKindOfWords('Advanced and export'), {
    segment: 'A',
    meterKind: 'advanced',
    energyDirection: 'E',
  });
  assert.deepEqual(mpanKindOfWords('unmetered and de-energised'), {
    segment: 'U',
    meterKind: 'none',
    energisation: 'D',
  });
});

test('a word that is no kind of MPAN is refused, and the known ones are named', () => {
  assert.throws(
    () => mpanKindOfWords('Smart, imported and energised'),
    (error: { code: string; message: string; fix: string }) => {
      assert.equal(error.code, 'STEP_WORDS_UNKNOWN');
      assert.match(error.message, /"imported"/);
      assert.match(error.fix, /import/);
      return true;
    },
  );
  assert.throws(() => mpanKindOfWords('constructor'), { code: 'STEP_WORDS_UNKNOWN' });
  assert.throws(() => mpanKindOfWords(''), { code: 'STEP_WORDS_UNKNOWN' });
});

test('only a registered Smart MPAN can be remotely read, which the pool is not asked for', () => {
  const kind = mpanKindOfWords('Smart, import, energised and remotely read');
  assert.deepEqual(kind, { ...mpanKindOfWords('Smart, import and energised'), retrieved: true });
  for (const words of ['Advanced and remotely read', 'remotely read', 'a new connection, Smart and remotely read'])
    assert.throws(() => mpanKindOfWords(words), { code: 'STEP_WORDS_UNKNOWN' });
});

test('codes are joined by or', () => {
  assert.deepEqual(codesOfWords('REG1033'), ['REG1033']);
  assert.deepEqual(codesOfWords('REG1033 or REG1034  or SP001'), ['REG1033', 'REG1034', 'SP001']);
});
