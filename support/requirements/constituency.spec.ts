import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRegisters, type ConstituencyTable } from '.';
import { bundled, changed } from './registers.fixture';
import { present, walkthrough } from './seeds.fixture';

const columns = ['supplier', 'independent-agent', 'supplier-agent', 'dno', 'idno', 'smart-dcc', 'elexon'];
const themes = ['MPAN Ownership', 'Metering Changes', 'Meter to Bank'];

/** The table of constituencies of August 2022: its last row has lost its first cell. */
function seedTable(): string[] {
  let theme = '';
  return walkthrough()
    .split('\n')
    .filter((line) => line.includes('MHHSP-BP'))
    .map((line) => {
      const cells = line.split('\t');
      const start = cells.findIndex((cell) => cell.startsWith('MHHSP-BP'));
      theme = themes.find((one) => one === cells[start - 1]?.trim()) ?? theme;
      const marks = cells.slice(start + 2).map((cell) => cell.trim());
      const stated = columns.filter((_, index) => marks[index]);
      const services = ['Metering', 'Data']
        .filter((word) => marks[1]?.includes(word))
        .map((word) => word.toLowerCase());
      return rowText(cells[start]!.replace('MHHSP-', ''), theme, stated, services);
    });
}

function rowText(process: string, theme: string, stated: readonly string[], services: readonly string[]): string {
  return [process, theme, stated.join(' '), services.join(' ')].join(' | ');
}

const ownTable = ({ processes }: ConstituencyTable) =>
  processes
    .filter(({ theme }) => theme)
    .map(({ process, theme, stated, services }) => rowText(process, theme!, stated, services));

test('the table of constituencies is that of the walkthrough', present, async () => {
  assert.equal(seedTable().length, 20);
  const registers = await readRegisters(bundled);
  assert.deepEqual(ownTable(registers.constituency).sort(), seedTable().sort());
  const other = await changed('constituency.yaml', 'stated: supplier, dno, idno\n', 'stated: supplier, dno\n');
  assert.notDeepEqual(ownTable(other.constituency).sort(), seedTable().sort());
});
