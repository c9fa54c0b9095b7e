import { addDays } from '../../calendar';
import { contractIn, contractService } from '../contracts';
import { standing } from '../sender';
import { dayOf, type Rule, type Update } from '../update';

/** Two years, in days, leap day and all (REG1072: a third party's figure, assumption direct-contract-years). */
const daysAhead = 731;

const held = (update: Update) => update.register.contracts[contractService(update)];

const endDay = (update: Update): string | undefined => {
  const it = contractIn(update);
  return it && dayOf(it.to, update.context);
};

/** Rules about direct contracts, IF-038. */
export const contractRules: Readonly<Record<string, Rule>> = {
  REG1071: (update) => {
    const end = endDay(update);
    return end !== undefined && end < update.day;
  },
  REG1072: (update) => {
    const end = endDay(update);
    return end !== undefined && end > addDays(update.day, daysAhead);
  },
  REG1073: (update) => {
    const before = held(update);
    return (
      before?.dipId === update.sender && (before.to === undefined || dayOf(before.to, update.context) >= update.day)
    );
  },
  REG1074: (update) => held(update)?.dipId !== update.sender,
  REG1075: (update) => standing(update, contractService(update)) !== 'current',
  REG1076: (update) => contractIn(update)?.dipId !== update.sender,
};
