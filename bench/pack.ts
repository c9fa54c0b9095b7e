// The evidence pack of a run of 300 scenarios and 5,000 messages, with its whole evidence: time, size, memory and what half
// of it takes. What is random in real messages, such as signatures, is random here, too: it cannot be deflated.
import { createHash, randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sampleMessage } from '../support/catalogue';
import { knownSecrets, makePack, readSubject, scanForSecrets, verifyPack, writeEvidence } from '../support/evidence';
import { createLedger } from '../support/ledger';
import { verdictsSchema } from '../support/verdict';
import type { Row } from './catalogue';

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const kinds = [
  ['IF-031', 'MSApp'],
  ['IF-021', 'ActivePower'],
  ['IF-036', 'MSAppActive'],
] as const;

interface Measured {
  evidenceMs: number;
  packMs: number;
  verifyMs: number;
  bytes: number;
  ledgerBytes: number;
}

/** A run folder as the harness leaves it. Answers the bytes of its ledger. */
async function writeRun(folder: string, scenarios: number, messages: number): Promise<number> {
  await mkdir(folder, { recursive: true });
  const ids = Array.from({ length: scenarios }, (_, index) => `MQ-BP001-${String(index).padStart(4, '0')}`);
  const file = path.join(folder, 'ledger.ndjson');
  const ledger = createLedger({ file });
  for (let index = 0; index < messages; index++) {
    const [id, event] = kinds[index % 10 === 0 ? 1 : index % 2 ? 0 : 2]!;
    const mpan = String(1_000_000_000_000 + Math.floor(index / 5));
    const common = {
      ...{ interface: id, event, mpan, source: 'dip', scenario: ids[index % scenarios]! },
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
  await writeFile(path.join(folder, 'verdicts.json'), JSON.stringify(verdictsOf(path.basename(folder), ids)));
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

function verdictsOf(run: string, ids: readonly string[]) {
  const seqs = (index: number) => Array.from({ length: 48 }, (_, at) => index * 48 + at + 1);
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

async function measure(folder: string, scenarios: number, messages: number): Promise<Measured> {
  const ledgerBytes = await writeRun(folder, scenarios, messages);
  const timed = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
    const began = performance.now();
    const done = await work();
    return [performance.now() - began, done];
  };
  const [evidenceMs] = await timed(() => writeEvidence(folder));
  const file = `${folder}.zip`;
  const [packMs] = await timed(async () => {
    const subject = await readSubject(folder);
    const secrets = [...(await knownSecrets(folder)), randomBytes(24).toString('hex')];
    const source = { subject, folder, runFolders: new Map([[subject.name, folder]]) };
    const scan = (files: Iterable<{ name: string; bytes: Buffer }>) => scanForSecrets(files, secrets);
    const { pack } = makePack(source, { submission: false, requirements: [], scan });
    await writeFile(file, pack!.pieces());
  });
  const bytes = statSync(file).size;
  const [verifyMs, { valid, problems }] = await timed(() => verifyPack(file));
  if (!valid) throw new Error(problems.join('\n'));
  return { evidenceMs, packMs, verifyMs, bytes, ledgerBytes };
}

/** Every figure of the evidence pack. */
export async function packRows(): Promise<Row[]> {
  const place = await mkdtemp(path.join(tmpdir(), 'bench-pack-'));
  const state = process.env.QUALIFY_STATE;
  process.env.QUALIFY_STATE = path.join(place, 'state');
  try {
    const half = await measure(path.join(place, 'half'), 150, 2500);
    const whole = await measure(path.join(place, 'whole'), 300, 5000);
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
    return [
      [megabytes(whole.ledgerBytes), 'ledger of 300 scenarios and 5,000 messages'],
      [seconds(whole.evidenceMs), 'its evidence, with the Allure report where one can be made'],
      [seconds(whole.packMs), 'its pack, every file looked into for secrets'],
      [megabytes(whole.bytes), 'size of the pack'],
      [seconds(whole.verifyMs), 'verify'],
      [(whole.packMs / half.packMs).toFixed(2), 'ratio: time to pack that to time to pack half of it'],
      [(whole.verifyMs / half.verifyMs).toFixed(2), 'ratio: time to verify that to time to verify half of it'],
    ];
  } finally {
    if (state === undefined) delete process.env.QUALIFY_STATE;
    else process.env.QUALIFY_STATE = state;
    await rm(place, { recursive: true, force: true });
  }
}
