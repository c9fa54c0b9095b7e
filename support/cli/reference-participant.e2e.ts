import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createMtlsServer, openCertificateStore } from '../wire';
import { newPlace, start, type Place } from './qualify.fixture';

const closing: (() => Promise<void>)[] = [];
after(async () => void (await Promise.all(closing.map((close) => close()))));

/** A stand-in for a DIP of that state folder, which takes every registration. */
async function standIn(place: Place): Promise<{ url: string; paths: string[] }> {
  const store = await openCertificateStore(place.state);
  const paths: string[] = [];
  const server = await createMtlsServer({
    identity: await store.identity('dip'),
    trust: [store.ca],
    maxBodyBytes: 1024 * 1024,
    onRequest: async ({ path }) => {
      paths.push(path);
      return { status: 201 };
    },
    onRefused: () => undefined,
  });
  closing.push(() => server.close());
  return { url: await server.listen(), paths };
}

test('a reference participant registers at a DIP of its state folder, says where it is, and ends when it is told to', async () => {
  const place = newPlace();
  const { url, paths } = await standIn(place);
  const going = start(place, ['participant', '--role', 'SUP', '--dip', url, '--fault', 'answers-200', '--json']);
  await going.line(/triggers at https:/);
  going.child.kill('SIGTERM');
  const { code, stdout, stderr } = await going.ended;
  assert.equal(code, 0, stderr);
  const { name, identities, triggers, webhook, faults } = JSON.parse(stdout) as Record<string, unknown>;
  assert.match(String(name), /with faults: answers-200$/);
  assert.deepEqual(faults, ['answers-200']);
  assert.deepEqual(
    (identities as { role: string }[]).map(({ role }) => role),
    ['SUP'],
  );
  assert.match(
    `${String(triggers)} ${String(webhook)}`,
    /^https:\/\/127\.0\.0\.1:\d+ https:\/\/127\.0\.0\.1:\d+\/dip$/,
  );
  assert.ok(paths.includes('/dip-channel/IF-035/pubconfig/1000000001'));
  assert.ok(paths.includes('/statusmessage/config/1000000001'));
});

test('its faults can be listed', async () => {
  const { code, stdout } = await start(newPlace(), ['participant', '--list-faults', '--json']).ended;
  assert.equal(code, 0);
  const { faults } = JSON.parse(stdout) as { faults: { name: string; number: number | null }[] };
  assert.equal(faults.find(({ name }) => name === 'books-nothing')?.number, 1);
});
