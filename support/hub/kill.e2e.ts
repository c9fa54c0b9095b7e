import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startHubProcess, type RunningHub } from '../../bench/hub/hub-process';
import { openMarket } from '../../bench/hub/market';
import { scratchDir } from '../testing';
import { randomOf } from './fuzz-random.fixture';
import { problemsOf, type Arrived, type Flow, type Sent } from './kill-check.fixture';
import { killReceiver } from './kill-receiver.fixture';
import { killSender } from './kill-sender.fixture';

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000_007);
const messages = 10_000;
const lines = 4;
const kills = 6;
/** So long nothing may arrive before what is missing counts as lost. */
const silenceMs = 30_000;
const supplier = { dipId: '1000000001', mpid: 'KSUP', role: 'SUP' };
const services = [
  { dipId: '1000000041', mpid: 'KSDA', role: 'SDS' },
  { dipId: '1000000042', mpid: 'KSDB', role: 'SDS' },
  { dipId: '1000000051', mpid: 'KADS', role: 'ADS' },
];

const cleanUp: (() => Promise<void> | void)[] = [];
after(async () => {
  for (const close of cleanUp.reverse()) await close();
});

test('a hub that is killed again and again loses, disorders and invents nothing that it accepted', async (t) => {
  t.diagnostic(`KILL_SEED=${seed}`);
  const random = randomOf(seed);
  const dir = scratchDir();
  const { store } = await openMarket({ dir, parties: [] });
  const sent = new Map<string, Sent>();
  const accepted = new Map<string, string | null>();
  const arrived: Arrived[] = [];
  const pairs = new Set<string>();
  let news: () => void = () => undefined;

  const behaviour = [{}, { slowMs: 25 }, { away: () => random.chance(0.1) }];
  const webhooks = await Promise.all(
    services.map(async ({ dipId }, index) =>
      killReceiver({
        ...{ dipId, identity: await store.identity(`party-${dipId}`), ...behaviour[index] },
        arrived(one) {
          arrived.push(one);
          pairs.add(`${one.to} ${one.reference}`);
          news();
        },
      }),
    ),
  );
  cleanUp.push(...webhooks.map(({ close }) => close));
  const market = await openMarket({
    dir,
    parties: [supplier, ...services.map((one, index) => ({ ...one, webhook: webhooks[index]!.url }))],
    retriesMs: Array.from({ length: 20 }, () => 20),
    port: await freePort(),
  });

  const start = () => startHubProcess({ config: market.config, log: market.log });
  let hub: RunningHub = await start();
  cleanUp.push(() => hub.kill());
  let up: Promise<unknown> = Promise.resolve();
  const moments = Array.from({ length: kills }, () => 200 + random.int(messages - 400)).sort((a, b) => a - b);
  async function killAndRestart(): Promise<void> {
    await pause(random.int(40));
    await hub.kill();
    hub = await start();
    console.log(`  killed and started again: ${accepted.size} accepted, ${arrived.length} arrivals`);
  }
  const killNow = () => (up = up.then(killAndRestart));

  const sender = killSender({
    ...{ base: hub.dip, ...market.members.get(supplier.dipId)!, random, sent, accepted },
    recipients: services.map(({ dipId }) => dipId),
    up: async () => void (await up),
    settled() {
      if (moments.length === 0 || accepted.size < moments[0]!) return;
      moments.shift();
      void killNow();
    },
  });
  cleanUp.push(() => sender.close());
  const flowing = Array.from({ length: lines }, (_, line) => sender.line(line, messages / lines));
  await Promise.all(flowing).catch((error: Error) => {
    const log = readFileSync(market.log, 'utf8').slice(-2_000);
    throw new Error(`${error.message}, KILL_SEED=${seed}\n${log}`, { cause: error });
  });
  assert.equal(accepted.size, messages);
  // Once more while all that is left is to deliver.
  await killNow();

  const wanted = [...accepted.keys()].reduce((sum, reference) => sum + sent.get(reference)!.to.length, 0);
  await untilThere(
    () => pairs.size >= wanted,
    (look) => (news = look),
  );
  await hub.stop();
  t.diagnostic(`${accepted.size} accepted, ${wanted} deliveries due, ${arrived.length} made, ${kills + 1} kills`);
  const problems = problemsOf({ sent, accepted, arrived });
  assert.deepEqual(problems.slice(0, 20), [], `${problems.length} problems, KILL_SEED=${seed}`);
});

/** Resolves when it is so, or when nothing has been new for long. */
function untilThere(isSo: () => boolean, onNews: (look: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const giveUp = () => resolve();
    const look = (): void => {
      clearTimeout(timer);
      if (isSo()) return resolve();
      timer = setTimeout(giveUp, silenceMs);
    };
    onNews(look);
    look();
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('the check notices loss, disorder and invention, and passes over duplicates', () => {
  const [a, b] = ['1000000041', '1000000042'];
  const sent = new Map<string, Sent>(
    ['R0', 'R1', 'R2'].map((name, place) => [name, { line: 0, place, channel: 'IF-027', to: [a, b] }]),
  );
  const accepted = new Map<string, string | null>([
    ['R0', 'T0'],
    ['R1', null],
  ]);
  const come = (to: string, name: string, transactionID = name.replace('R', 'T')): Arrived => {
    return { to, channel: 'IF-027', reference: name, transactionID };
  };
  const good = [come(a, 'R0'), come(b, 'R0'), come(a, 'R1'), come(a, 'R0'), come(b, 'R1')];
  const told = (over: Partial<Flow>) =>
    problemsOf({ sent, accepted, arrived: good, ...over }).map((one) => one.split(':')[0]);
  assert.deepEqual(told({}), []);
  assert.deepEqual(told({ arrived: good.slice(0, -1) }), ['loss']);
  assert.deepEqual(told({ arrived: [come(a, 'R1'), ...good] }), ['disorder']);
  assert.deepEqual(told({ arrived: [...good, come(a, 'R9')] }), ['invention']);
  assert.deepEqual(told({ arrived: [...good, come('1000000051', 'R0')] }), ['invention']);
  assert.deepEqual(told({ arrived: [...good, { ...come(a, 'R0'), channel: 'IF-041' }] }), ['invention']);
  assert.deepEqual(told({ arrived: [...good, come(a, 'R0', 'T7')] }), ['invention']);
});
