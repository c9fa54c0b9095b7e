import assert from 'node:assert/strict';
import http from 'node:http';
import { after, test } from 'node:test';
import { createControlClient, type ControlClient, type StreamNews } from '.';

const cleanUp: (() => void)[] = [];
after(() => cleanUp.forEach((close) => close()));

/** A hub that answers everything as it is told, and a client of it. */
async function hub(answer: (request: http.IncomingMessage, response: http.ServerResponse) => void) {
  const server = http.createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const client = createControlClient({ url: `http://127.0.0.1:${port}`, token: 'secret' });
  cleanUp.push(() => {
    client.close();
    server.closeAllConnections();
    server.close();
  });
  return { client, server };
}

const says = (status: number, body: unknown) =>
  hub((_, response) => response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body)));

function next(client: ControlClient): { event: Promise<StreamNews>; stop: () => void } {
  let stop = () => undefined as void;
  const event = new Promise<StreamNews>((resolve) => (stop = client.stream('9900000000003', 1, resolve)));
  return { event, stop };
}

test('every request bears the token', async () => {
  const seen: unknown[] = [];
  const { client } = await hub((request, response) => {
    seen.push(request.headers.authorization);
    response.end('{}');
  });
  await client.idle();
  await client.records('2000000001', '9900000000003');
  assert.deepEqual(seen, ['Bearer secret', 'Bearer secret']);
});

test('nobody there, a wrong token and an answer of another form are told apart', async () => {
  const { client: alone, server } = await says(200, {});
  server.close();
  await assert.rejects(alone.idle(), { code: 'HUB_UNREACHABLE', kind: 'harness' });
  const { client: foreign } = await says(401, { message: 'no' });
  await assert.rejects(foreign.idle(), { code: 'HUB_TOKEN_WRONG', kind: 'configuration' });
  const lease = { scenario: 's', label: 'A', kind: {}, positions: {} };
  for (const body of ['not json', { mpan: '1' }]) {
    await assert.rejects((await says(200, body)).client.lease(lease), { code: 'HUB_ANSWER_WRONG' });
  }
  await assert.rejects((await says(404, { message: 'no' })).client.idle(), { code: 'HUB_ANSWER_WRONG' });
});

test('faults are turned on, listed and ended by their id', async () => {
  const fault = { kind: 'delay' as const, delayMs: 5, id: 'fault-1', since: 'now', struck: 0, left: 1 };
  const asked: string[] = [];
  const { client } = await hub((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end(JSON.stringify({ POST: fault, GET: { faults: [fault] }, DELETE: {} }[request.method!]));
  });
  assert.deepEqual(await client.fault({ kind: 'delay', delayMs: 5 }), fault);
  assert.deepEqual(await client.faults(), [fault]);
  await client.endFault('fault-1');
  assert.deepEqual(asked, ['POST /faults', 'GET /faults', 'DELETE /faults/fault-1']);
  const { client: other } = await says(200, { faults: [{ kind: 'delay' }] });
  await assert.rejects(other.faults(), { code: 'HUB_ANSWER_WRONG' });
});

test('a refusal arrives as the error that the hub raised', async () => {
  const refusal = { code: 'POOL_EMPTY', kind: 'configuration', message: 'none left', fix: 'enlarge it', place: 'pool' };
  const { client } = await says(400, refusal);
  await assert.rejects(client.idle(), { name: 'QualifyError', ...refusal });
});

test('a stream tells when the hub ends, is killed, is not there or refuses', async () => {
  const ending = await hub((_, response) => void response.writeHead(200).end());
  assert.equal((await next(ending.client).event).type, 'lost');
  const killed = await hub((_, response) => {
    response.writeHead(200).write(': hello\n\n', () => response.destroy());
  });
  assert.deepEqual(await next(killed.client).event, { type: 'lost', reason: 'the hub has ended' });
  const gone = await says(200, {});
  gone.server.close();
  assert.match(JSON.stringify(await next(gone.client).event), /the hub is gone/);
  assert.equal((await next((await says(401, {})).client).event).type, 'lost');
});

test('an event cut in two is read whole, and what is no event is passed over', async () => {
  const { client } = await hub((_, response) => {
    response.writeHead(200);
    response.write('data: nonsense\n\ndata: {"type":"other"}\n\ndata: {"type":"abort",', () =>
      response.write('"reason":"Ctrl-C"}\n\n'),
    );
  });
  const { event, stop } = next(client);
  assert.deepEqual(await event, { type: 'abort', reason: 'Ctrl-C' });
  stop();
});

test('a stream that was stopped says nothing more, not even that it has ended', async () => {
  let closed: () => void = () => undefined;
  const over = new Promise<void>((resolve) => (closed = resolve));
  const { client } = await hub((_, response) => {
    response.writeHead(200).write('data: {"type":"abort","reason":"first"}\n\n');
    response.on('close', closed);
  });
  const events: StreamNews[] = [];
  const stop = await new Promise<() => void>((resolve) => {
    const end = client.stream('9900000000003', 1, (event) => {
      events.push(event);
      resolve(end);
    });
  });
  stop();
  await over;
  assert.deepEqual(events, [{ type: 'abort', reason: 'first' }]);
});
