import { markup, type Markup, type Part } from '../markup';
import { pageHead } from '../page';
import { link, type Page, folder } from './names';
import type { ViewerIndex } from './viewer-index';

/** What stands on top of every page, besides the notes on the runs. */
export interface Banner {
  tone: 'good' | 'bad' | 'unsure';
  text: string;
}

export interface Frame {
  banners?: readonly Banner[];
  /** Whether somebody answers to /search: not so in a pack. */
  searchable?: boolean;
}

const style = `
.bar{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:center;margin:1rem 0;font-size:.9rem}
.find{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:0 0 1.25rem}
.find input{flex:1 1 12rem;min-width:0;max-width:34rem}
.find input,.find button{font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--soft);border-radius:.35rem;padding:.3rem .7rem}
.banner.bad{color:var(--ink);background:var(--bad-bg);border-color:var(--bad)}.banner.good{color:var(--ink);background:var(--good-bg);border-color:var(--good)}
.banner.unsure{color:var(--ink)}
tr:target{background:var(--unsure-bg)}
.keys td,.keys th{overflow-wrap:anywhere}.keys th[scope=row]{font-weight:400;min-width:10rem}.keys ul{min-width:13rem;list-style:none;padding:0;margin:0}
footer.page{padding-top:1.5rem}
@media screen and (max-width:46rem){table.keys{min-width:44rem}}
`;

const sections = [
  ['index.html', 'Overview'],
  ['scenarios-1.html', 'Scenarios'],
  ['mpans.html', 'MPANs'],
  ['transactions-1.html', 'Transactions'],
  ['requirements.html', 'Requirements'],
  ['unclaimed.html', 'Unclaimed lines'],
] as const;

/** A page with what every page bears: where it belongs, notes, banners, links, the search where there is one. */
export function framed(
  { subject, notes }: Pick<ViewerIndex, 'subject' | 'notes'>,
  { banners = [], searchable = false }: Frame,
  {
    place,
    title,
    body,
    lead,
    query = '',
    pages = '',
  }: { place: string; title: string; body: Part; lead?: Part; query?: string; pages?: string },
): Page {
  const kind = subject.kind === 'run' ? 'evidence of one test run' : 'evidence of a campaign';
  const said = [...banners.map(({ text }) => text), ...notes].join(' ');
  const text = markup`${pageHead(`${title}: ${subject.name}`, style)}
<body>
<a class="skip" href="#content">To the content</a>
${said !== '' && markup`<p class="every-page" aria-hidden="true">${said}</p>`}
<header class="page">
<p class="kicker">MHHS Qualify · ${kind} · ${subject.name}</p>
${banners.map(({ tone, text: words }) => markup`<p class="banner ${tone}" role="note">${words}</p>`)}
${notes.map((note) => markup`<p class="banner" role="note">${note}</p>`)}
<nav class="bar" aria-label="Pages">${sections.map(([to, name]) => entry(place, to, name, pages))}</nav>
${searchable && searchForm(query)}
<h1>${title}</h1>
${lead && markup`<p>${lead}</p>`}
</header>
<main id="content">
${body}
</main>
<footer class="page"><p>A test run shows; only the code bodies qualify. Times are UTC. Bodies are excerpts: the whole stands in ledger.ndjson, by line.</p></footer>
</body>
</html>
`.text;
  return { name: folder + place, text };
}

/** `pages`: the folder of the pages, from a place that is not inside it. */
const entry = (place: string, to: string, name: string, pages: string): Markup =>
  markup`<a href="${pages}${link(place, to)}"${place === to && markup` aria-current="page"`}>${name}</a> `;

function searchForm(query: string): Markup {
  return markup`<form class="find" action="/search" role="search"><label for="q">Find MPAN, transaction, reference, requirement or scenario</label><input id="q" name="q" type="search" maxlength="200" value="${query}"><button>Find</button></form>`;
}

/** A table that scrolls by itself where it is too wide. */
export function table(label: string, headings: readonly string[], rows: readonly Markup[]): Markup {
  return markup`<div class="wide" tabindex="0" role="region" aria-label="${label}"><table class="keys"><thead><tr>${headings.map(
    (heading) => markup`<th scope="col">${heading}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Links to the other pages of one thing; nothing where it has only one. */
export function pager(place: string, places: readonly string[], what: string): Markup | '' {
  if (places.length < 2) return '';
  const items = places.map((to, index) =>
    to === place
      ? markup`<b aria-current="page">${index + 1}</b> `
      : markup`<a href="${link(place, to)}" aria-label="${what}, page ${index + 1}">${index + 1}</a> `,
  );
  return markup`<nav class="bar" aria-label="Pages of ${what}">Page ${items}</nav>`;
}
