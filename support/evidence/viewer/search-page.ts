import { markup } from '../markup';
import { framed, table, type Frame } from './frame';
import { folder, type Page } from './names';
import type { Found } from './search';
import type { ViewerIndex } from './viewer-index';

/** What a search led to, or that it led to nothing. */
export function searchPage(index: ViewerIndex, frame: Frame, query: string, { hits, more }: Found): Page {
  const place = 'search';
  const rows = hits.map(
    ({ kind, label, about, href }) =>
      markup`<tr><th scope="row"><a href="/${folder}${href}">${label}</a></th><td>${kind}</td><td>${about}</td></tr>`,
  );
  const none = markup`<p>Nothing has this MPAN, transaction id, correlation id, reference, requirement or scenario id in it, nor these words in its name. <a href="/${folder}index.html">To the overview</a></p>`;
  const body =
    hits.length > 0
      ? markup`${table('What was found', ['Id', 'What', 'About'], rows)}${more > 0 && markup`<p>and ${more} more: look for more of the id.</p>`}`
      : none;
  const title = hits.length > 0 ? `Found for “${query}”` : `Nothing found for “${query}”`;
  const { text } = framed(index, frame, { place, title, body, query, pages: `/${folder}` });
  return { name: place, text };
}
