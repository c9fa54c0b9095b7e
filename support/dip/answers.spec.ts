import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clip, refusalStatus } from './answers';
import { routeOf } from './routes';

test('a refusal has a status that the API publishes for the endpoint', () => {
  const status = (method: string, path: string) => refusalStatus(routeOf({ method, path }), 403);
  assert.equal(status('POST', '/dip-channel/IF-031'), 403);
  assert.equal(status('POST', '/dip-channel/IF-031/pubconfig/2300000001'), 403);
  assert.equal(status('DELETE', '/dip-channel/IF-031/pubconfig/2300000001'), 401);
  assert.equal(status('DELETE', '/statusmessage/config/2300000001'), 401);
  assert.equal(status('POST', '/validate/IF-031/MSApp'), 401);
  assert.equal(refusalStatus(routeOf({ method: 'POST', path: '/statusmessage' }), 401), 401);
});

test('a text is cut to what its field holds', () => {
  assert.equal(clip('x'.repeat(9), 9), 'x'.repeat(9));
  assert.equal(clip('x'.repeat(10), 9), `${'x'.repeat(8)}…`);
  for (const none of ['', null, undefined]) assert.equal(clip(none, 9), null);
});
