import type { Step } from '@cucumber/messages';
import { offDipRowProblem } from '../../support/session';
import { offDipRowsOf } from '../../support/stage';
import type { Report } from './finding';

/** Rows of legs off the DIP: their parties, and what CSS or the DCC says. What an outline fills in is left to the run. */
export function lintOffDip({ dataTable }: Step, report: Report): void {
  const rows = dataTable?.rows ?? [];
  for (const { row, index } of offDipRowsOf(rows.map(({ cells }) => cells.map(({ value }) => value)))) {
    if ([row.from, ...row.to, row.message].some((word) => word.includes('<'))) continue;
    const wrong = offDipRowProblem(row);
    if (wrong) report(rows[index]!.location.line, 'OFF_DIP_ROW', `${wrong.problem}.`, wrong.fix);
  }
}
