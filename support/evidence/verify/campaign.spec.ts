import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import type { ScenarioVerdict, Verdicts } from '../../verdict';
import { scratchDir } from '../../testing';
import { addToCampaign, readCampaign } from '../campaign';
import { scenario } from '../fixture';
import type { PackSource } from '../pack';
import { containerPieces } from '../pack/container';
import { manifestBytes, outside, sumsBytes, type Manifest } from '../pack/manifest';
import { makePack } from '../pack';
import { bytesOf, greenRun, keysOf, laidDown, noOptions, signerOf } from '../pack/pack.fixture';
import { stored } from '../pack/pack-member';
import { preAuthentication, envelopeBytes, statementBytes } from '../pack/statement';
import type { Signer } from '../pack/signer';
import { readSubject } from '../read-subject';
import { sha256 } from '../text';
import { packedOf } from './inflate';
import { openPack, verifyPack } from '.';

let signer: Signer;
before(async () => (signer = signerOf(await keysOf('ed25519'))));

interface Run {
  run: string;
  verdict: ScenarioVerdict['verdict'];
  version?: string;
}

/** A campaign of these runs of one scenario, in this order. */
async function campaignOf(runs: readonly Run[]): Promise<string> {
  const reports = scratchDir();
  const folders: string[] = [];
  for (const [index, { run, verdict, version = '1' }] of runs.entries()) {
    const started = `2027-02-1${index}T10:00:00.000Z`;
    const over: Partial<Verdicts> = {
      ...{ run, started, ended: `2027-02-1${index}T11:00:00.000Z` },
      systemUnderTest: { name: 'Example', boundary: null, components: [{ name: 'crm', version }] },
      scenarios: [scenario({ id: 'MQ-BP001-010', verdict, started })],
    };
    const made = await greenRun(over);
    cpSync(made, path.join(reports, run), { recursive: true });
    folders.push(path.join(reports, run));
  }
  return addToCampaign({ reports, name: 'sit', runs: folders, now: new Date('2027-02-20T10:00:00Z') });
}

async function sourceOf(folder: string): Promise<PackSource> {
  const { runs } = await readCampaign(folder);
  const held = runs.flatMap((one) => (one.files ? [[one.line.run, one.folder] as const] : []));
  return { subject: await readSubject(folder), folder, runFolders: new Map(held) };
}

async function packed(folder: string): Promise<string> {
  const { pack } = makePack(await sourceOf(folder), { ...noOptions, signer });
  return laidDown(bytesOf(pack!));
}

const problemsOf = async (file: string) => (await verifyPack(file)).problems.join('\n');
const red: Run = { run: 'run-2', verdict: 'fail' };
const green: Run = { run: 'run-1', verdict: 'pass' };

/** The pack with another manifest, signed anew by its own signer. */
function withManifest(file: string, change: (manifest: Manifest) => void): string {
  const { container, manifest } = openPack(file);
  const altered = structuredClone(manifest!);
  change(altered);
  const bytes = manifestBytes(altered);
  const payload = statementBytes(altered, sha256(bytes));
  const sig = signer.sign(preAuthentication(payload));
  const own = new Set<string>(Object.values(outside));
  const kept = container.entries
    .filter(({ name }) => !own.has(name))
    .map((entry) => ({ ...entry, data: packedOf(container, entry) }));
  const files = {
    [outside.manifest]: bytes,
    [outside.sums]: sumsBytes(altered.members, sha256(bytes)),
    [outside.envelope]: envelopeBytes(payload, { keyid: signer.certificate, sig }),
    [outside.signed]: preAuthentication(payload),
    [outside.signature]: sig,
  };
  const made = Object.entries(files).map(([name, content]) => stored({ name, bytes: content }));
  return laidDown(Buffer.concat([...containerPieces([...kept, ...made])].map((piece) => piece.bytes)));
}

