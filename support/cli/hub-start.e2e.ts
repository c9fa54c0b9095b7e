import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { after, test } from 'node:test';
import { freePort } from './hub.fixture';
import { assertTold, newPlace, start } from './qualify.fixture';

test('a hub that cannot start says why and ends', async () => {
  const apart = newPlace();
  const taken = net.createServer().listen(0, '127.0.0.1');
  after(() => void taken.close());
  await once(taken, 'listening');
  const { port } = taken.address() as net.AddressInfo;
  const free = ['--port', String(await freePort())];
  const control = await start(apart, ['hub', ...free, '--control-port', String(port)]).ended;
  assert.deepEqual([control.code, control.stdout], [3, ''], control.stderr);
  assert.match(control.stderr, /^CONTROL_PORT_UNUSABLE/m);
  const dip = await start(apart, ['hub', '--port', String(port), '--control-port', String(await freePort())]).ended;
  assert.deepEqual([dip.code, dip.stdout], [3, ''], dip.stderr);
  assert.match(dip.stderr, /^WIRE_PORT_UNUSABLE/m);
  assertTold(await start(apart, ['hub', ...free, '--host', '0.0.0.0']).ended, 'HUB_WEBHOOK_HOSTS_MISSING');
});
