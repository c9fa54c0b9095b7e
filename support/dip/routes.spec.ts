import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allEvents, messageLabel } from '../catalogue';
import { routeOf } from './routes';

const post = (path: string) => routeOf({ method: 'POST', path });
const nothing = { to: 'nothing', status: 404 };

test('every interface and report has a channel, with its webhook, replay and requeue', () => {
  const channels = [...new Set(allEvents().map((e) => e.interface))];
  assert.ok(channels.includes('REP-002A') && channels.includes('IF-051'));
  for (const channel of channels) {
    const of = { channel, recipient: '2300000001' };
    assert.deepEqual(post(`/dip-channel/${channel}`), { to: 'submit', channel });
    assert.deepEqual(post(`/dip-channel/${channel}/replay/2300000001`), { to: 'replay', ...of });
    assert.deepEqual(post(`/dip-channel/${channel}/requeue/2300000001`), { to: 'requeue', ...of });
    for (const method of ['POST', 'DELETE']) {
      const path = `/dip-channel/${channel}/pubconfig/2300000001`;
      assert.deepEqual(routeOf({ method, path }), { to: 'webhook', ...of, method });
    }
  }
});

test('every event can be validated, with brackets, without, and in whatever case', () => {
  for (const { interface: id, event } of allEvents()) {
    const route = { to: 'validate', interface: id, event };
    const paths = [`${id}/${event}`, `${id}/[${event}]`, `${id}/%5B${event}%5D`, `${id}/${event}`.toLowerCase()];
    for (const path of paths) assert.deepEqual(post(`/validate/${path}`), route, messageLabel(route));
  }
});

test('an event that there is not keeps its name, for the answer to name it', () => {
  assert.deepEqual(post('/validate/if-031/MSAp'), { to: 'validate', interface: 'IF-031', event: 'MSAp' });
});

test('status messages and their webhook', () => {
  assert.deepEqual(post('/statusmessage'), { to: 'status' });
  const webhook = { to: 'status-webhook', recipient: '2300000001' };
  assert.deepEqual(post('/statusmessage/config/2300000001'), { ...webhook, method: 'POST' });
  const path = '/statusmessage/config/2300000001';
  assert.deepEqual(routeOf({ method: 'DELETE', path }), { ...webhook, method: 'DELETE' });
});

test('neither the case of a path nor a query matters', () => {
  assert.deepEqual(post('/DIP-Channel/if-031?a=1'), { to: 'submit', channel: 'IF-031' });
  const of = { channel: 'IF-031', recipient: '2300000001' };
  assert.deepEqual(post('/Dip-Channel/PUB-031/Replay/2300000001'), { to: 'replay', ...of });
  assert.deepEqual(post('/statusMessage'), { to: 'status' });
});

test('another method is not allowed, and the answer says which is', () => {
  const channel = '/dip-channel/IF-031';
  const allowed: [string, string][] = [
    [channel, 'POST'],
    [`${channel}/pubconfig/2300000001`, 'POST, DELETE'],
    [`${channel}/replay/2300000001`, 'POST'],
    [`${channel}/requeue/2300000001`, 'POST'],
    ['/statusmessage', 'POST'],
    ['/statusmessage/config/2300000001', 'POST, DELETE'],
    ['/validate/IF-031/MSApp', 'POST'],
  ];
  for (const [path, allow] of allowed) {
    for (const method of ['GET', 'PUT', 'HEAD', 'OPTIONS', 'post', '']) {
      assert.deepEqual(routeOf({ method, path }), { to: 'nothing', status: 405, allow }, `${method} ${path}`);
    }
  }
  assert.equal(routeOf({ method: 'DELETE', path: `${channel}/replay/2300000001` }).to, 'nothing');
});

test('nothing else is there', () => {
  const paths = [
    ...['', '/', '/dip-channel', '/dip-channel/', '/dip-channel/IF-31', '/dip-channel/PUB-031', '/dip-channel/IF-031/'],
    ...['/dip-channel/IF-031/pubconfig', '/dip-channel/IF-031/pubconfig/', '/dip-channel/XX/replay/2300000001'],
    ...['/dip-channel/IF-031/other/2300000001', '/dip-channel/IF-031/replay/2300000001/more', '//dip-channel/IF-031'],
    ...['/statusmessage/', '/statusmessage/config', '/statusmessage/other/2300000001'],
    ...[
      '/validate',
      '/validate/IF-031',
      '/validate/IF-031/',
      '/validate/IF-031/MSApp/more',
      '/%zz',
      '/dip-channel/%zz',
    ],
  ];
  for (const path of paths) assert.deepEqual(post(path), nothing, path);
});