test('a campaign is packed with its record and each run in its own folder, and verifies', async () => {
  const file = await packed(await campaignOf([green, { run: 'run-2', verdict: 'pass' }]));
  const verification = await verifyPack(file);
  assert.deepEqual(verification.problems, []);
  const { names } = openPack(file);
  for (const name of ['campaign.ndjson', 'runs/run-1/ledger.ndjson', 'runs/run-2/verdicts.json', 'VERIFY.html'])
    assert.ok(names.includes(name), name);
  assert.deepEqual(verification.manifest?.subject, { kind: 'campaign', name: 'sit' });
  assert.deepEqual(
    verification.manifest.results.map(({ run }) => run),
    ['run-2'],
  );
});

test('the same manifest, written anew, is not found fault with', async () => {
  const file = await packed(await campaignOf([green, red]));
  assert.equal(await problemsOf(withManifest(file, () => undefined)), '');
});

test('a manifest that lets an earlier pass count in place of a later failure is found, whoever signed it', async () => {
  const file = await packed(await campaignOf([green, red]));
  const altered = withManifest(file, ({ results }) => Object.assign(results[0]!, { run: 'run-1', verdict: 'pass' }));
  assert.match(await problemsOf(altered), /says another result of MQ-BP001-010/);
});

test('a manifest that leaves out a result or a note is found, whoever signed it', async () => {
  const file = await packed(await campaignOf([green, red]));
  assert.match(await problemsOf(withManifest(file, ({ results }) => void results.pop())), /leaves out the result/);
  const folder = await greenRun({ partial: true });
  const { pack } = makePack(
    { subject: await readSubject(folder), folder, runFolders: new Map([['20270210-100000-pit-a1b2', folder]]) },
    { ...noOptions, signer },
  );
  const quiet = withManifest(laidDown(bytesOf(pack!)), (manifest) => void (manifest.notes = []));
  assert.match(await problemsOf(quiet), /leaves out a note on .*: Partial run/);
});

test('a draft that is made to look like a submission is found, whoever signed it', async () => {
  const file = await packed(await campaignOf([green]));
  const altered = withManifest(file, (manifest) => void (manifest.kind = 'submission'));
  assert.match(await problemsOf(altered), /it is a submission, and nobody signed it off/);
  const unsigned = withManifest(file, (manifest) => Object.assign(manifest, { kind: 'submission', signer: null }));
  assert.match(await problemsOf(unsigned), /it is a submission, and nobody signed it$/m);
});

test('a record of which a line was dropped, moved or altered before it was packed is found', async () => {
  const changes = {
    dropped: (lines: string[]) => lines.filter((_, index) => index !== 1),
    moved: ([a, b, c]: string[]) => [a!, c!, b!],
    altered: (lines: string[]) => lines.map((line) => line.replace('run-1', 'run-9')),
  };
  for (const [what, change] of Object.entries(changes)) {
    const folder = await campaignOf([green, red]);
    const source = await sourceOf(folder);
    const file = path.join(folder, 'campaign.ndjson');
    writeFileSync(file, `${change(readFileSync(file, 'utf8').trimEnd().split('\n')).join('\n')}\n`);
    const { pack } = makePack(source, { ...noOptions, signer });
    assert.match(await problemsOf(laidDown(bytesOf(pack!))), /campaign\.ndjson: line \d does not follow/, what);
  }
});

test('a submission of a campaign is judged by what counts: an earlier failure is no obstacle, a later one is', async () => {
  const codes = async (runs: Run[]) => {
    const folder = await campaignOf(runs);
    const { missing } = makePack(await sourceOf(folder), { ...noOptions, signer, submission: true });
    return missing.map(({ code }) => code);
  };
  assert.deepEqual(
    await codes([
      { ...green, verdict: 'fail' },
      { ...red, verdict: 'pass' },
    ]),
    ['not-signed-off'],
  );
  assert.deepEqual(await codes([green, red]), ['not-green', 'not-signed-off']);
  assert.deepEqual(await codes([green, { ...red, verdict: 'not-run', version: '2' }]), ['not-green', 'not-signed-off']);
});
