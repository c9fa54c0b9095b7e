// The message catalogue: medians of 11 rounds in which the things compared take turns, so that both meet the same machine.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  allEvents,
  importRelease,
  readMessages,
  ruleProblems,
  sampleMessage,
  validateMessage,
  type Message,
} from '../support/catalogue';

export type Row = [value: string, what: string];

const root = path.resolve(__dirname, '..');
const rounds = 11;
const published = path.resolve(root, '../shared/dip-spec/v2.1.0');

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

async function measured(work: () => Promise<void> | void): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The medians of several works, in ms, whose rounds alternate. The first round warms up and does not count. */
async function alternating(...works: (() => Promise<void> | void)[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, work] of works.entries()) {
      const took = await measured(work);
      if (round > 0) times[index]!.push(took);
    }
  }
  return times.map(median);
}

/** In a fresh process that has zod: from the door of the catalogue to the verdict on a first message. */
async function firstMessage(file: string): Promise<Row> {
  const what = 'catalogue loaded and first message checked, zod apart';
  const program = `
    const { codeFolder, load } = require(${JSON.stringify(path.join(root, 'bin/load.js'))});
    const text = require('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8');
    require('zod');
    const began = performance.now();
    const { ok } = load('support/catalogue').validateMessage(JSON.parse(text), 'ingress');
    console.log(JSON.stringify({ ok, took: performance.now() - began, folder: codeFolder() }));`;
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', program], { cwd: root });
    const { ok, took, folder } = JSON.parse(stdout) as { ok: boolean; took: number; folder: string };
    if (!folder.endsWith('dist')) return ['left out', `${what}: run npm run build first`];
    if (!ok) throw new Error('the message is not valid');
    times.push(took);
  }
  return [ms(median(times)), what];
}

async function halfHours(text: string): Promise<Row[]> {
  const payload: unknown = JSON.parse(text);
  const times = 2000;
  const repeat = (work: () => unknown) => () => {
    for (let i = 0; i < times; i++) work();
  };
  const check = () => {
    if (!validateMessage(payload, 'ingress').ok) throw new Error('the message is not valid');
  };
  const [parsing = 1, checking = 1] = await alternating(
    repeat(() => JSON.parse(text) as unknown),
    repeat(check),
  );
  const each = (took: number) => `${((took / times) * 1000).toFixed(0)} µs`;
  return [
    [each(checking), `IF-021 of 48 half-hours (${text.length} bytes) checked; JSON.parse of it: ${each(parsing)}`],
    [(checking / parsing).toFixed(2), 'ratio: check to JSON.parse'],
  ];
}

async function manyMessages(file: string, count: number): Promise<Row> {
  const [took = 1] = await alternating(async () => {
    let valid = 0;
    for await (const read of readMessages(file)) {
      if ('problem' in read) throw new Error(read.problem.text);
      const checked = validateMessage(read.payload, 'ingress');
      if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
      ruleProblems(checked.message);
      valid += 1;
    }
    if (valid !== count) throw new Error(`${valid} of ${count} messages were read`);
  });
  const rate = Math.round(count / (took / 1000)).toLocaleString('en');
  return [`${rate}/s`, `${count} mixed messages from a file, read and checked with the rules beyond the schema`];
}

async function importing(): Promise<Row> {
  if (!existsSync(published)) return ['left out', 'import of the published release: the specification is absent'];
  const [took = 1] = await alternating(async () => void (await importRelease(published, 'bench')));
  return [ms(took), 'import of the published release'];
}

/** Every figure of the catalogue. */
export async function catalogueRows(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-catalogue-'));
  try {
    const one = (interfaceId: string, event: string): Message => sampleMessage(interfaceId, event);
    const first = path.join(folder, 'first.json');
    await writeFile(first, JSON.stringify(one('IF-031', 'MSApp')));
    const all = allEvents();
    const count = 10_000;
    const lines = Array.from({ length: count }, (_, index) => {
      const { interface: id, event } = all[index % all.length]!;
      return JSON.stringify({ interface: id, event, payload: one(id, event) });
    });
    const many = path.join(folder, 'many.ndjson');
    await writeFile(many, `${lines.join('\n')}\n`);
    return [
      await firstMessage(first),
      ...(await halfHours(JSON.stringify(one('IF-021', 'ActivePower')))),
      await manyMessages(many, count),
      await importing(),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
