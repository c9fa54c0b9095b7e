import type { Row } from '../catalogue';
import { signerOf } from './requests';
import type { Stage } from './stage';

const batch = 100;
const warmUp = 100_000;
const step = 50_000;
const steps = 4;

/** Bytes a message by which the hub grows after its first 100,000 messages, in batches: the slope over five looks. */
export async function growthRows(stage: Stage, path: string): Promise<Row[]> {
  const sign = signerOf(stage.sender, stage.hub.dip, path);

  async function pass(messages: number): Promise<void> {
    // In parts, so that the requests that wait to be sent fit into memory.
    for (let sent = 0; sent < messages; sent += 5_000) {
      const due = stage.receiver.count() + 5_000;
      await stage.load.send(Array.from({ length: 5_000 / batch }, () => sign(stage.body(batch), batch)));
      await stage.receiver.arrived(due);
    }
  }

  const looks: { messages: number; rss: number; heap: number }[] = [];
  async function look(): Promise<void> {
    const { rss, heapUsed, external } = (await stage.hub.usage('memory')).memory;
    looks.push({ messages: stage.receiver.count(), rss, heap: heapUsed + external });
  }
  await pass(Math.max(0, warmUp - stage.receiver.count()));
  await look();
  for (let n = 0; n < steps; n++) {
    await pass(step);
    await look();
  }
  const of = (key: 'rss' | 'heap') => slope(looks.map((one) => [one.messages, one[key]]));
  const span = `from ${looks[0]!.messages} to ${looks.at(-1)!.messages} messages, after collecting garbage`;
  const mb = (key: 'rss' | 'heap') => `${Math.round(looks.at(-1)![key] / 1_000_000)} MB at the end`;
  return [
    [`${of('heap').toFixed(0)} bytes`, `a message by which heap and buffers grow, ${span} (${mb('heap')})`],
    [`${of('rss').toFixed(0)} bytes`, `a message by which the process grows (${mb('rss')})`],
  ];
}

/** By least squares. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  const over = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return over / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}
