import assert from 'node:assert/strict';
import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { after, test } from 'node:test';
import { lookAt, openCertificateStore } from '../wire';
import {
  assertTold,
  headlineOf,
  needsProc,
  newPlace,
  nothingLeft,
  ownProfile,
  processesOf,
  runFile,
  runsOf,
  startRun,
  verdictsOf,
  write,
  type Ended,
  type Place,
} from './qualify.fixture';
import { startWebhook } from './webhook.fixture';

const closing: (() => Promise<void>)[] = [];
after(async () => void (await Promise.all(closing.map((close) => close()))));

const some = ['--scenario', 'MQ-BP001-010', 'MQ-BP001-020', 'MQ-BP001-030', 'MQ-BP001-040', 'MQ-BP001-110'];
const many = [...some, 'MQ-BP001-120', 'MQ-BP001-150', '--no-report'];

/** What has to be there however a run went: verdicts that add up, pages made of them, one exit code. */
function assertEvidence(place: Place, { code, stderr }: Ended, expected: number): ReturnType<typeof verdictsOf> {
  const verdicts = verdictsOf(place);
  assert.deepEqual([code, verdicts.exitCode], [expected, expected], stderr);
  const { excluded } = JSON.parse(runFile(place, 'selection.json')) as { excluded: { verdict: string }[] };
  const count = (verdict: string) =>
    [...verdicts.scenarios, ...excluded].filter((scenario) => scenario.verdict === verdict).length;
  const { pass, fail, inconclusive, notRun } = verdicts.totals;
  assert.deepEqual([pass, fail, inconclusive, notRun], ['pass', 'fail', 'inconclusive', 'not-run'].map(count));
  assert.match(headlineOf(place), expected === 1 ? /fail/i : /inconclusive/i);
  assert.match(runFile(place, 'junit.xml'), /<\/testsuites>\s*$/);
  return verdicts;
}

/** Every scenario that did not pass, as `verdict blame code`. */
function notPassed({ scenarios }: ReturnType<typeof verdictsOf>): string[] {
  const red = scenarios.filter(({ verdict }) => verdict !== 'pass');
  return red.map(({ verdict, blame, code }) => `${verdict} ${blame} ${code}`);
}

const must = ({ findings }: ReturnType<typeof verdictsOf>): string[] =>
  findings.filter(({ level }) => level === 'must').map(({ code, blame }) => `${code} ${blame}`);

/** Processes of a run whose command line matches; there must be some. */
function pidsOf(place: Place, command: RegExp): number[] {
  const pids = processesOf(place).flatMap((found) => (command.test(found.command) ? [found.pid] : []));
  assert.ok(pids.length > 0, `no process of ${String(command)}`);
  return pids;
}

test('a participant that ends in the middle is to blame, and what follows is not begun', needsProc, async () => {
  const place = newPlace();
  const run = startRun(place, ['--workers', '2', '--no-report']);
  await run.line(/^ *1\/\d/);
  for (const pid of pidsOf(place, /reference[\\/]main/)) process.kill(pid, 'SIGKILL');
  const verdicts = assertEvidence(place, await run.ended, 1);
  assert.deepEqual(must(verdicts), ['PARTICIPANT_ENDED participant']);
  const expected = [
    'inconclusive environment TRIGGER_UNREACHABLE',
    'fail participant check:reachable',
    'inconclusive configuration RUN_INTERRUPTED',
    'not-run null SCENARIO_NOT_BEGUN',
  ];
  assert.deepEqual(
    notPassed(verdicts).filter((one) => !expected.includes(one)),
    [],
  );
  assert.ok(verdicts.totals.notRun > 0, 'three failures in a row that are not the participant’s stop the run');
  await nothingLeft(place, 0);
});

test(
  'scenarios of workers that are killed or run out of memory prove nothing; the others go on',
  needsProc,
  async () => {
    const place = newPlace();
    const run = startRun(place, ['--workers', '3', ...many]);
    await run.line(/^ *1\/\d/);
    const [first, second] = pidsOf(place, /run_worker/);
    process.kill(first!, 'SIGKILL');
    // Node ends like this when its heap is full.
    process.kill(second!, 'SIGABRT');
    const verdicts = assertEvidence(place, await run.ended, 3);
    assert.deepEqual(notPassed(verdicts), Array(2).fill('inconclusive harness SCENARIO_CUT_OFF'));
    assert.deepEqual(must(verdicts), Array(2).fill('WORKER_ENDED harness'));
    assert.match(
      verdicts.findings.map(({ reason }) => reason).join('\n'),
      /SIGKILL[\s\S]*SIGABRT|SIGABRT[\s\S]*SIGKILL/,
    );
    await nothingLeft(place, 0);
  },
);

test('when every worker is lost the run ends, and nothing that had not passed is green', needsProc, async () => {
  const place = newPlace();
  const run = startRun(place, ['--workers', '2', ...many]);
  await run.line(/^ *1\/\d/);
  for (const pid of pidsOf(place, /run_worker/)) process.kill(pid, 'SIGKILL');
  const verdicts = assertEvidence(place, await run.ended, 3);
  assert.ok(verdicts.partial);
  assert.deepEqual([...new Set(notPassed(verdicts))], ['inconclusive harness SCENARIO_CUT_OFF']);
  await nothingLeft(place, 0);
});

