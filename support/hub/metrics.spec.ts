import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMetrics } from './metrics';
import { createCounters, endpointOf } from './tenant-metrics';

test('a counter counts by its labels and is written with its help and type', () => {
  const metrics = createMetrics();
  const counter = metrics.counter('calls_total', 'Calls.');
  counter.add({ tenant: 'one' });
  counter.add({ tenant: 'one' }, 2);
  counter.add({ tenant: 'two' });
  assert.equal(
    metrics.text(),
    '# HELP calls_total Calls.\n# TYPE calls_total counter\ncalls_total{tenant="one"} 3\ncalls_total{tenant="two"} 1\n',
  );
});

test('the buckets of a histogram hold all that is not above them', () => {
  const metrics = createMetrics();
  const histogram = metrics.histogram('took_seconds', 'Time.', [0.1, 1]);
  for (const value of [0.05, 0.1, 0.5, 7]) histogram.observe({}, value);
  const lines = metrics.text().split('\n').slice(2, -1);
  assert.deepEqual(lines, [
    'took_seconds_bucket{le="0.1"} 2',
    'took_seconds_bucket{le="1"} 3',
    'took_seconds_bucket{le="+Inf"} 4',
    'took_seconds_sum 7.65',
    'took_seconds_count 4',
  ]);
});

test('a gauge is read when it is asked for; what has no sample is not written', () => {
  const metrics = createMetrics();
  const waiting: { labels: Record<string, string>; value: number }[] = [];
  metrics.gauge('backlog', 'Waiting.', () => waiting);
  assert.equal(metrics.text(), '\n');
  waiting.push({ labels: {}, value: 7 });
  assert.match(metrics.text(), /^backlog 7$/m);
});

test('a quote, a backslash and a line break in a label are escaped', () => {
  const metrics = createMetrics();
  metrics.counter('calls_total', 'One\nline \\.').add({ name: 'a"b\\c\nd' });
  assert.match(metrics.text(), /^calls_total\{name="a\\"b\\\\c\\nd"\} 1$/m);
  assert.match(metrics.text(), /^# HELP calls_total One\\nline \\\\\.$/m);
});

test('one tenant is shown its own samples only, and one that is gone has none', () => {
  const metrics = createMetrics();
  const counter = metrics.counter('calls_total', 'Calls.');
  counter.add({ tenant: 'one' });
  counter.add({ tenant: 'two' });
  assert.doesNotMatch(
    metrics.text(({ tenant }) => tenant === 'one'),
    /two/,
  );
  metrics.forget(({ tenant }) => tenant === 'one');
  assert.doesNotMatch(metrics.text(), /one/);
});

const entry = {
  ...{ seq: 1, prev: '', at: '2027-06-22T09:00:00.000Z', source: 'dip', redacted: [], checks: [] },
  ...{ from: '1100000001', to: 'DIP', mpan: '9900000000006', interface: 'IF-031', event: 'MSApp' },
};

test('levels, codes, deliveries, failed attempts and dead letters are counted, no MPAN is told', () => {
  const metrics = createMetrics();
  const { recorded, answered } = createCounters(metrics);
  recorded('one', { ...entry, kind: 'accepted', httpStatus: 201 });
  recorded('one', { ...entry, kind: 'refused', name: 'MSG1001' });
  recorded('one', { ...entry, kind: 'delivered', from: 'DIP', to: '2000000021' });
  recorded('one', { ...entry, kind: 'answered', httpStatus: 503, from: '2000000021' });
  recorded('one', { ...entry, kind: 'answered', from: '2000000021', name: 'unreachable' });
  recorded('one', { ...entry, kind: 'refused', to: '2000000021', name: 'undelivered' });
  answered('one', { method: 'POST', path: '/dip-channel/IF-031' }, 201, 20);
  const text = metrics.text();
  for (const line of [
    'dip_validation_results_total{tenant="one",interface="IF-031",level="L1",code="MSG0000"} 1',
    'dip_validation_results_total{tenant="one",interface="IF-031",level="L1",code="MSG1001"} 1',
    'dip_validation_results_total{tenant="one",interface="IF-031",level="L3",code="503"} 1',
    'dip_deliveries_total{tenant="one",interface="IF-031"} 1',
    'dip_failed_attempts_total{tenant="one",interface="IF-031"} 2',
    'dip_dead_letters_total{tenant="one",interface="IF-031"} 1',
    'dip_requests_total{tenant="one",endpoint="POST /dip-channel/{id}",status="201"} 1',
    'dip_request_duration_seconds_bucket{tenant="one",endpoint="POST /dip-channel/{id}",le="0.025"} 1',
  ]) {
    assert.ok(text.includes(`${line}\n`), `${line}\n\n${text}`);
  }
  assert.doesNotMatch(text, /\d{13}/);
});

test('values that a caller chooses make no labels without end', () => {
  const metrics = createMetrics();
  const { recorded } = createCounters(metrics);
  for (let n = 0; n < 1_000; n += 1) recorded('one', { ...entry, kind: 'accepted', interface: `IF-${n}` });
  recorded('one', { ...entry, kind: 'accepted', interface: 'a"b' });
  const labels = metrics.text().match(/^dip_validation_results_total\{.*interface="[^"]*"/gm);
  assert.equal(labels?.length, 201, 'two hundred, and the rest as other');
});

test('endpoints are told without what differs from call to call', () => {
  const told = (method: string, path: string) => endpointOf({ method, path });
  assert.equal(told('POST', '/DIP-channel/if-031/PubConfig/1100000001'), 'POST /dip-channel/{id}/pubconfig');
  assert.equal(told('POST', '/dip-channel/IF-031/replay/1100000001?x=1'), 'POST /dip-channel/{id}/replay');
  assert.equal(told('POST', '/validate/IF-031/MSApp'), 'POST /validate');
  assert.equal(told('DELETE', '/statusmessage/config/1100000001'), 'DELETE /statusmessage/config');
  assert.equal(told('BREW', '/dip-channel/IF-031/nonsense/1'), 'OTHER other');
});
