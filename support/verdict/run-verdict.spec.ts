import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitCodeOf, findingsOfRun, strictly, totalsOf, verdictKinds } from '.';
import { check, entry, finding, scenario } from './verdict.fixture';

const free = { scenario: undefined };

test('what no scenario claims is a finding of the run', () => {
  const checks = [check(), check({ id: 'key-case', level: 'should' }), check({ id: 'channel', status: 'pass' })];
  const found = findingsOfRun([entry(1, { checks }), entry(2, { ...free, checks })]);
  assert.deepEqual(
    found.map(({ code, level, blame, ledger }) => [code, level, blame, ledger]),
    [
      ['check:schema', 'must', 'participant', [2]],
      ['check:key-case', 'should', 'participant', [2]],
    ],
  );
  const ours = findingsOfRun([entry(1, { ...free, checks: [check({ blame: 'harness' })] })]);
  assert.equal(ours[0]?.blame, 'harness');
});

const refused = (name: string, from: string, certificate: string | undefined, detail: string) =>
  ({ ...free, kind: 'tls', name, from, to: 'DIP', certificate, body: { remote: '127.0.0.1:5', detail } }) as const;

test('a refused connection is a finding that names the certificate and whose it is, once', () => {
  const expired = refused('certificate-expired', '1000000001', 'ab12', 'CERT_HAS_EXPIRED: CN=own');
  const found = findingsOfRun([entry(1, expired), entry(2, expired), entry(3, { ...expired, from: 'unknown' })]);
  assert.deepEqual(
    found.map(({ code, level, blame, ledger }) => [code, level, blame, ledger]),
    [
      ['CONNECTION_REFUSED', 'must', 'participant', [1, 2]],
      ['CONNECTION_REFUSED', 'should', 'participant', [3]],
    ],
  );
  assert.match(
    found[0]!.reason,
    /certificate-expired, of DIP ID 1000000001 \(CERT_HAS_EXPIRED: CN=own, SHA-256 ab12\)/,
  );
  assert.match(found[1]!.reason, /of a client that the profile does not know \(/);
});

test('a client that went away in mid-handshake is no finding, one that failed it is', () => {
  const handshake = (detail: string) => entry(1, refused('handshake-failed', 'unknown', undefined, detail));
  assert.deepEqual(findingsOfRun([handshake('ECONNRESET')]), []);
  assert.equal(findingsOfRun([handshake('ERR_SSL_TLSV1_ALERT_UNKNOWN_CA')])[0]?.level, 'should');
});

test('totals count each verdict, and observations beside them', () => {
  const scenarios = verdictKinds.map((verdict) => scenario({ verdict }));
  scenarios.push(scenario({ verdict: 'pass', observations: [finding(), finding()] }));
  assert.deepEqual(totalsOf(scenarios), {
    pass: 2,
    fail: 1,
    inconclusive: 1,
    waiting: 1,
    notApplicable: 1,
    notRun: 1,
    observations: 2,
  });
});

const exit = (
  kinds: (typeof verdictKinds)[number][],
  findings: ReturnType<typeof finding>[] = [],
  over: { strict?: boolean; interrupted?: boolean } = {},
) =>
  exitCodeOf(
    kinds.map((verdict) => scenario({ verdict })),
    findings,
    { strict: false, interrupted: false, ...over },
  );

test('0 when nothing failed and all was conclusive; what waits or did not run is no failure', () => {
  assert.equal(exit(['pass', 'waiting', 'not-run', 'not-applicable']), 0);
});

test('3 when nothing was shown at all: everything waits or did not run', () => {
  assert.equal(exit(['waiting']), 3);
  assert.equal(exit(['not-run', 'not-applicable']), 3);
});

test('1 when a scenario fails, whatever else is inconclusive', () => {
  assert.equal(exit(['pass', 'fail']), 1);
  assert.equal(exit(['inconclusive', 'fail'], [finding({ blame: 'harness' })]), 1);
});

test('3 when anything is inconclusive or the harness erred', () => {
  assert.equal(exit(['pass', 'inconclusive']), 3);
  for (const blame of ['harness', 'environment', 'configuration'] as const) {
    assert.equal(exit(['pass'], [finding({ blame })]), 3, blame);
  }
});

test('a finding of the run fails it when it is a must of the participant, and only then', () => {
  assert.equal(exit(['pass'], [finding()]), 1);
  assert.equal(exit(['inconclusive'], [finding()]), 1);
  assert.equal(exit(['pass'], [finding({ level: 'should' })]), 0);
});

test('with strict an observation fails, in a scenario or of the run; a mere record does not', () => {
  const strict = { strict: true, interrupted: false };
  const seen = (code: string) => [scenario({ observations: [finding({ level: 'should', code })] })];
  assert.equal(exitCodeOf(seen('check:key-case'), [], strict), 1);
  assert.equal(exitCodeOf(seen('check:key-case'), [], { ...strict, strict: false }), 0);
  assert.equal(exitCodeOf(seen('recorded'), [], strict), 0);
  assert.equal(exit(['pass'], [finding({ level: 'should' })], { strict: true }), 1);
});

test('strictly, a pass with an observation is the verdict of the one to blame; a record and any other verdict stay', () => {
  const seen = (blame: 'participant' | 'harness', code = 'check:key-case') =>
    finding({ level: 'should', code, blame, reason: 'of another case', ledger: [7] });
  const failed = strictly(scenario({ observations: [seen('harness'), seen('participant')] }));
  assert.deepEqual([failed.verdict, failed.blame, failed.code], ['fail', 'participant', 'check:key-case']);
  assert.match(failed.reason ?? '', /check:key-case \(ledger line 7\): a failure, by --strict\nof another case/);
  assert.equal(strictly(scenario({ observations: [seen('harness')] })).verdict, 'inconclusive');
  for (const same of [
    scenario({ observations: [seen('harness', 'recorded')] }),
    scenario({ verdict: 'waiting', observations: [seen('participant')] }),
    scenario({}),
  ]) {
    assert.equal(strictly(same), same);
  }
});

test('130 when the run was interrupted, whatever it had found', () => {
  assert.equal(exit(['pass'], [], { interrupted: true }), 130);
  assert.equal(exit(['fail'], [finding()], { interrupted: true }), 130);
});