test('a run whose own process is killed says so, and takes all with it', needsProc, async () => {
  const place = newPlace();
  const run = startRun(place, ['--workers', '2', ...many]);
  await run.line(/^ready/);
  for (const pid of pidsOf(place, /bin[\\/]cucumber\.js/)) process.kill(pid, 'SIGKILL');
  const { code, stderr } = await run.ended;
  assert.equal(code, 3, stderr);
  assert.match(stderr, /^RUN_CRASHED \(harness\)$/m);
  assert.match(stderr, /ended without verdicts \(SIGKILL\)/);
  await nothingLeft(place);
});

test('a ledger that cannot be written any more ends the run, with the reason', needsProc, async () => {
  const place = newPlace();
  const run = startRun(place, ['--workers', '2', ...many]);
  await run.line(/^ *1\/\d/);
  const ledger = path.join(place.out, runsOf(place)[0]!, 'ledger.ndjson');
  // Lines are added by name: in one go the name is that of a folder.
  symlinkSync(place.dir, `${ledger}.link`);
  renameSync(`${ledger}.link`, ledger);
  const verdicts = assertEvidence(place, await run.ended, 3);
  assert.deepEqual(must(verdicts), ['HUB_ENDED harness', 'LEDGER_BROKEN harness']);
  assert.match(verdicts.findings[0]!.reason, /LEDGER_NOT_WRITABLE The ledger cannot be written any more: EISDIR/);
  assert.ok(verdicts.partial && verdicts.totals.fail === 0);
  await nothingLeft(place, 0);
});

test('verdicts that cannot be written are told as that, never as a result', async () => {
  const place = newPlace();
  const run = startRun(place, ['--scenario', 'MQ-BP001-020', '--no-report']);
  await run.line(/^ready/);
  mkdirSync(path.join(place.out, runsOf(place)[0]!, 'verdicts.json'));
  const { code, stderr } = await run.ended;
  assert.equal(code, 3, stderr);
  assert.match(stderr, /^RUN_FOLDER_NOT_WRITABLE \(environment\)\n {2}.*EISDIR.*\n {2}at {3}\S.*\n {2}next \S/m);
  assert.doesNotMatch(stderr, /\d pass|^summary/m);
  if (!needsProc.skip) await nothingLeft(place, 0);
});

test('a port that is taken is told before anything is started', async () => {
  const place = newPlace();
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => holder.close(() => resolve())));
  const { port } = holder.address() as AddressInfo;
  const ended = await startRun(place, ['--dip-port', String(port)]).ended;
  assertTold(ended, 'DOCTOR_PORT_TAKEN');
  assert.match(ended.stderr, new RegExp(`^ {2}at {3}127\\.0\\.0\\.1:${port}$`, 'm'));
  assert.deepEqual(runsOf(place), []);
  if (!needsProc.skip) await nothingLeft(place, 0);
});

/** A port that nobody holds. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('a participant that shows an expired certificate finds it in the findings of the run', async () => {
  const place = newPlace();
  const hundredDaysAgo = new Date(Date.now() - 100 * 24 * 60 * 60 * 1000);
  const [{ ca }, webhook] = await Promise.all([openCertificateStore(place.state), startWebhook(place)]);
  closing.push(webhook.close);
  const old = await (await openCertificateStore(place.state, () => hundredDaysAgo)).identity('before renewal');
  const port = await freePort();
  const file = write(place, 'participant.yaml', ownProfile(webhook.address));
  const options = ['--participant', file, '--scenario', 'MQ-BP001-020', '--dip-port', String(port), '--no-report'];
  const run = startRun(place, options);
  await run.line(/^ready/);
  const url = `https://127.0.0.1:${port}/dip-channel/IF-031`;
  await assert.rejects(lookAt({ url, ca: [ca], client: old.transport, timeoutMs: 5_000 }));
  const verdicts = assertEvidence(place, await run.ended, 1);
  const found = verdicts.findings.find(({ code }) => code === 'CONNECTION_REFUSED');
  assert.equal(found?.blame, 'participant');
  assert.match(found.reason, /certificate-expired, of a client .*CERT_HAS_EXPIRED: CN=before renewal, issued by/);
  assert.ok(found.reason.includes(old.transport.fingerprint));
  const line = runFile(place, 'ledger.ndjson').split('\n')[found.ledger[0]! - 1]!;
  const { kind, name } = JSON.parse(line) as { kind: string; name: string };
  assert.deepEqual([kind, name], ['tls', 'certificate-expired']);
  assert.ok(runFile(place, 'summary.html').includes('CN=before renewal'));
});

test('a webhook whose certificate expires in mid-run is the participant’s fault, with the certificate named', async () => {
  const place = newPlace();
  const hundredDaysAgo = new Date(Date.now() - 100 * 24 * 60 * 60 * 1000);
  const webhook = await startWebhook(place);
  const file = write(place, 'participant.yaml', ownProfile(webhook.address));
  const run = startRun(place, ['--participant', file, '--scenario', 'MQ-BP001-020', '--no-report']);
  await run.line(/^MHHS Qualify/);
  await webhook.close();
  const identity = await (await openCertificateStore(place.state, () => hundredDaysAgo)).identity('not renewed');
  const expired = await startWebhook(place, { port: Number(new URL(webhook.address).port), identity });
  closing.push(expired.close);
  const verdicts = assertEvidence(place, await run.ended, 1);
  assert.deepEqual(notPassed(verdicts), ['fail participant check:reachable']);
  assert.match(verdicts.scenarios[0]!.reason ?? '', /certificate.*expired/i);
});
