import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readRegisters, type Artefact, type Registers } from '.';
import { bundled, changed } from './registers.fixture';
import { present, report, seeds, walkthrough } from './seeds.fixture';

let registers: Registers;
before(async () => {
  registers = await readRegisters(bundled);
});

const numbersIn = (texts: readonly string[]) =>
  [...new Set(texts.join('\n').match(/MHHSP-(?:IF-|BP|BRS|BPD)\d{3}[A-C]?/g))].sort();

/** Numbers of the seeds without a row, and rows whose number the seeds do not have. */
function numbersAmiss({ artefacts }: Registers): string[] {
  const inSeeds = numbersIn(seeds());
  const inRows = artefacts.flatMap(({ seed = 'TBC' }) => (seed === 'TBC' ? [] : [seed]));
  return [...inSeeds.filter((number) => !inRows.includes(number)), ...inRows.filter((one) => !inSeeds.includes(one))];
}

test(
  'every process, interface and document that the seeds number has a row, and no row an own number',
  present,
  async () => {
    assert.deepEqual(numbersAmiss(registers), []);
    assert.ok(numbersIn(seeds()).length > 80);
    const other = await changed('artefacts/documents.yaml', 'MHHSP-BRS003', 'MHHSP-BRS011');
    assert.deepEqual(numbersAmiss(other), ['MHHSP-BRS003', 'MHHSP-BRS011']);
  },
);

/** Rows of one kind, each with the seed document that names its number, where they disagree. */
function namedAmiss({ artefacts }: Registers): string[] {
  const documents = { 'feb-2022': numbersIn([report()]), 'aug-2022': numbersIn([walkthrough()]) };
  return artefacts
    .filter(({ seed = 'TBC' }) => seed !== 'TBC')
    .flatMap(({ id, seed, named }) =>
      (['feb-2022', 'aug-2022'] as const)
        .filter((document) => named.includes(document) !== documents[document].includes(seed!))
        .map((document) => `${id} ${document}`),
    );
}

test('a row says which of the seeds names it', present, async () => {
  assert.deepEqual(namedAmiss(registers), []);
  const other = await changed('artefacts/processes.yaml', 'named: aug-2022', 'named: feb-2022, aug-2022');
  assert.deepEqual(namedAmiss(other), ['MQ-A-BP003A feb-2022']);
});

const plain = (text: string) =>
  text
    .replace(/\bE2E\b/g, 'End to End')
    .replace(/^MHHS /, '')
    .replace(/[-\s]+/g, ' ')
    .trim()
    .toLowerCase();

/** What the seeds name without a number, by the kinds of row that may hold it. */
function unnumbered(): [title: string, kinds: Artefact['kind'][]][] {
  const lines = report().split('\n');
  const from = (heading: string) => lines.slice(lines.findIndex((line) => line.startsWith(heading)) + 1);
  const cells = (all: string[], column: number) => all.map((line) => line.split('\t')[column]?.trim() ?? '');
  const tables: [string[], Artefact['kind'][]][] = [
    [
      cells(
        lines.filter((line) => line.startsWith('TBC\t')),
        1,
      ),
      ['interface'],
    ],
    [
      cells(
        lines.filter((line) => line.startsWith('\tChange of Registration Data')),
        1,
      ),
      ['sub-process'],
    ],
    [
      cells(
        from('MHHS BPRWG- Global Artefacts')
          .filter((line) => /^\t\w/.test(line))
          .slice(0, 5),
        1,
      ),
      ['global'],
    ],
    [
      cells(
        from('Working Group\tDocument Type').filter((line) => /^(TDWG|SDWG)?\t\w/.test(line)),
        1,
      ),
      ['technical', 'security'],
    ],
  ];
  const [, ...consequential] = /replacement for the (\w+); (\w+)s and (\w+)/.exec(walkthrough()) ?? [];
  return [
    ...tables.flatMap(([titles, kinds]) => titles.map((title): [string, Artefact['kind'][]] => [title, kinds])),
    ...consequential.map((title): [string, Artefact['kind'][]] => [title, ['consequential']]),
    ['Operational Choreography', ['global']],
    ['Logical Data Model', ['global']],
  ];
}

const absent = ({ artefacts }: Registers) =>
  unnumbered()
    .filter(
      ([title, kinds]) => !artefacts.some((row) => kinds.includes(row.kind) && plain(row.title).includes(plain(title))),
    )
    .map(([title]) => title);

test('what the seeds name without a number has a row', present, async () => {
  assert.ok(unnumbered().length >= 26, JSON.stringify(unnumbered()));
  assert.deepEqual(absent(registers), []);
  const other = await changed('artefacts/documents.yaml', 'title: Code of Connection Guidance', 'title: Guidance');
  assert.deepEqual(absent(other), ['Code of Connection Guidance']);
});

const total = (rows: readonly Artefact[]) => rows.reduce((sum, { count }) => sum + count, 0);

/** Counts of the seeds against those of the register, by what is counted. */
function counts({ artefacts }: Registers): Record<string, [seed: number, register: number]> {
  const kind = (name: Artefact['kind']) => artefacts.filter((row) => row.kind === name);
  const firstCell = (label: string) => Number(new RegExp(`^${label}\\t(\\d+)`, 'm').exec(report())?.[1]);
  const found = (pattern: RegExp) => Number(pattern.exec(walkthrough())?.[1]);
  const february = (rows: Artefact[]) => rows.filter(({ named }) => named.includes('feb-2022'));
  const august = (rows: Artefact[]) => rows.filter(({ named }) => named.includes('aug-2022'));
  return {
    maps: [firstCell('Business Process Maps'), total(february(kind('process')))],
    diagrams: [found(/Business Process Diagrams\*\* \((\d+) in total/), total(august(kind('process')))],
    descriptions: [found(/Descriptions\*\* \((\d+) in total/), total(august(kind('business-description')))],
    specifications: [found(/Specifications\*\* \((\d+) in total/), total(kind('business-requirements'))],
    interfaces: [firstCell('Interface Specifications'), total(kind('interface').filter(({ seed }) => seed !== 'TBC'))],
    global: [firstCell('Global Artefacts'), total(kind('global'))],
    reports: [found(/(\d+) Reporting Interface Specifications/), total(kind('report'))],
  };
}

test('the register counts what the seeds count', present, async () => {
  for (const [what, [seed, register]] of Object.entries(counts(registers))) assert.equal(register, seed, what);
  const other = counts(await changed('artefacts/reports.yaml', 'count: 6', 'count: 5'));
  assert.notEqual(...other.reports!);
});
