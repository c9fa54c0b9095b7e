import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startHubProcess, type RunningHub } from './hub-process';
import { openLoad, type Load } from './load';
import { mpans, openMarket, type Member } from './market';
import { openReceiver, type Receiver } from './receiver';
import { halfHourly } from './requests';

const service = { dipId: '1000000041', mpid: 'BSDS', role: 'SDS' };
const settlement = { dipId: '1000000091', mpid: 'BMDS', role: 'MDS' };

/**
 * Who measures: a Smart Data Service that sends, and one webhook. It is the Market-wide Data Service's, which gets every
 * IF-021, and the directory names the same party as supplier and distributor: one delivery for each message.
 */
export interface Stage {
  dir: string;
  hub: RunningHub;
  sender: Member;
  receiver: Receiver;
  load: Load;
  body(messages: number): Buffer;
  close(): Promise<void>;
}

/** As the container starts the hub; its yardsticks have the same. */
const nodeFlags = ['--max-semi-space-size=64'];

export async function openStage(): Promise<Stage> {
  const dir = await mkdtemp(path.join(tmpdir(), 'bench-hub-'));
  const { store } = await openMarket({ dir, parties: [] });
  const receiver = await openReceiver(await store.identity(`party-${settlement.dipId}`));
  const parties = [service, { ...settlement, webhook: receiver.url }];
  const market = await openMarket({ dir, parties, without: ['MDS'], holder: settlement.dipId });
  const execArgv = ['--expose-gc', ...nodeFlags];
  const hub = await startHubProcess({ config: market.config, log: market.log, execArgv });
  const sender = market.members.get(service.dipId)!;
  const load = openLoad(hub.dip, sender.identity);
  return {
    ...{ dir, hub, sender, receiver, load },
    body: halfHourly(sender, mpans),
    async close() {
      load.close();
      await hub.stop();
      await receiver.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

export interface Yardstick {
  url: string;
  stop(): Promise<void>;
}

/** The bare server, in a process of its own. */
export const startBare = ({ dir }: Stage): Promise<Yardstick> => start('bare-main.ts', [path.join(dir, 'state')]);

/** The server that does the least that a message asks for. */
export const startMinimal = ({ dir, receiver }: Stage): Promise<Yardstick> =>
  start('minimal-main.ts', [path.join(dir, 'state'), path.join(dir, 'minimal.ndjson'), receiver.url]);

async function start(name: string, given: readonly string[]): Promise<Yardstick> {
  const args = [...nodeFlags, '-r', require.resolve('ts-node/register'), path.join(__dirname, name), ...given];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return {
    url: (JSON.parse(line.toString('utf8')) as { dip: string }).dip,
    async stop() {
      const ended = once(child, 'exit');
      child.stdin!.end();
      await ended;
    },
  };
}
