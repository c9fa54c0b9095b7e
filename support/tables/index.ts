/** Tables as files: CSV and XLSX, read within bounds and written so that no spreadsheet executes what they hold. */
export { readCsv, writeCsv, type CsvReading, type CsvRecord } from './csv';
export { guardedCsv, unexecuted } from './guarded-csv';
export { cellText, type Cell, type Sheet, type Tone } from './sheet';
export { readXlsx } from './xlsx-read';
export { writeXlsx } from './xlsx-write';
