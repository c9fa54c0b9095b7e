import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import {
  headlineOf,
  newPlace,
  ownProfile,
  runFile,
  runsOf,
  startRun,
  verdictsOf,
  write,
  type Going,
  type Place,
} from './qualify.fixture';
import { startWebhook } from './webhook.fixture';

const closing: (() => Promise<void>)[] = [];
after(async () => void (await Promise.all(closing.map((close) => close()))));

/** A webhook that is closed when the tests are over. */
async function webhook(...given: Parameters<typeof startWebhook>): ReturnType<typeof startWebhook> {
  const started = await startWebhook(...given);
  closing.push(started.close);
  return started;
}

/** Starts a run of the supplier of the test, whose webhook stands there, through one scenario. */
function startOwn(place: Place, address: string): Going {
  const file = write(place, 'participant.yaml', ownProfile(address));
  return startRun(place, ['--participant', file, '--scenario', 'MQ-BP001-020', '--no-report']);
}

function allureStatuses(place: Place): string[] {
  const folder = path.join(place.out, runsOf(place)[0]!, 'allure-results');
  const results = readdirSync(folder).filter((name) => name.endsWith('-result.json'));
  return results.map(
    (name) => (JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { status: string }).status,
  );
}

/** What every page says of a run that is not green. */
function assertRed(place: Place): void {
  assert.match(runFile(place, 'junit.xml'), /<failure/);
  assert.deepEqual(allureStatuses(place), ['failed']);
  assert.match(headlineOf(place), /fail/i);
  const { totals, exitCode } = verdictsOf(place);
  assert.deepEqual([totals.pass, totals.fail, exitCode], [0, 1, 1]);
}

test('a participant that takes everything and sends nothing fails', async () => {
  const place = newPlace();
  const { code, stderr } = await startOwn(place, (await webhook(place)).address).ended;
  assert.equal(code, 1, stderr);
  const [scenario] = verdictsOf(place).scenarios;
  assert.deepEqual([scenario!.verdict, scenario!.blame], ['fail', 'participant']);
  assert.match(scenario!.reason ?? '', /IF-031 \[MSApp\]/);
  assert.match(stderr, /^FAIL MQ-BP001-020 .*\(participant, LEG_MISSING\)$/m);
  assertRed(place);
});

test('a webhook that answers 403 fails the participant', async () => {
  const place = newPlace();
  const { code, stderr } = await startOwn(
    place,
    (await webhook(place, { status: 403, message: 'RCP9999 - Message Signature Invalid' })).address,
  ).ended;
  assert.equal(code, 1, stderr);
  const [scenario] = verdictsOf(place).scenarios;
  assert.deepEqual(
    [scenario!.verdict, scenario!.blame, scenario!.code],
    ['fail', 'participant', 'check:webhook-answer'],
  );
  assert.match(scenario!.reason ?? '', /403/);
  assertRed(place);
});

test('a webhook that goes away once the run has begun fails the participant, by its address', async () => {
  const place = newPlace();
  const { address, close } = await webhook(place);
  const run = startOwn(place, address);
  await run.line(/^MHHS Qualify/);
  await close();
  const { code, stderr } = await run.ended;
  assert.equal(code, 1, stderr);
  const [scenario] = verdictsOf(place).scenarios;
  assert.deepEqual([scenario!.verdict, scenario!.blame, scenario!.code], ['fail', 'participant', 'check:reachable']);
  assert.ok(scenario!.reason?.includes(`Nothing listens at ${address}`), scenario!.reason ?? '');
  assertRed(place);
});

test('a webhook that nobody serves from the start is told before anything is started', async () => {
  const place = newPlace();
  const { code, stderr } = await startOwn(place, 'https://127.0.0.1:1/dip').ended;
  assert.equal(code, 2, stderr);
  assert.match(stderr, /Nothing listens at https:\/\/127\.0\.0\.1:1\/dip/);
  assert.deepEqual(runsOf(place), []);
});
