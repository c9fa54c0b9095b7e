import { statSync } from 'node:fs';
import { unpacked } from '../compare/unpacked';
import { draftNote } from '../pack/verify-page';
import { readSubject } from '../read-subject';
import type { Subject } from '../subject';
import { verifyPack, type Verification } from '../verify';
import type { Banner, Frame } from './frame';
import { viewerPages } from './pages';
import { searchOf } from './search';
import { searchPage } from './search-page';
import { indexSubject, type ViewedRequirement } from './viewer-index';

/** The pages of a run, campaign or pack, in memory. */
export interface Viewer {
  subject: Subject;
  /** HTML by name, `pages/index.html`. */
  pages: ReadonlyMap<string, string>;
  /** Where an exact hit leads, `pages/mpan/1012345678907.html#l-12`; else the page that lists what was found. */
  search(query: string): { href: string } | { text: string };
  /** Undefined for what is no pack. */
  verification?: Verification;
}

interface Options {
  /** Reads the requirements; `own`: the folder, unless it is that of a pack, from which nothing is followed. */
  requirementsOf(subject: Subject, own: string | undefined): Promise<ViewedRequirement[]>;
  onProgress?(text: string): void;
}

/**
 * Makes the pages of what stands at a place: a folder of a run or campaign, or a pack, which is verified first. Those
 * that are inside a pack are not used: anybody could have written them.
 * @throws QualifyError as `readSubject`; PACK_UNREADABLE, PACK_UNSAFE
 */
export async function openViewer(place: string, options: Options): Promise<Viewer> {
  if (!statSync(place).isFile()) return viewerOf(place, place, [], options);
  const verification = await verifyPack(place, options.onProgress);
  const viewer = (folder: string) => viewerOf(folder, undefined, bannersOf(verification), options);
  return { ...(await unpacked(place, viewer, { forPages: true })), verification };
}

async function viewerOf(
  folder: string,
  own: string | undefined,
  banners: readonly Banner[],
  { requirementsOf, onProgress }: Options,
): Promise<Viewer> {
  onProgress?.('reading');
  const subject = await readSubject(folder);
  const index = indexSubject(subject, await requirementsOf(subject, own));
  const frame: Frame = { banners, searchable: true };
  const pages = new Map<string, string>();
  for (const { name, text } of viewerPages(index, frame)) {
    pages.set(name, text);
    if (pages.size % 100 === 0) onProgress?.(`made ${pages.size} pages`);
  }
  const find = searchOf(index);
  return {
    ...{ subject, pages },
    search: (query) => {
      const found = find(query);
      if (found.exact) return { href: `pages/${found.hits[0]!.href}` };
      return { text: searchPage(index, frame, query, found).text };
    },
  };
}

/** What verifying a pack came to, for the top of each page. */
export function bannersOf({ valid, problems, manifest, signature }: Verification): Banner[] {
  const first = problems.slice(0, 3).join('; ');
  const more = problems.length > 3 ? ` and ${problems.length - 3} more; qualify verify lists them` : '';
  // Without a signature anybody could have made all of it anew.
  const agrees =
    signature?.state === 'valid'
      ? 'nothing of it was altered, added or taken out since it was signed.'
      : 'its bytes, sums, ledgers and totals agree with one another.';
  const whole: Banner = valid
    ? { tone: 'good', text: `The pack verifies: ${agrees}` }
    : { tone: 'bad', text: `The pack is NOT VALID. Nothing below can be relied on. ${first}${more}.` };
  const notes = manifest ? draftNote(manifest) : [];
  const signer = signature?.chain[0]?.subject;
  const signed: Banner[] = !signer
    ? []
    : signature.state === 'valid'
      ? [
          {
            tone: 'good',
            text: `Signed by ${signer}. The signature does not show that the results were not edited before.`,
          },
        ]
      : [{ tone: 'bad', text: `It names ${signer} as its signer, and that signature is not valid.` }];
  return [whole, ...notes.map((text): Banner => ({ tone: 'unsure', text })), ...signed];
}
