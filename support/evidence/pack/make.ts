import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { errorsOf, packErrors } from '../../errors';
import { buildPack, type BuiltPack, type PackOptions } from './build';
import { collectSubject, type PackSource } from './collect-subject';
import { made } from './manifest';
import type { KnownRequirement } from './required';
import { releasedFiles } from './released';
import { rulesOf } from './rules';
import { readSignOff, signOffProblems } from './sign-off';
import { refusals, type Refusal } from './submission';

const raise = errorsOf(packErrors);

export interface MakeOptions extends Pick<PackOptions, 'signer' | 'scan' | 'pages' | 'onProgress'> {
  submission: boolean;
  /** The sign-off; without: sign-off.yaml of the folder, where it is there. */
  signOffFile?: string;
  /** The requirements that the rules of the profile may name. */
  requirements: readonly KnownRequirement[];
}

export interface Made {
  /** Absent when a submission was asked for and is refused. */
  pack?: BuiltPack;
  /** What keeps the pack from being a submission. */
  missing: Refusal[];
}

/**
 * Makes the pack of a run or campaign, as a draft or as a submission. A sign-off that is not of these verdicts never
 * goes in.
 * @throws QualifyError PACK_SIGN_OFF_WRONG and those of `buildPack`
 */
export function makePack(source: PackSource, options: MakeOptions): Made {
  const { submission, signer, requirements } = options;
  const { subject, runFolders } = source;
  const last = subject.runs.at(-1)!.verdicts.run;
  const rules = rulesOf(textIn(runFolders.get(last) ?? source.folder, 'profile.effective.yaml'));
  const verdicts = new Map(subject.runs.map((run) => [run.verdicts.run, run.hashes['verdicts.json']!]));
  const signOff = signOffOf(source, options.signOffFile);
  const release = signOff && releasedFiles(collectSubject(source).withheld, signOff.read);
  const problems = signOff && [...signOffProblems(signOff.read, verdicts, rules), ...release!.problems];
  const missing = refusals({ subject, rules, requirements, signed: signer !== undefined, signOff: problems });
  if (submission && missing.length > 0) return { missing };
  const usable = problems?.length === 0;
  if (problems?.length && options.signOffFile)
    throw raise('PACK_SIGN_OFF_WRONG', { problem: problems.join('; ') }, options.signOffFile);
  const left = problems?.length ? [{ name: made.signOff, reason: problems.join('; ') }] : [];
  const pack = buildPack(source, {
    ...options,
    kind: submission ? 'submission' : 'draft',
    ...(signOff && usable ? { signOff: signOff.bytes, released: release!.files } : {}),
    leftOut: left,
  });
  return { pack, missing };
}

function signOffOf({ folder }: PackSource, named: string | undefined) {
  const file = named ?? path.join(folder, made.signOff);
  if (!existsSync(file)) {
    if (named === undefined) return undefined;
    throw raise('PACK_SIGN_OFF_WRONG', { problem: 'the file is not there' }, named);
  }
  const bytes = readFileSync(file);
  return { bytes, read: readSignOff(bytes.toString('utf8'), file) };
}

function textIn(folder: string, name: string): string | undefined {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
