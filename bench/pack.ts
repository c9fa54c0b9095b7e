// The evidence pack of a run of 300 scenarios and 5,000 messages, with its whole evidence: time, size, memory and what half
// of it takes.
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { knownSecrets, makePack, readSubject, scanForSecrets, verifyPack, writeEvidence } from '../support/evidence';
import type { Row } from './catalogue';
import { inPlace, writeRun, type Size } from './made-run';

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

interface Measured {
  evidenceMs: number;
  packMs: number;
  verifyMs: number;
  bytes: number;
  ledgerBytes: number;
}

async function measure(folder: string, size: Size): Promise<Measured> {
  const ledgerBytes = await writeRun(folder, size);
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
export const packRows = (): Promise<Row[]> =>
  inPlace('pack', async (place) => {
    const half = await measure(path.join(place, 'half'), { scenarios: 150, messages: 2500 });
    const whole = await measure(path.join(place, 'whole'), { scenarios: 300, messages: 5000 });
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
  });
