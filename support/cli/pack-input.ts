import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorsOf, packErrors } from '../errors';
import {
  createPackSigner,
  indexSubject,
  readCampaign,
  readSubject,
  rttmOf,
  viewedRequirements,
  viewerPages,
  writeEvidence,
  type KnownRequirement,
  type MakeOptions,
  type PackSigner,
  type PackSource,
  type Rttm,
  type Subject,
} from '../evidence';
import { stateFolder } from '../session';
import { packScan } from './pack-scan';
import { registeredRequirements } from './registered-requirements';
import { rttmInput, type OwnListFlags } from './rttm-input';
import { secretsOfRun } from './run-secrets';
import { subjectFolder } from './subject-argument';

const raise = errorsOf(packErrors);

export interface PackFlags extends OwnListFlags {
  key?: string;
  certificate?: string;
  signOff?: string;
}

export interface PackInput {
  source: PackSource;
  options: Omit<MakeOptions, 'submission'>;
}

/** Everything that a pack is made from; evidence that a run has not yet is written first. The errors of each reader. */
export async function packInput(
  target: string | undefined,
  flags: PackFlags,
  tell: (text: string) => void,
): Promise<PackInput> {
  const folder = subjectFolder(target);
  const signer = signerOf(flags);
  const runFolders = await foldersOf(folder);
  for (const run of runFolders.values()) await withEvidence(run, tell);
  tell('reading');
  const subject = await readSubject(folder);
  const ofRuns = await Promise.all([...runFolders.values()].map((run) => secretsOfRun(run, tell)));
  const names = runFolders.size === 1 && subject.kind === 'run' ? new Map([[subject.name, folder]]) : runFolders;
  const rttm = rttmOf(await rttmInput(subject, folder, flags));
  return {
    source: { subject, folder, runFolders: names },
    options: {
      scan: await packScan([...secretsOf(flags), ...ofRuns.flat()]),
      requirements: requirementsOf(rttm),
      pages: (notes) => pagesOf(subject, rttm, notes),
      ...(signer ? { signer } : {}),
      ...(flags.signOff === undefined ? {} : { signOffFile: resolve(flags.signOff) }),
    },
  };
}

function pagesOf(subject: Subject, rttm: Rttm, notes: readonly string[]) {
  const banners = notes.map((text) => ({ tone: 'unsure' as const, text }));
  return viewerPages(indexSubject(subject, viewedRequirements(rttm)), { banners });
}

/** The folder of each run by its id; of a campaign those that are still as they were added. */
async function foldersOf(folder: string): Promise<Map<string, string>> {
  if (!existsSync(join(folder, 'campaign.ndjson'))) return new Map([['', folder]]);
  const { runs } = await readCampaign(folder);
  return new Map(runs.flatMap((run) => (run.files ? [[run.line.run, run.folder] as const] : [])));
}

async function withEvidence(run: string, tell: (text: string) => void): Promise<void> {
  const there = ['summary.html', 'redaction.json'].every((name) => existsSync(join(run, name)));
  if (!there) {
    await writeEvidence(run, {
      report: false,
      onProgress: tell,
      stateFolder: stateFolder(process.cwd()),
      requirementsOf: await registeredRequirements(),
    });
  }
}

function requirementsOf({ requirements, own }: Rttm): KnownRequirement[] {
  return [
    ...requirements.map(({ requirement: { id, scenarios } }) => ({ id, scenarios })),
    ...(own?.rows ?? []).map(({ row: { requirement, scenarios, minimumGrade } }) => ({
      id: requirement,
      scenarios,
      minimumGrade,
    })),
  ];
}

function signerOf({ key, certificate }: PackFlags): PackSigner | undefined {
  if (key === undefined && certificate === undefined) return undefined;
  if (key === undefined || certificate === undefined) throw incomplete(key === undefined ? '--key' : '--certificate');
  const passphrase = process.env.QUALIFY_KEY_PASSPHRASE;
  return createPackSigner({
    key: { text: textOf(key, 'signing key'), file: key },
    certificate: { text: textOf(certificate, 'certificate'), file: certificate },
    ...(passphrase === undefined ? {} : { passphrase }),
  });
}

/** The key itself and its passphrase must not have strayed into a file. */
function secretsOf({ key }: PackFlags): string[] {
  const passphrase = process.env.QUALIFY_KEY_PASSPHRASE;
  return [...(key === undefined ? [] : [textOf(key, 'signing key')]), ...(passphrase ? [passphrase] : [])];
}

const incomplete = (missing: string) => raise('PACK_SIGNER_INCOMPLETE', { missing }, missing);

function textOf(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw raise('PACK_SIGNER_FILE_MISSING', { what, file }, file, cause);
  }
}
