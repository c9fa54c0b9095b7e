import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { guardedCsv, writeXlsx } from '../../tables';
import { writeWhole } from '../write-whole';
import { rttmTables } from './tables';
import type { Rttm } from './facts';

/** The workbook of a matrix. */
export const rttmWorkbook = 'rttm.xlsx';

/** Writes a matrix as rttm.xlsx and a CSV for each of its tables; answers their paths, the workbook first. */
export async function writeRttm(rttm: Rttm, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const tables = rttmTables(rttm);
  const workbook = path.join(folder, rttmWorkbook);
  await writeWhole(workbook, [await writeXlsx(tables)]);
  const files = tables.map((table) => path.join(folder, table.file));
  for (const [index, table] of tables.entries()) await writeWhole(files[index]!, [guardedCsv(table)]);
  return [workbook, ...files];
}
