import path from 'node:path';
import { writeWhole } from '../write-whole';
import { gather } from './gather';
import { fileSha256, keepOriginals } from './originals';
import { policyOf, type Policy } from './policy';
import { pseudonymKey } from './pseudonym-key';
import { pseudonymsWith } from './pseudonyms';
import { readRedaction, recordName, type Redaction } from './record';
import { rewrite } from './rewrite';
import { aboutRun } from './run-about';
import { decide, dropDrafts, settle } from './settle';
import { same, stillToDo, togetherWith } from './strictest';
import { createStriker } from './striker';
import { struckOf } from './struck';
import { placeFor } from './state';

/**
 * Strikes from the files of a run what the policy of its stage and profile says, before anything is made from them, and
 * writes redaction.json. The ledger is chained anew, each line with the hash of the line as it was captured; the originals
 * go to `originals/<run>/` of the state folder. Where there is nothing to strike no file is touched. A second call changes
 * nothing; a stricter policy strikes what is left; what is gone does not come back. Interrupted, it leaves the old files, or
 * ends with the next call. A ledger that is not the one it left stays as it is.
 * Undefined where the folder holds no verdicts.
 * @throws QualifyError REDACTION_POLICY_UNREADABLE, REDACTION_RECORD_UNREADABLE, REDACTION_KEY_UNREADABLE, REDACTION_NO_STATE_FOLDER
 */
export async function applyPolicy(
  folder: string,
  options: { stateFolder?: string | undefined; onProgress?(text: string): void } = {},
): Promise<Redaction | undefined> {
  const root = path.resolve(folder);
  await settle(root);
  const about = await aboutRun(root);
  if (!about) return undefined;
  const earlier = await readRedaction(root);
  const before = earlier?.policy as Policy | undefined;
  const policy = togetherWith(before, await policyOf(root, about.stage));
  if (earlier && same(earlier.policy as Policy, policy)) return earlier;

  const ledger = path.join(root, 'ledger.ndjson');
  const sha256 = (await fileSha256(ledger)) ?? null;
  if (earlier && earlier.ledgerSha256 !== sha256) return earlier;
  const todo = stillToDo(before, policy);
  const nothing: Redaction = {
    ...{ schema: 1, run: about.run, stage: about.stage, policy, struck: earlier?.struck ?? [] },
    originalLedgerSha256: earlier?.originalLedgerSha256 ?? sha256,
    ledgerSha256: sha256,
    ...{ files: earlier?.files ?? [], moved: earlier?.moved ?? [] },
  };
  const strike = createStriker(todo, await pseudonyms(todo, options.stateFolder));
  const found = Object.values(todo).every((one) => one === 'keep')
    ? undefined
    : await gather(ledger, strike, about.mpans);
  if (!found || (found.unreadable === 0 && [...found.values.values()].every(({ size }) => size === 0))) {
    return writeRecord(root, nothing);
  }
  options.onProgress?.('striking what the redaction policy names');
  const written = await rewrite(
    root,
    strike,
    found,
    (name) => earlier?.files.some(({ file }) => file === name) === true,
  );
  if (written.plan.write.length === 0) {
    await dropDrafts(root);
    return writeRecord(root, nothing);
  }
  const redaction: Redaction = {
    ...nothing,
    struck: struckOf({ todo, found, told: written.told, earlier: nothing.struck }),
    ledgerSha256: written.ledgerSha256 ?? sha256,
    files: [...nothing.files, ...written.originals],
    moved: [...new Set([...nothing.moved, ...written.moved])],
  };
  const place = placeFor(options.stateFolder, about.run);
  await keepOriginals(root, [...written.originals.map(({ file }) => file), ...written.moved], place);
  await written.addDraft(recordName, text(redaction));
  await decide(root, written.plan);
  await settle(root);
  return redaction;
}

async function pseudonyms(todo: Policy, stateFolder: string | undefined) {
  if (!Object.values(todo).includes('pseudonymise')) return pseudonymsWith(Buffer.alloc(0));
  return pseudonymsWith(await pseudonymKey(placeFor(stateFolder)));
}

const text = (redaction: Redaction) => `${JSON.stringify(redaction, null, 2)}\n`;

async function writeRecord(root: string, redaction: Redaction): Promise<Redaction> {
  await writeWhole(path.join(root, recordName), [text(redaction)]);
  return redaction;
}
