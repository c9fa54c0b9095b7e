import assert from 'node:assert/strict';
import { test } from 'node:test';
import { b070, context, rows, type Told, told } from './conversation.fixture';
import { arrowsOf, sequenceDiagram } from './diagram';
import { matchLegs } from './match';
import { parseLegs } from './parse-legs';
import { escapeXml } from './svg';

const legs = parseLegs(rows);
const ctx = context('SUP (incoming)');
const arrows = (ledger: Told) => arrowsOf(legs, matchLegs(legs, ledger.entries, ctx), ledger.entries, ctx);
const kinds = (ledger: Told) => arrows(ledger).map((a) => `${a.label}: ${a.kind}`);

test('what came as expected, in the order of the ledger, with its time', () => {
  assert.deepEqual(
    arrows(told(2))
      .slice(0, 2)
      .map((a) => [a.label, a.kind, a.time]),
    [
      ['1 IF-031 [MSApp]', 'seen', '+0 ms'],
      ['2 IF-032 [MSAppInitialResp]', 'seen', '+20 ms'],
    ],
  );
});

test('missing legs stand in their place, others are grey, wrong content is amber', () => {
  const ledger = told(1)
    .say('REGS', ['MSS (proposed)'], 'IF-033 [MSAppSPRequest]', { custom: b070({ appointmentScenario: 'CSP' }) })
    .say('MSS (incumbent)', ['REGS'], 'IF-034 [MSAppSPResponse]');
  assert.deepEqual(kinds(ledger), [
    '1 IF-031 [MSApp]: seen',
    '2 IF-032 [MSAppInitialResp]: missing',
    '3 IF-033 [MSAppSPRequest]: differs',
    '4 IF-034 [MSAppSPResponse]: missing',
    '5 IF-035 [MSAppAccepted]: missing',
    'IF-034 [MSAppSPResponse]: other',
  ]);
});

test('the SVG stands alone: no script, no address but the namespace, every kind of arrow', () => {
  const ledger = told(3).say('MSS (incumbent)', ['REGS'], 'IF-034 [MSAppSPResponse]');
  const svg = sequenceDiagram(legs, matchLegs(legs, ledger.entries, ctx), ledger.entries, ctx);
  assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  assert.equal(svg.match(/https?:/g)!.length, 1);
  assert.doesNotMatch(svg, /<script|href|url\(|NaN|undefined/);
  assert.match(
    svg,
    /<title>Messages about MPAN 2000000000006<\/title>\n<desc>3 as expected, 0 different, 2 missing, 1 others<\/desc>/,
  );
  assert.match(svg, /prefers-color-scheme:dark/);
  for (const kind of ['seen', 'missing', 'other']) assert.match(svg, new RegExp(`<g class="${kind}">`));
  assert.match(svg, />MSS \(incumbent\)</, 'a party that no row names has a line of its own');
  const opened = svg.match(/<(g|svg|text|style|title|desc)\b/g)!.length;
  assert.equal(svg.match(/<\/(g|svg|text|style|title|desc)>/g)!.length, opened);
});

test('nothing seen, and text that needs escaping', () => {
  const svg = sequenceDiagram(legs, matchLegs(legs, [], ctx), [], ctx);
  assert.match(svg, /0 as expected, 0 different, 5 missing/);
  assert.equal(escapeXml(`<a b="c">&'\u0001`), '&lt;a b=&quot;c&quot;&gt;&amp;&#39;');
});
