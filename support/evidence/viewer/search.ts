import { requirementHref } from './scenario-pages';
import { transactions } from './table-pages';
import type { Line, ViewerIndex } from './viewer-index';

/** Something that was found. `href`: seen from the folder of the pages. */
export interface Hit {
  kind: 'MPAN' | 'transaction' | 'correlation' | 'reference' | 'requirement' | 'scenario';
  label: string;
  about: string;
  href: string;
}

export interface Found {
  hits: Hit[];
  /** Whether the only hit is exactly what was looked for. */
  exact: boolean;
  /** How many more there are. */
  more: number;
}

/** The most that is looked for, and listed. */
const longest = 200;
const mostHits = 100;

/**
 * Makes the search of a subject: MPANs, transaction and correlation ids, references, requirements and scenarios by id,
 * whole or in part; scenarios and requirements by the words of their names, too.
 */
export function searchOf(index: ViewerIndex): (query: string) => Found {
  const all = [...hitsOf(index)];
  const keyed = all.map((hit) => ({
    hit,
    key: hit.label.toLowerCase(),
    text: `${hit.label} ${hit.about}`.toLowerCase(),
  }));
  return (query) => {
    const wanted = query.trim().slice(0, longest).toLowerCase();
    if (wanted === '') return { hits: [], exact: false, more: 0 };
    const same = keyed.filter(({ key }) => key === wanted);
    const words = wanted.split(/\s+/);
    const near = same.length > 0 ? same : keyed.filter(({ text }) => words.every((word) => text.includes(word)));
    const hits = near.slice(0, mostHits).map(({ hit }) => hit);
    return { hits, exact: same.length === 1, more: near.length - hits.length };
  };
}

function* hitsOf(index: ViewerIndex): Generator<Hit> {
  for (const { id, scenario, verdict } of index.subject.results) {
    const href = `${index.scenarioPage(id)!}.html`;
    yield { kind: 'scenario', label: id, about: `${scenario?.name ?? 'did not run'} (${verdict})`, href };
  }
  for (const { id, text } of index.requirements) {
    yield { kind: 'requirement', label: id, about: text, href: requirementHref(index, id) };
  }
  for (const [mpan, lines] of index.mpans) {
    const page = index.mpanPage(mpan);
    const href = page === undefined ? index.hrefOf(lines[0]!) : `${page}.html`;
    yield { kind: 'MPAN', label: mpan, about: `${lines.length} lines`, href };
  }
  for (const [id, line] of transactions(index)) yield lineHit('transaction', id, line, index);
  yield* firstLines(index, 'correlation', ({ correlations }) => correlations);
  yield* firstLines(index, 'reference', ({ reference }) => (reference === undefined ? [] : [reference]));
}

/** Each line of a correlation, or reference, that is another message: copies to further recipients are no news. */
function* firstLines(
  index: ViewerIndex,
  kind: 'correlation' | 'reference',
  keysOf: (line: Line) => string[],
): Generator<Hit> {
  const seen = new Set<string>();
  for (const line of index.lines) {
    for (const key of keysOf(line)) {
      const unique = [key, line.message, line.kind, line.transaction].join('\n');
      if (seen.has(unique)) continue;
      seen.add(unique);
      yield lineHit(kind, key, line, index);
    }
  }
}

const lineHit = (kind: Hit['kind'], label: string, line: Line, index: ViewerIndex): Hit => ({
  ...{ kind, label, href: index.hrefOf(line) },
  about: [line.message, line.kind, line.at, line.mpan, line.scenario].filter(Boolean).join(', '),
});
