import assert from 'node:assert/strict';
import { appendFile, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { readCsv, readXlsx } from '../../tables';
import { scratchDir } from '../../testing';
import { everyVerdict, runFolder, scenario, verdictsOf } from '../fixture';
import { readRunFiles } from '../run-files';
import { subjectOfRun } from '../subject';
import { rttmJson, rttmOf, writeRttm, type RttmInput } from '.';
import { artefact, requirement, withRun } from './rttm.fixture';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

const registers: RttmInput['registers'] = {
  requirements: [
    requirement('MQ-R-BP001-010', ['MQ-BP001-010']),
    requirement('MQ-R-BP001-020', ['MQ-BP001-110', 'MQ-BP001-020']),
    requirement('MQ-R-BP001-030', []),
    requirement('MQ-R-BP001-040', ['MQ-BP001-010'], ['REGS']),
  ],
  artefacts: [
    artefact('MQ-A-IF-031', [{ kind: 'event', interface: 'IF-031', event: 'MSApp' }]),
    artefact('MQ-A-IF-099', [{ kind: 'interface', id: 'IF-099' }]),
    artefact('MQ-A-BP001', [{ kind: 'process', id: 'BP001' }]),
    artefact('MQ-A-GONE', undefined),
  ],
};
const known = ['MQ-BP001-010', 'MQ-BP001-020/clocks go back', 'MQ-BP001-110', 'MQ-BP005-010'];

test('a requirement has its scenarios with verdict, run, build, attempts and the participant’s transactions', async () => {
  await withRun(verdictsOf(everyVerdict()), (run) => {
    const { requirements } = rttmOf({ subject: subjectOfRun(run), registers, known });
    assert.deepEqual(
      requirements.map(({ state, inScope, scenarios }) => [state, inScope, scenarios.map(({ id }) => id)]),
      [
        ['shown', true, ['MQ-BP001-010']],
        ['fail', true, ['MQ-BP001-020/clocks go back', 'MQ-BP001-110']],
        ['no scenario', true, []],
        ['shown', false, ['MQ-BP001-010']],
      ],
    );
  });
});

test('only legs that the participant sent or received give transaction ids, each once', async () => {
  const one = scenario({ id: 'MQ-BP001-010', positions: { SUP: 'participant', REGS: 'simulated' } });
  const folder = await runFolder(verdictsOf([one]));
  folders.push(folder);
  const run = await readRunFiles(folder);
  const line = (position: string, transactionID: string, kind = 'accepted') => {
    const fixed = { seq: 1, prev: '', at: '', source: 'dip', from: '1', to: 'DIP', redacted: [], checks: [] };
    return { ...fixed, kind, position, transactionID, interface: 'IF-031', event: 'MSApp' };
  };
  const entries = [
    ...[line('SUP', 'T-1'), line('REGS', 'T-2'), line('SUP', 'T-3', 'delivered'), line('SUP', 'T-1')],
    line('SUP', 'T-4', 'answered'),
  ];
  const subject = subjectOfRun({ ...run, entriesOf: () => entries as ReturnType<typeof run.entriesOf> });
  const { scenarios, artefacts } = rttmOf({ subject, registers, known });
  assert.deepEqual(scenarios[0]!.transactions, ['T-1', 'T-3']);
  assert.deepEqual(artefacts[0]!.exchanges[0]!.transactions, ['T-1', 'T-3']);
});

test('an artefact names what carries it and the scenarios that exchanged it', async () => {
  await withRun(verdictsOf(everyVerdict()), (run) => {
    const { artefacts } = rttmOf({ subject: subjectOfRun(run), registers, known });
    assert.deepEqual(
      artefacts.map(({ state, today }) => [state, today.join()]),
      [
        ['exchanged', 'IF-031 [MSApp]'],
        ['not exchanged', 'IF-099'],
        ['exchanged', 'BP001'],
        ['nothing carries it today', ''],
      ],
    );
    const process = artefacts[2]!.exchanges.map(({ scenario: { id } }) => id);
    assert.deepEqual(process, ['MQ-BP001-010', 'MQ-BP001-020/clocks go back', 'MQ-BP001-110']);
  });
});

test('orphans of both sides are listed, an unknown id with the nearest one', async () => {
  const row = { line: 2, requirement: 'QR-1', testCase: 'QT-093', minimumGrade: null };
  const own = { file: 'own.csv', rows: [{ ...row, scenarios: ['MQ-BP001-011', 'MQ-BP005-010'] }] };
  await withRun(verdictsOf(everyVerdict()), (run) => {
    const { orphans, own: list } = rttmOf({ subject: subjectOfRun(run), registers, known, own });
    assert.deepEqual(list!.rows[0]!.unknown, [{ id: 'MQ-BP001-011', nearest: 'MQ-BP001-010' }]);
    assert.equal(list!.rows[0]!.state, 'fail');
    const of = (kind: string) => orphans.filter((one) => one.kind === kind).map(({ id }) => id);
    assert.deepEqual(of('requirement without scenario'), ['MQ-R-BP001-030']);
    assert.deepEqual(of('requirement not shown'), ['MQ-R-BP001-020', 'QR-1']);
    assert.deepEqual(of('unknown scenario'), ['MQ-BP001-011']);
    assert.deepEqual(
      of('scenario without requirement'),
      ['20', '30', '40', '50', '60'].map((n) => `MQ-BP005-0${n}`),
    );
  });
});

test('where the ledger does not prove itself, no pass is shown', async () => {
  const folder = await runFolder(verdictsOf([scenario({ id: 'MQ-BP001-010' })]));
  folders.push(folder);
  await appendFile(path.join(folder, 'ledger.ndjson'), '{"seq":99}\n');
  const { requirements } = rttmOf({ subject: subjectOfRun(await readRunFiles(folder)), registers, known });
  assert.match(
    `${requirements[0]!.state}: ${requirements[0]!.why}`,
    /^not shown: .*ledger of .* does not prove itself/,
  );
});

test('the workbook and the CSV files hold the same tables, and the notes on the run', async () => {
  const verdicts = verdictsOf(everyVerdict(), { participant: { name: 'R', roles: ['SUP'], bundled: true } });
  await withRun(verdicts, async (run) => {
    const folder = scratchDir();
    const rttm = rttmOf({ subject: subjectOfRun(run), registers, known });
    const [workbook, ...csv] = await writeRttm(rttm, folder);
    const names = csv.map((file) => path.basename(file));
    assert.deepEqual(names, ['rttm-about.csv', 'rttm-requirements.csv', 'rttm-artefacts.csv', 'rttm-orphans.csv']);
    const sheets = ['About', 'Requirements', 'Artefacts', 'Orphans'];
    for (const [index, file] of csv.entries()) {
      const text = readCsv(await readFile(file, 'utf8'));
      const book = readXlsx(await readFile(workbook!), sheets[index]);
      assert.ok(text.ok && book.ok);
      assert.equal(book.records.length, text.records.length);
      assert.deepEqual(book.records[0]!.cells, text.records[0]!.cells);
    }
    const text = await readFile(csv[1]!, 'utf8');
    assert.equal(text.match(/Bundled reference participant/g)?.length, 4, 'on each row of a scenario');
    assert.doesNotMatch(JSON.stringify(rttmJson(rttm)), /undefined/);
  });
});
