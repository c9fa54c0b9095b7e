import { breach, customOf, type Judge, type Rule } from './rule';

export const loadShapeRules = {
  sum: {
    id: 'load-shape-peak-and-off-peak-sum',
    text: 'Peak and off-peak total of a day make its day total, wherever the peak begins.',
    code: 'RCP1023',
    level: 'must',
    basis: 'stated',
    source: 'DI-044, DI-045, DI-046: either published split holds every period once',
  },
} as const satisfies Record<string, Rule>;

interface Totals {
  loadShapeDayTotal: string;
  loadShapeDayPeakTotal: string | null;
  loadShapeDayOffPeakTotal: string | null;
}

interface Blocks {
  B912List: { LSGTotals?: { LSTTotals?: Totals[] }[] }[];
}

/** Thousandths of a kWh, exactly: the wire has three decimals always. */
const thousandths = (text: string) => Number(text.replace('.', ''));

/** Judges the totals of IF-023. */
export const judgeLoadShapeTotals: Judge = (message, found) => {
  for (const [d, day] of (customOf<Blocks>(message).B912List ?? []).entries()) {
    for (const [g, group] of (day.LSGTotals ?? []).entries()) {
      for (const [t, totals] of (group.LSTTotals ?? []).entries()) {
        const { loadShapeDayTotal: total, loadShapeDayPeakTotal: peak, loadShapeDayOffPeakTotal: offPeak } = totals;
        if (peak === null || offPeak === null) continue;
        if (thousandths(peak) + thousandths(offPeak) === thousandths(total)) continue;
        const path = `CustomBlock.B912List[${d}].LSGTotals[${g}].LSTTotals[${t}].loadShapeDayTotal`;
        found.push(breach(loadShapeRules.sum, path, `expected the sum of "${peak}" and "${offPeak}", got "${total}"`));
      }
    }
  }
};
