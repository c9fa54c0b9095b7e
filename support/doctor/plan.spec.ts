import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { loadPool } from '../stage';
import { bindingFor, environment, own, scenario } from './doctor.fixture';
import { planOf } from './plan';
import { actsOfStep, mpansOfSteps, recordsReadBy } from './step-acts';
import { waitingOf } from './waiting';

const given = 'MPAN "A" is Smart, import and energised, registered to the Outgoing Supplier';
const pending = 'a switch of MPAN "A" to the Incoming Supplier is pending in CSS, with an SSD 10 days ahead';
const appoints = 'the Incoming Supplier appoints its Metering Service to MPAN "A" from the SSD';
const reads = 'the Incoming Supplier\'s records show the proposed Metering Service of MPAN "A" as accepted';
const arrives = 'the SSD of MPAN "A" arrives';

const named = (step: string, segment: 'S' | 'A' = 'S') =>
  actsOfStep(step, segment).map(({ act, position }) => `${act} ${position}`);

test('a step is known by its words: which act, and of whom', () => {
  assert.deepEqual(named(appoints), ['appointMeteringService SUP (incoming)']);
  assert.deepEqual(named('the Incoming Supplier appoints another Data Service to MPAN "A" from the SSD'), [
    'appointDataService SUP (incoming)',
  ]);
  assert.deepEqual(named('the Outgoing Supplier proposes a Metering Service to MPAN "A" with:'), [
    'appointMeteringService SUP (outgoing)',
  ]);
  assert.deepEqual(
    named('the proposed Metering Service has no contract with the Incoming Supplier for MPAN "A"', 'A'),
    ['endContract MSA (proposed)'],
  );
  assert.deepEqual(named('the proposed Data Service does not serve the market segment of MPAN "A"'), [
    'stopServingSegment SDS (proposed)',
  ]);
  assert.deepEqual(named(pending), ['switchPending REGS']);
  assert.deepEqual(named(pending.replace('10 days ahead', 'on the next 22 June')), [
    'dayArrives SUP (incoming)',
    'dayArrives REGS',
    'switchPending REGS',
  ]);
  assert.deepEqual(named('CSS cancels the switch of MPAN "A"'), ['switchCancelled REGS']);
  const requeue = 'the Registration Service asks the DIP to requeue IF-031 [MSApp] for MPAN "A"';
  assert.deepEqual(named(requeue), ['requestRequeue REGS']);
  assert.deepEqual(named(arrives), ['dayArrives SUP (incoming)', 'dayArrives REGS']);
});

test('an act that has words is known in each of its sentences, and of whom it is asked', () => {
  for (const rest of ['', ' with:', ', effective 10 days ahead', ', effective the SSD with:']) {
    assert.deepEqual(named(`the Supplier proposes a Data Service to MPAN "A"${rest}`), [
      'appointDataService SUP (incoming)',
    ]);
    assert.deepEqual(named(`CSS secures the switch of MPAN "A"${rest}`), ['switchSecured REGS'], rest);
  }
  for (const step of ['CSS secures MPAN "A"', 'CSS secures the switch of MPAN "A" at last', 'CSS secures the switch']) {
    assert.deepEqual(named(step), [], step);
  }
});

test('a step that only looks, or commands the DIP, asks for no act', () => {
  for (const step of [reads, given, 'the DIP holds what it has for the Incoming Supplier about MPAN "A"']) {
    assert.deepEqual(named(step), [], step);
  }
});

test('every When step of the features is known, so that no act is left out of a plan', () => {
  const folder = path.resolve(__dirname, '../../features');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.feature'));
  const steps = files.flatMap((name) => whenSteps(readFileSync(path.join(folder, name), 'utf8')));
  assert.ok(steps.length > 20);
  // A later refusal is a simulated recipient's, as is one that is told beforehand; the DIP is the harness's.
  const ofHarness = /^the DIP | afterwards$| will refuse the next /;
  const unknown = steps.filter((step) => !ofHarness.test(step) && actsOfStep(step, 'S').length === 0);
  assert.deepEqual(unknown, []);
});

