// A run folder such as the harness leaves, of any size, for measurements. What is random in real messages, such as
// signatures, is random here, too: it cannot be deflated.
import { createHash, randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sampleMessage } from '../support/catalogue';
import { createLedger } from '../support/ledger';
import { verdictsSchema } from '../support/verdict';

const kinds = [
  ['IF-031', 'MSApp'],
  ['IF-021', 'ActivePower'],
  ['IF-036', 'MSAppActive'],
] as const;

export interface Size {
  scenarios: number;
  /** Each is three lines of the ledger: accepted, delivered, answered. Five share an MPAN. */
  messages: number;
}

/** Writes a run folder in which every scenario passed. Answers the bytes of its ledger. */
export async function writeRun(folder: string, { scenarios, messages }: Size): Promise<number> {
  await mkdir(folder, { recursive: true });
  const ids = Array.from({ length: scenarios }, (_, index) => `MQ-BP001-${String(index).padStart(4, '0')}`);
  const file = path.join(folder, 'ledger.ndjson');
  const ledger = createLedger({ file });
  for (let index = 0; index < messages; index++) {
    const [id, event] = kinds[index % 10 === 0 ? 1 : index % 2 ? 0 : 2]!;
    const common = {
      ...{ interface: id, event, mpan: mpanOf(index), source: 'dip', scenario: ids[index % scenarios]! },
      transactionID: `T-${randomBytes(12).toString('hex')}`,
      bodySha256: createHash('sha256').update(String(index)).digest('hex'),
      body: sampleMessage(id, event),
    };
    const headers = {
      'content-type': 'application/json',
      'x-dip-signature': randomBytes(256).toString('base64'),
      'x-dip-content-hash': randomBytes(32).toString('base64'),
    };
    ledger.append({ ...common, kind: 'accepted', from: '1000000001', to: 'DIP', httpStatus: 201, headers });
    ledger.append({ ...common, kind: 'delivered', from: 'DIP', to: '1000000011', headers });
    ledger.append({ ...common, body: { ok: true }, kind: 'answered', from: '1000000011', to: 'DIP', httpStatus: 200 });
    if (index % 500 === 0) await ledger.flush();
  }
  await ledger.close();
  const verdicts = verdictsOf(path.basename(folder), ids, Math.floor((messages * 3) / scenarios));
  await writeFile(path.join(folder, 'verdicts.json'), JSON.stringify(verdicts));
  await writeFile(path.join(folder, 'selection.json'), JSON.stringify({ selected: ids, excluded: [] }));
  const lines = ids.flatMap((id) =>
    Array.from({ length: 60 }, (_, step) =>
      JSON.stringify({
        attachment: { testStepId: `${id}-${step}`, body: randomBytes(30).toString('base64'), text: 'x'.repeat(900) },
      }),
    ),
  );
  await writeFile(path.join(folder, 'messages.ndjson'), `${lines.join('\n')}\n`);
  return statSync(file).size;
}

/** The MPAN that a message is about, counted from 0. */
export const mpanOf = (message: number): string => String(1_000_000_000_000 + Math.floor(message / 5));

function verdictsOf(run: string, ids: readonly string[], lines: number) {
  const seqs = (index: number) => Array.from({ length: lines }, (_, at) => index * lines + at + 1);
  return verdictsSchema.parse({
    ...{ schema: 1, run, started: '2027-02-10T10:00:00.000Z', ended: '2027-02-10T10:30:00.000Z', partial: false },
    harness: { version: '0.1.0', commit: null, scenarioSet: 'x', modified: false },
    systemUnderTest: { name: 'bench', boundary: null, components: [] },
    participant: { name: 'Bench', roles: ['SUP'], bundled: false },
    ...{ stage: 'PIT', release: '2.1.0', inForce: null, exitCode: 0, findings: [], assumptions: [] },
    totals: { pass: ids.length, fail: 0, inconclusive: 0, waiting: 0, notApplicable: 0, notRun: 0, observations: 0 },
    scenarios: ids.map((id, index) => ({
      ...{ id, name: 'x', process: 'BP001', theme: 'mpan-ownership', uri: 'x.feature', line: index + 1 },
      positions: { 'SUP (incoming)': 'participant', REGS: 'simulated' },
      ...{ roles: ['SUP'], interfaces: ['IF-031'], verdict: 'pass', blame: null, code: null, reason: null },
      ...{
        observations: [],
        grade: 'seen on the wire',
        started: '2027-02-10T10:00:00.000Z',
        durationMs: 1,
        attempts: 1,
      },
      checks: ['signature', 'schema', 'channel'].map((check) => ({
        id: check,
        level: 'must',
        status: 'pass',
        ledger: seqs(index),
      })),
      steps: [{ text: 'Then these messages are exchanged', status: 'PASSED', durationMs: 1, error: null }],
    })),
  });
}

/** Lends a folder, with the state of the harness inside it, for as long as the work goes on. */
export async function inPlace<T>(name: string, work: (place: string) => Promise<T>): Promise<T> {
  const place = await mkdtemp(path.join(tmpdir(), `bench-${name}-`));
  const state = process.env.QUALIFY_STATE;
  process.env.QUALIFY_STATE = path.join(place, 'state');
  try {
    return await work(place);
  } finally {
    if (state === undefined) delete process.env.QUALIFY_STATE;
    else process.env.QUALIFY_STATE = state;
    await rm(place, { recursive: true, force: true });
  }
}
