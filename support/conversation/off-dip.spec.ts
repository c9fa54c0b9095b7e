import assert from 'node:assert/strict';
import { test } from 'node:test';
import { context, ids, mpan, rows, told } from './conversation.fixture';
import { arrowsOf, sequenceDiagram } from './diagram';
import { matchLegs } from './match';
import { parseLegs } from './parse-legs';
import type { ConversationContext, LegRow, OffDipShown } from './types';
import type { LedgerEntry } from '../ledger';

const secured: LegRow = { '#': 'a', from: 'CSS', to: 'REGS', message: 'off-DIP: switch secured active' };
const flow: LegRow = { '#': 'b', from: 'SUP (incoming)', to: 'LDSO', message: 'D0168' };
const actOf = ({ offDip }: { offDip?: { kind: string } }) => (offDip?.kind === 'notice' ? 'switchSecured' : undefined);

/** An act of REGS before the first message. */
function actAt(seq: number, over: Partial<LedgerEntry> = {}): LedgerEntry {
  const line = { seq, prev: '', at: '2027-06-01T12:00:00.000Z', source: 'harness', kind: 'act', name: 'switchSecured' };
  return { ...line, from: ids.REGS, to: ids.REGS, mpan, redacted: [], checks: [], ...over } as LedgerEntry;
}

function judged(extra: LegRow[], entries: LedgerEntry[], over: Partial<ConversationContext> = {}, first = rows[0]!) {
  const legs = parseLegs([first, ...rows.slice(1), ...extra]);
  const ctx = context('SUP (incoming)', { offDip: { actOf }, ...over });
  const match = matchLegs(legs, entries, ctx);
  const of = (id: string) => match.legs.find(({ leg }) => leg.id === id)!;
  return { legs, ctx, match, of, arrows: arrowsOf(legs, match, entries, ctx) };
}

test('what the harness gave is shown as given, with its line; it makes nothing red or green', () => {
  const { match, of } = judged([secured], [actAt(0), ...told().entries]);
  assert.deepEqual(of('a').offDip, {
    how: 'given',
    text: 'by the harness, which stands in for CSS',
    ledger: [0],
  });
  assert.equal(match.complete && match.settled, true);
  assert.deepEqual(
    match.checks.filter(({ reason }) => reason.includes('row a')),
    [],
  );
  assert.equal(judged([secured], [actAt(0), ...told(4).entries]).match.complete, false);
});

test('an act of another name, of another party or for another MPAN shows nothing', () => {
  for (const over of [{ name: 'switchCancelled' }, { to: ids['MSS (proposed)'] }, { mpan: '2000000000014' }]) {
    const { match, of } = judged([secured], [actAt(0, over), ...told().entries]);
    assert.equal(of('a').offDip!.how, 'not seen');
    assert.equal(match.complete, true);
  }
});

test('the same notice twice needs two acts', () => {
  const entries = [actAt(0), ...told().entries];
  const twice = [secured, { ...secured, '#': 'c' }];
  assert.deepEqual(
    ['a', 'c'].map((id) => judged(twice, entries).of(id).offDip!.how),
    ['given', 'not seen'],
  );
  assert.equal(judged(twice, [...entries, actAt(99)]).of('c').offDip!.how, 'given');
});

test('a message after a row off the DIP is judged for order only where the harness gave it', () => {
  const orderOf = (act: LedgerEntry[], row = secured) => {
    const { of } = judged([row], [...act, ...told().entries], {}, { ...rows[0]!, order: `after ${row['#']}` });
    return of('1').facets.find(({ id }) => id === 'leg-order')?.ok;
  };
  assert.equal(orderOf([actAt(0)]), true);
  assert.equal(orderOf([actAt(99)]), false);
  assert.equal(orderOf([]), undefined);
  assert.equal(orderOf([], flow), undefined);
});

test('a flow is what the sources say of it', () => {
  const file: OffDipShown = { how: 'file', text: 'file a.usr', ledger: [] };
  const legs = parseLegs([...rows, flow]);
  const ctx = context('SUP (incoming)', { offDip: { actOf, shown: new Map([[legs.at(-1)!, file]]) } });
  const match = matchLegs(legs, told().entries, ctx);
  assert.deepEqual(match.legs.at(-1)!.offDip, file);
  assert.equal(judged([flow], told().entries).of('b').offDip!.how, 'not seen');
});

test('the diagram draws them dashed: at the time of the act, else after the row before', () => {
  const entries = [actAt(0), ...told(2).entries];
  const { arrows, legs, match, ctx } = judged([secured, flow], entries);
  assert.deepEqual(
    arrows.map(({ label, kind, time }) => [label, kind, time]),
    [
      ['a off-DIP: switch secured active (given)', 'off-dip', '+0 ms'],
      ['b D0168 (not seen)', 'off-dip', ''],
      ['1 IF-031 [MSApp]', 'seen', '+10 ms'],
      ['2 IF-032 [MSAppInitialResp]', 'seen', '+30 ms'],
      ...['3 IF-033 [MSAppSPRequest]', '4 IF-034 [MSAppSPResponse]', '5 IF-035 [MSAppAccepted]'].map((label) => [
        label,
        'missing',
        '',
      ]),
    ],
  );
  const svg = sequenceDiagram(legs, match, entries, ctx);
  assert.match(svg, /<g class="off-dip"><line /);
  assert.match(svg, /\.legs \.off-dip line,\.legs \.off-dip path\{stroke-dasharray:2 4\}/);
  for (const lane of ['CSS', 'LDSO']) assert.match(svg, new RegExp(`class="lane"[^>]*>${lane}<`));
  assert.match(svg, /<desc>2 as expected, 0 different, 3 missing, 0 others, 2 off the DIP<\/desc>/);
  assert.doesNotMatch(sequenceDiagram(parseLegs(rows), match, [], ctx), /off the DIP/);
});