/** When steps, and the And steps after them, with the examples put in. */
function whenSteps(text: string): string[] {
  const newId = IdGenerator.incrementing();
  const document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text);
  const pickles = compile({ ...document, comments: [], uri: '' }, '', newId);
  return pickles.flatMap((one) => one.steps.flatMap((step) => (step.type === 'Action' ? [step.text] : [])));
}

test('MPANs and the records that are read are known by their words', () => {
  assert.deepEqual(
    [...mpansOfSteps([given, appoints])],
    [['A', { segment: 'S', meterKind: 'smart', energyDirection: 'I', energisation: 'E' }]],
  );
  assert.equal(recordsReadBy(reads, 'S'), 'SUP (incoming)');
  assert.equal(recordsReadBy(appoints, 'S'), undefined);
});

const selected = [
  scenario('one', [given, pending, appoints, reads]),
  scenario('two', [given, pending, appoints, arrives]),
];

async function plan(change: (text: string) => string = (text) => text) {
  const pit = await environment();
  return planOf({
    profile: await (await own()).profile(change),
    ...{ environment: pit, pool: await loadPool(pit.pool), selected, bindingOf: bindingFor(pit), workers: 4 },
    excluded: [
      {
        scenario: scenario('three', [given, arrives]),
        exclusion: { id: 'three', verdict: 'not-run', reason: 'the profile has no trigger for dayArrives' },
      },
      {
        scenario: scenario('four', [given, appoints]),
        exclusion: { id: 'four', verdict: 'not-applicable', reason: 'it proves MDR' },
      },
    ],
  });
}

test('a plan names MPANs, acts with their way, and what cannot be read back', async () => {
  const { scenarios, mpans, acts, records } = await plan((text) =>
    text.replace(/^ {4}appointMeteringService: .*/m, '    appointMeteringService: { manual: Use the screen. }'),
  );
  assert.equal(scenarios, 2);
  assert.deepEqual(mpans, [
    {
      ...{ kind: 'segment S, smart, import, energised', needed: 2, there: 2000, spent: 0, left: 2000, missing: 0 },
      scenarios: ['one', 'two'],
    },
  ]);
  assert.deepEqual(
    acts.map(({ act, how, instruction, scenarios: ids, notRun }) => [act, how, instruction, ids, notRun]),
    [
      ['appointMeteringService', 'manual', 'Use the screen.', ['one', 'two'], []],
      ['dayArrives', 'manual', 'For this MPAN that local day has come, such as its Supply Start Date.', ['two'], []],
    ],
  );
  assert.deepEqual(records, { probe: false, scenarios: ['one'] });
});

test('an act without a trigger costs the scenarios that ask for it and those left out for want of it', async () => {
  const { acts } = await plan((text) => text.replace(/ {4}# .*\n(?: {4}# .*\n)? {4}dayArrives: .*\n/, ''));
  const day = acts.find(({ act }) => act === 'dayArrives');
  assert.deepEqual([day?.how, day?.scenarios, day?.notRun], ['absent', ['two'], ['three']]);
});

test('waiting is what the limits make it, shared by those that run at the same time', async () => {
  const pit = await environment();
  const watching = scenario('one', [
    'these messages are exchanged for MPAN "A":',
    'the Incoming Supplier sends no second IF-031 [MSApp] for MPAN "A"',
    'what follows for MPAN "A" is recorded',
    reads,
    appoints,
  ]);
  assert.equal(waitingOf([watching], pit, 8).ms, 3 * 250 + 100);
  const { ms, basis } = waitingOf([watching, watching, watching], pit, 3);
  assert.equal(ms, 3 * 250 + 100);
  assert.match(
    basis,
    /^9 times 250 ms \(settle-time\).*; 3 times 100 ms \(probe-interval\).*; 3 scenarios.*5 s \(answer-time\)/,
  );
  assert.equal(waitingOf([scenario('none', [appoints])], pit, 1).ms, 0);
});
