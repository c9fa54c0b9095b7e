import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { newPlace, runsOf, start, startRun } from './qualify.fixture';

const scenario = 'MQ-BP001-010';

interface Written {
  systemUnderTest: { answered?: { start: { components: object[] }; end: { components: object[] } } };
  scenarios: { id: string }[];
}

test('a run asks the reference participant which build it is, twice, is indexed, noted, and repeated', async () => {
  const place = newPlace();
  const first = await startRun(place, ['--role', 'SUP', '--scenario', scenario, '--no-report']).ended;
  assert.equal(first.code, 0, first.stderr);
  const [run] = runsOf(place);
  const folder = path.join(place.out, run!);
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Written;
  const { answered } = read(path.join(folder, 'verdicts.json')).systemUnderTest;
  const build = [{ name: 'mhhs-qualify', version: '0.1' }];
  assert.deepEqual([answered!.start.components, answered!.end.components], [build, build]);
  assert.match(readFileSync(path.join(place.out, 'index.html'), 'utf8'), new RegExp(`${run}/summary\\.html`));
  assert.match(readFileSync(path.join(place.out, 'runs.ndjson'), 'utf8'), new RegExp(`^{"seq":1,.*"run":"${run}"`));

  const selection = path.join(folder, 'selection.json');
  writeFileSync(selection, JSON.stringify({ selected: [scenario, 'MQ-BP001-999'], excluded: [] }));
  const again = await startRun(place, ['--from', folder, '--no-report']).ended;
  assert.equal(again.code, 0, again.stderr);
  assert.match(again.stderr, /No longer in the features, and not repeated: MQ-BP001-999\./);
  const second = runsOf(place).find((name) => name !== run)!;
  const { scenarios } = read(path.join(place.out, second, 'verdicts.json'));
  assert.deepEqual(
    scenarios.map(({ id }) => id),
    [scenario],
  );
  const compared = await start(place, ['compare', folder, path.join(place.out, second)]).ended;
  assert.equal(compared.code, 0, compared.stderr);
  assert.match(compared.stderr, /^0 regressions, 0 fixes, 0 still failing, 0 new, 0 gone/m);
});
