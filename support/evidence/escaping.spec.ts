import assert from 'node:assert/strict';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { excerpt } from './excerpt';
import { figure } from './diagram';
import { everyVerdict, nastyName, runFolder, verdictsOf } from './fixture';
import { markupProblems } from './fixture-balance';
import { anchor, duration, escapeAttribute, plain } from './text';
import { writeEvidence } from './write';

let folder = '';
before(async () => {
  folder = await runFolder(verdictsOf(everyVerdict()));
  await writeEvidence(folder, { report: false });
});
after(() => rm(folder, { recursive: true, force: true }));

test('plain text keeps line ends and drops what XML 1.0 refuses', () => {
  assert.equal(
    plain('a\r\nb\tc\u0000\u001b[1mbold\u001b[0m\ud800\ufffe\u{1f600}'),
    'a\nb\tc\ufffdbold\ufffd\ufffd\u{1f600}',
  );
  assert.equal(escapeAttribute('<a b="c">\n&\''), '&lt;a b=&quot;c&quot;&gt;&#10;&amp;&#39;');
});

test('JUnit is well formed with a nasty name in it', async () => {
  const xml = await readFile(path.join(folder, 'junit.xml'), 'utf8');
  assert.deepEqual(markupProblems(xml), []);
  assert.doesNotMatch(xml, /[^\P{Cc}\n\t]|[\ufffe\uffff]/u);
  assert.match(xml, /name="MQ-BP001-110 Supplier\ufffd &lt;b&gt;/);
  assert.match(xml, /<failure type="fail participant LEG_MISSING" message="expected IF-031 \[MSApp\][^"]*">/);
  assert.notDeepEqual(markupProblems(xml.replace('&lt;b&gt;', '<b>')), []);
});

test('Allure results take the name, the blame, the steps and the attachments', async () => {
  const results = path.join(folder, 'allure-results');
  const names = await readdir(results);
  const all = await Promise.all(
    names
      .filter((name) => name.endsWith('-result.json'))
      .map(async (name) => JSON.parse(await readFile(path.join(results, name), 'utf8'))),
  );
  const failed = all.find(({ status }) => status === 'failed');
  assert.equal(failed.name, `MQ-BP001-110 ${plain(nastyName)}`);
  assert.match(failed.statusDetails.message, /^Blame: participant · LEG_MISSING\nexpected IF-031/);
  assert.deepEqual(
    failed.steps.map(({ status }: { status: string }) => status),
    ['failed'],
  );
  assert.deepEqual(failed.parameters[0], { name: 'SUP (incoming)', value: 'participant' });
  const attached = failed.attachments as { name: string; source: string }[];
  assert.deepEqual(
    attached.map(({ name }) => name),
    ['Message sequence', 'Failure and observations', 'Messages'],
  );
  const messages = await readFile(path.join(results, attached[2]!.source), 'utf8');
  assert.deepEqual(markupProblems(messages), []);
  assert.equal(messages.match(/<td class="n">\d+<\/td>/g)?.length, 3, 'every ledger line');
  assert.match(messages, /Excerpt; the whole body is in ledger\.ndjson, line \d+/);
  for (const file of ['categories.json', 'environment.properties', 'executor.json'])
    assert.ok(names.includes(file), file);
});

test('each category takes the results of its blame and no other', async () => {
  const categories = JSON.parse(await readFile(path.join(folder, 'allure-results', 'categories.json'), 'utf8'));
  const matching = (status: string, message: string) =>
    categories
      .filter((one: { matchedStatuses: string[]; messageRegex: string }) => {
        return one.matchedStatuses.includes(status) && new RegExp(`^(?:${one.messageRegex})$`).test(message);
      })
      .map(({ name }: { name: string }) => name.split(':')[0]);
  assert.deepEqual(matching('failed', 'Blame: participant · X\nBlame: harness'), ['Participant']);
  assert.deepEqual(matching('broken', 'Blame: harness\nx'), ['Harness']);
  assert.deepEqual(matching('broken', 'Blame: configuration'), ['Configuration']);
  assert.deepEqual(matching('skipped', 'Verdict: not-run\nneeds travel'), ['Not run']);
});

test('an excerpt is cut between characters and says how long the whole is', () => {
  const { text, bytes, cut } = excerpt('\u20ac'.repeat(1000));
  assert.deepEqual([bytes, cut, Buffer.byteLength(text)], [3000, true, 2046]);
  assert.deepEqual(excerpt({ a: 1 }), { text: '{\n  "a": 1\n}', bytes: 12, cut: false });
});

test('a diagram keeps its ids to itself and is left out when it is more than a drawing', () => {
  const drawing = '<?xml version="1.0"?><svg><style>.a{fill:red}</style><path id="p" fill="url(#p)"/></svg>';
  assert.equal(
    figure(drawing, 'd1', 'x').text,
    '<figure id="d1" tabindex="0" aria-label="x"><svg><style>#d1{.a{fill:red}}</style><path id="d1-p" fill="url(#d1-p)"/></svg></figure>',
  );
  const active = [
    '<script>1</script>',
    '<image href="https://example.org/a"/>',
    '<g onclick="x()"/>',
    '<g id=">" onclick="x()"/>',
    '<style>@import "//x.org"</style>',
  ];
  for (const inner of active) assert.match(figure(`<svg>${inner}</svg>`, 'd1', 'x').text, /left out/);
  assert.match(figure('<svg><text>one = 1; url(x); href=x</text></svg>', 'd1', 'x').text, /one = 1/);
  assert.match(figure('<svg><p></svg><b>', 'd1', 'x').text, /left out/);
});

test('anchors of different scenarios differ, durations read well', () => {
  assert.notEqual(anchor('A/1'), anchor('A-1'));
  assert.notEqual(anchor('A/1'), anchor('A 1'));
  assert.deepEqual([820, 4200, 59_960, 185_000, null].map(duration), [
    '820 ms',
    '4.2 s',
    '1 min 0 s',
    '3 min 5 s',
    '–',
  ]);
});
