import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markupProblems } from '../fixture-balance';
import { nameProblem } from '../pack/limits';
import { subjectOfRun, type Subject } from '../subject';
import { fileNames } from './names';
import { viewerPages } from './pages';
import { indexSubject } from './viewer-index';
import { deadLinks, everyRun, everySubject, madeSubject, mpan, mpanOf, pagesOf } from './viewer.fixture';

const namesOf = (pages: readonly { name: string }[]) => pages.map(({ name }) => name);
const pageOf = (pages: readonly { name: string; text: string }[], name: string) =>
  pages.find((page) => page.name === name)!.text;

test('every page is well formed, without script, and every link leads to a page and a row that are there', async () => {
  const pages = pagesOf(await everySubject());
  for (const { name, text } of pages) assert.deepEqual([name, markupProblems(text)], [name, []]);
  assert.deepEqual(deadLinks(pages), []);
  assert.equal(pages.filter(({ text }) => /<script|<b>"A|\son\w+=/.test(text)).length, 0);
  assert.equal(new Set(namesOf(pages).map((name) => name.toLowerCase())).size, pages.length);
  assert.deepEqual(
    namesOf(pages).flatMap((name) => nameProblem(name) ?? []),
    [],
  );
});

test('a link to a page or a row that is not there would be found', () => {
  const page = { name: 'pages/a.html', text: '<a href="b.html"></a><a href="#x"></a><a href="a.html#y" id="y"></a>' };
  assert.deepEqual(deadLinks([page]), ['b.html', '#x']);
});

test('a scenario has verdict, reason, steps, diagram, requirements, MPANs and messages with their lines', async () => {
  const pages = pagesOf(await everySubject());
  const failed = pageOf(pages, 'pages/scenarios/MQ-BP001-110.html');
  for (const shown of ['✕ fail', 'expected IF-031', 'Steps', '<svg', mpan, 'id="l-7"', 'hash differs: &lt;x&gt;'])
    assert.ok(failed.includes(shown), shown);
  const passed = pageOf(pages, 'pages/scenarios/MQ-BP001-010.html');
  assert.match(passed, /href="\.\.\/requirements\.html#[^"]+">MQ-R-1</);
  assert.match(passed, /Excerpt; the whole body is in ledger\.ndjson, line 2\./);
  assert.match(pageOf(pages, 'pages/scenarios/MQ-BP099-010.html'), /REGS is not held/);
});

test('the conversation of an MPAN has its lines of all scenarios in order', async () => {
  const subject = await everySubject();
  const text = pageOf(pagesOf(subject), `pages/mpan/${mpan}.html`);
  const rows = [...text.matchAll(/<tr id="l-(\d+)"/g)].map(([, number]) => Number(number));
  const about = [...subject.runs[0]!.lines!.read([1, 2, 3, 4, 5, 6, 7, 8, 9])].filter((entry) => entry.mpan === mpan);
  assert.deepEqual(
    rows.slice(0, about.length),
    about.map(({ seq }) => seq),
  );
  assert.deepEqual(
    rows,
    [...rows].sort((a, b) => a - b),
  );
  assert.ok(text.includes('MQ-BP001-010') && text.includes('MQ-BP005-030'));
});

test('notes and banners stand on every page, and the search only where somebody answers', async () => {
  const run = await everyRun();
  const participant = { ...run.verdicts.participant, bundled: true };
  const index = indexSubject(subjectOfRun({ ...run, verdicts: { ...run.verdicts, participant, partial: true } }));
  const banners = [{ tone: 'bad' as const, text: 'The pack is <not> valid' }];
  for (const { text } of viewerPages(index, { banners, searchable: true })) {
    assert.match(text, /Bundled reference participant/);
    assert.match(text, /Partial run/);
    assert.match(text, /The pack is &lt;not&gt; valid/);
    assert.match(text, /<form class="find" action="\/search"/);
  }
  for (const { text } of viewerPages(index)) assert.doesNotMatch(text, /<form/);
});

test('lines that no scenario claims have a page, and so has what names no MPAN', () => {
  const subject = madeSubject(2, 4);
  const { lines } = subject.runs[0]!;
  const bare = {
    ...subject.runs[0]!,
    lines: {
      ...lines!,
      *read(numbers: Iterable<number>) {
        for (const entry of lines!.read(numbers))
          yield { ...entry, scenario: undefined, mpan: entry.seq > 2 ? entry.mpan : undefined };
      },
    },
  };
  const pages = pagesOf(subjectOfRun(bare as never));
  assert.deepEqual(deadLinks(pages), []);
  const rows = (name: string) => [...pageOf(pages, name).matchAll(/<tr id="(l-\d)"/g)].map(([, id]) => id);
  assert.deepEqual(rows('pages/unclaimed.html'), ['l-1', 'l-2', 'l-3', 'l-4']);
  assert.deepEqual(rows(`pages/mpan/${mpanOf(0)}.html`), ['l-3', 'l-4']);
});

test('of a campaign each line says which run it is of, and attempts that do not count can be followed', async () => {
  const [first, last] = [await everyRun(), await everyRun()];
  const before = { ...first, verdicts: { ...first.verdicts, run: '20270209-100000-pit-0000' } };
  const one = subjectOfRun(last);
  const results = one.results.map((result) => {
    const old = before.verdicts.scenarios.find(({ id }) => id === result.id);
    const lost = { run: '20270101-000000-pit-9999', verdict: 'fail' as const, reason: 'it is gone' };
    return old
      ? {
          ...result,
          lost: [lost],
          attempts: [{ run: before, scenario: old, counts: false, reason: 'earlier build' }, ...result.attempts],
        }
      : result;
  });
  const campaign: Subject = {
    kind: 'campaign',
    name: 'cycle <1>',
    runs: [before, last],
    results,
    gaps: ['a gap & more'],
  };
  const pages = pagesOf(campaign);
  for (const { name, text } of pages) assert.deepEqual([name, markupProblems(text)], [name, []]);
  assert.deepEqual(deadLinks(pages), []);
  assert.match(pageOf(pages, `pages/mpan/${mpan}.html`), /id="r1-2"[\s\S]*id="r2-2"/);
  const text = pageOf(pages, 'pages/scenarios/MQ-BP001-010.html');
  assert.match(text, /does not count: earlier build/);
  assert.match(text, /cannot be shown: it is gone/);
  assert.match(text, /a gap &amp; more/);
});

test('above the bound of conversations an MPAN is listed, and its lines stand with the scenarios', () => {
  const pages = [...viewerPages(indexSubject(madeSubject(8, 16), [], 2))];
  assert.equal(namesOf(pages).filter((name) => name.startsWith('pages/mpan/')).length, 2);
  assert.deepEqual(deadLinks(pages), []);
  assert.match(pageOf(pages, 'pages/mpans.html'), /2 MPANs have no page of their own/);
});

test('a run without a ledger still has all its pages', async () => {
  const run = { ...(await everyRun()), lines: undefined, ledgerProblem: 'ledger.ndjson is not in the run folder' };
  const pages = pagesOf(subjectOfRun(run as never));
  assert.deepEqual(deadLinks(pages), []);
  assert.match(pageOf(pages, 'pages/mpans.html'), /No line of the ledger names an MPAN/);
  assert.match(pageOf(pages, 'pages/index.html'), /The ledger does not prove itself/);
});

test('1,000 scenarios and 10,000 messages: pages below 1 MB, made one by one, each read when its turn comes', () => {
  const asked: number[] = [];
  const index = indexSubject(madeSubject(1000, 10_000, (count) => asked.push(count)));
  const pages = viewerPages(index);
  pages.next();
  assert.deepEqual(asked, [10_000]);
  const sizes = new Map([...pages].map(({ name, text }) => [name, Buffer.byteLength(text)]));
  assert.ok(Math.max(...asked.slice(1)) <= 100);
  assert.deepEqual(
    [...sizes].filter(([, size]) => size > 1_000_000),
    [],
  );
  const starting = (start: string) => [...sizes.keys()].filter((name) => name.startsWith(start)).length;
  const counts = ['pages/scenarios/', 'pages/mpan/', 'pages/transactions-'].map(starting);
  assert.deepEqual(counts, [1000, 500, 10]);
});

test('many lines about one thing go on on further pages, whose rows are linked', () => {
  const pages = pagesOf(madeSubject(1, 250));
  const parts = namesOf(pages).filter((name) => /\/(mpan|scenarios)\//.test(name));
  assert.equal(parts.length, 6);
  assert.deepEqual(deadLinks(pages), []);
  assert.match(pageOf(pages, 'pages/transactions-1.html'), /href="mpan\/1000000000000\.3\.html#l-250"/);
});

test('the same subject gives the same bytes', async () => {
  const run = await everyRun();
  assert.deepEqual(pagesOf(subjectOfRun(run)), pagesOf(subjectOfRun(run)));
});

test('names of files are those that every system takes, and no two are one', () => {
  const ids = ['a/b', 'a_b', 'A:B', 'con', '..', '', 'x'.repeat(300), 'ü'];
  const names = [...fileNames(ids).values()];
  assert.deepEqual(
    names.flatMap((name) => nameProblem(`pages/mpan/${name}.html`) ?? []),
    [],
  );
  assert.equal(new Set(names.map((name) => name.toLowerCase())).size, ids.length);
});
