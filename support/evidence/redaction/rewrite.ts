import path from 'node:path';
import { writeWhole } from '../write-whole';
import type { Gathered } from './gather';
import { fileSha256 } from './originals';
import { rewritingOf, shownName } from './rewrite-files';
import { redactedLedger, type Rewritten } from './rewrite-ledger';
import { namesOf } from './run-names';
import { draftsFolder, type Plan } from './settle';
import type { Striker } from './striker';
import { createTexts } from './texts';

/** The drafts of a run folder that was written again, not yet in their places. */
export interface Drafts {
  plan: Plan;
  told: Rewritten;
  /** SHA-256 (hex) of the ledger as it will be; absent where it stays. */
  ledgerSha256?: string;
  /** Files that were written again for the first time. */
  originals: { file: string; originalSha256: string }[];
  /** Files made from the originals earlier, to be kept with them. */
  moved: string[];
  /** Adds a file that is new. */
  addDraft(name: string, text: string): Promise<void>;
}

/** Writes drafts of the files of a run folder in which something is struck. `known` are those whose originals are kept already. */
export async function rewrite(
  root: string,
  strike: Striker,
  found: Gathered,
  known: (name: string) => boolean,
): Promise<Drafts> {
  const folder = await draftsFolder(root);
  const plan: Plan = { write: [], remove: [] };
  const told: Rewritten = { lines: new Map(), unreadable: 0 };
  const originals: Drafts['originals'] = [];
  const next = () => path.join(folder, String(plan.write.length));
  const take = (name: string, originalSha256: string, as = name) => {
    // Two names may look the same once something in them was struck.
    plan.write.push(plan.write.includes(as) ? as.replace(/(?=\.\w+$)/, `-${plan.write.length}`) : as);
    if (as !== name) plan.remove.push(name);
    if (!known(name)) originals.push({ file: name, originalSha256 });
  };

  let ledgerSha256: string | undefined;
  if (found.sha256 !== null) {
    const textsFor = (hit: Parameters<typeof createTexts>[0]['hit']) =>
      createTexts({ strike, dictionary: found.dictionary, hit });
    await writeWhole(next(), redactedLedger(path.join(root, 'ledger.ndjson'), strike, textsFor, told));
    if (told.lines.size > 0 || told.unreadable > 0) {
      ledgerSha256 = await fileSha256(next());
      take('ledger.ndjson', found.sha256);
    }
  }
  const hit = () => undefined;
  const pens = { strike, texts: createTexts({ strike, dictionary: found.dictionary, hit }), hit };
  const names = await namesOf(root);
  for (const name of names.sources) {
    const file = path.join(root, name);
    await writeWhole(next(), rewritingOf(name)!(file, pens));
    const [before, after] = [await fileSha256(file), await fileSha256(next())];
    const as = shownName(name, pens);
    if (before !== after || as !== name) take(name, before!, as);
  }
  const moved = plan.write.length > 0 ? names.made : [];
  plan.remove.push(...(plan.write.length > 0 ? [...names.made, ...names.remade] : []));
  return {
    ...{ plan, told, originals, moved },
    ...(ledgerSha256 === undefined ? {} : { ledgerSha256 }),
    async addDraft(name, text) {
      await writeWhole(next(), [text]);
      plan.write.push(name);
    },
  };
}
