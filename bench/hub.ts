// The simulated DIP under load: the hub has a process of its own; generator and receiver are this one.
import type { Row } from './catalogue';
import { openLoad, type Load } from './hub/load';
import { growthRows } from './hub/growth';
import { startPrism } from './hub/prism';
import { signerOf, type ReadyRequest } from './hub/requests';
import { openStage, startBare, startMinimal, type Stage } from './hub/stage';

const warmUps = 2;
const rounds = 5;
const channel = '/dip-channel/IF-021';
const validate = '/validate/IF-021/ActivePower';

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const perSecond = (value: number) => `${Math.round(value).toLocaleString('en')}/s`;

interface Way {
  load: Load;
  base: string;
  path: string;
  /** Each message comes to the receiver. */
  delivers?: boolean;
}

/** Makes and signs requests, then starts the clock: messages a second until all are answered and have arrived. */
async function speed(stage: Stage, o: Way & { requests: number; each: number }) {
  const sign = signerOf(stage.sender, o.base, o.path);
  const ready: ReadyRequest[] = Array.from({ length: o.requests }, () => sign(stage.body(o.each), o.each));
  const messages = o.requests * o.each;
  const due = stage.receiver.count() + (o.delivers ? messages : 0);
  const began = performance.now();
  await o.load.send(ready);
  await stage.receiver.arrived(due);
  return messages / ((performance.now() - began) / 1000);
}

interface Speeds {
  bare: number;
  single: number;
  /** Of `single` to `bare`, round by round. */
  ratio: number;
  batch: number;
  /** Of `minimal` and `minimalBatch`: the least that such a path costs. */
  minimal: number;
  minimalBatch: number;
  validated: number;
  /** Core time of the hub for one message, microseconds. */
  singleCpu: number;
  batchCpu: number;
}

/** Medians of rounds that take turns, so that all meet the same machine; the first ones warm up. */
async function speeds(stage: Stage): Promise<Speeds> {
  const yardsticks = [await startBare(stage), await startMinimal(stage)] as const;
  const [bare, minimal] = yardsticks.map(({ url }): Way => {
    return { load: openLoad(url, stage.sender.identity), base: url, path: channel };
  }) as [Way, Way];
  minimal.delivers = true;
  const hub: Way = { load: stage.load, base: stage.hub.dip, path: channel, delivers: true };
  const seen = new Map<keyof Speeds, number[]>();
  const cpuOf = async () => {
    const { user, system } = (await stage.hub.usage('cpu')).cpu;
    return user + system;
  };
  for (let round = -warmUps; round < rounds; round++) {
    const keep = (name: keyof Speeds, value: number) => {
      if (round >= 0) seen.set(name, [...(seen.get(name) ?? []), value]);
    };
    const ofBare = await speed(stage, { ...bare, requests: 6_000, each: 1 });
    keep('bare', ofBare);
    const begun = await cpuOf();
    const ofSingle = await speed(stage, { ...hub, requests: 4_000, each: 1 });
    keep('single', ofSingle);
    keep('ratio', ofSingle / ofBare);
    const between = await cpuOf();
    keep('batch', await speed(stage, { ...hub, requests: 150, each: 100 }));
    keep('batchCpu', ((await cpuOf()) - between) / 15_000);
    keep('singleCpu', (between - begun) / 4_000);
    keep('minimal', await speed(stage, { ...minimal, requests: 4_000, each: 1 }));
    keep('minimalBatch', await speed(stage, { ...minimal, requests: 150, each: 100 }));
    keep('validated', await speed(stage, { ...hub, path: validate, delivers: false, requests: 6_000, each: 1 }));
  }
  bare.load.close();
  minimal.load.close();
  for (const { stop } of yardsticks) await stop();
  return Object.fromEntries([...seen].map(([name, values]) => [name, median(values)])) as unknown as Speeds;
}

async function prismRows(stage: Stage, { single, validated }: Speeds): Promise<Row[]> {
  const what = 'OpenAPI mock server Prism on the published specification, the same message';
  const prism = await startPrism(stage.dir);
  if ('missing' in prism) return [['left out', `${what}: ${prism.missing}`]];
  const load = openLoad(prism.url);
  const at = (path: string) => ({ load, base: prism.url, path, requests: 320, each: 1 });
  try {
    await speed(stage, { ...at(channel), requests: 16 });
    const sent = await speed(stage, at(channel));
    const checked = await speed(stage, at(validate));
    return [
      [perSecond(sent), `${what} (plain HTTP)`],
      [(single / sent).toFixed(0), 'ratio: full path to Prism'],
      [(validated / sent).toFixed(0), 'ratio: /validate to Prism'],
      [perSecond(checked), 'Prism on its /validate of the event, whose schema is one and not sixty'],
      [(validated / checked).toFixed(0), 'ratio: /validate to that'],
    ];
  } finally {
    load.close();
    await prism.stop();
  }
}

/** Every figure of the hub. */
export async function hubRows(): Promise<Row[]> {
  const stage = await openStage();
  try {
    const size = stage.body(1).length;
    const found = await speeds(stage);
    const { bare, single, ratio, batch, minimal, minimalBatch, validated, singleCpu, batchCpu } = found;
    return [
      [perSecond(bare), `bare node:https server with client certificates: IF-021 (${size} bytes) parsed, answered`],
      [perSecond(single), 'full path: accepted, in ledger and journal, delivered to a webhook; single, 16 in flight'],
      [ratio.toFixed(3), 'ratio: full path to bare (a sixth is 0.167, a quarter 0.250)'],
      [`${singleCpu.toFixed(0)} µs`, 'the same, core time of the hub for one message'],
      [perSecond(batch), 'full path in batches of 100'],
      [`${batchCpu.toFixed(0)} µs`, 'the same, core time of the hub for one message'],
      [perSecond(minimal), 'the least such a path costs: verified, checked, one ledger line, delivered; single'],
      [(minimal / bare).toFixed(3), 'ratio: that to bare'],
      [perSecond(minimalBatch), 'the same in batches of 100'],
      [perSecond(validated), '/validate of the message'],
      ...(await prismRows(stage, found)),
      ...(await growthRows(stage, channel)),
    ];
  } finally {
    await stage.close();
  }
}
