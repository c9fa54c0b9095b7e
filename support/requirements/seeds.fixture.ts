import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(__dirname, '../../../shared/seeds');
/** Options of a test that compares with the seeds. */
export const present = { skip: existsSync(folder) ? false : 'left out: the two seed documents are absent' };
/** The texts of the two seed documents. */
export const seeds = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
/** The status report of February 2022. */
export const report = () => seeds().find((text) => text.includes('Design Artefact Status Report'))!;
/** The walkthrough of August 2022. */
export const walkthrough = () => seeds().find((text) => text.includes('MHHS-DEL561'))!;
