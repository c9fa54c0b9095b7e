import type { CustomBlocks } from '../../catalogue';
import { learnFacts } from '../registration/facts';
import { type HeldMeter, meterKindOf, mergedProviders, metersDetails } from '../registration/meters';
import type { LoadedRegister } from '../registration/register';
import type { Change, Update, UpdateRow } from './update';

const any = ['REG0003', 'REG0004', 'REG1001'];
const details = ['REG1009', 'REG1010', 'REG1014', 'REG1020', 'REG1046', 'REG1047', 'REG1049', 'REG1097'];
const fit = ['REG1006', 'REG1007', 'REG1011', 'REG1029', 'REG1096'];
const appointed = ['REG1002', 'REG1027'];

/** Meter technical details: IF-005, answered by IF-006. */
export const meterRows: Readonly<Record<string, UpdateRow>> = {
  'IF-005 [MeterInstall]': { answer: 'IF-006', codes: [...any, ...appointed, ...fit, ...details], change: install },
  'IF-005 [MeterRemoval]': {
    answer: 'IF-006',
    codes: [...any, 'REG1002', 'REG1004', 'REG1005', 'REG1020'],
    change: remove,
  },
  'IF-005 [MeterExchange]': {
    answer: 'IF-006',
    codes: [...any, ...appointed, ...fit, 'REG1004', 'REG1005', 'REG1008', ...details],
    change: exchange,
  },
  'IF-005 [MeterUpdate]': {
    answer: 'IF-006',
    codes: [...any, 'REG0008', 'REG1012', 'REG1027', 'REG1013', 'REG1015', 'REG1017', ...details],
    change: correct,
  },
  'IF-005 [MeterHistoryUpdate]': {
    answer: 'IF-006',
    codes: [...any, 'REG1012', 'REG1005', 'REG1015', 'REG1016', 'REG1018', 'REG1029'],
    change: correctHistory,
  },
};

type B906 = CustomBlocks['B906'];

function install({ register, custom: { B906, B030 }, context }: Update): Change {
  if (!B906) return { register };
  const meter = newMeter(B906);
  const facts = B030 ? learnFacts(register.facts, { B030 }, meter.details.meterInstallationDate) : register.facts;
  const meterKind = meterKindOf(meter.details.meterType, context.market.standing);
  return {
    register: { ...register, facts, meters: [...register.meters, meter], point: { ...register.point, meterKind } },
  };
}

function remove({ register, custom: { B039 } }: Update): Change {
  if (!B039) return { register };
  const { meterIDRemoved, meterRemovalDate } = B039;
  const left = withMeters(register, (it) =>
    it.removed === null && it.details.meterID === meterIDRemoved ? { ...it, removed: meterRemovalDate } : it,
  );
  const none = left.meters.every((it) => it.removed !== null);
  return { register: none ? { ...left, point: { ...left.point, meterKind: 'none' } } : left };
}

function exchange(update: Update): Change {
  return install({ ...update, register: remove(update).register });
}

function correct(update: Update): Change {
  const { B906, B030 } = update.custom;
  const { register } = update;
  if (!B906) return { register };
  const next = withMeters(register, (it) => (it.removed === null && isOf(it, B906) ? corrected(it, B906) : it));
  const facts = B030 ? learnFacts(next.facts, { B030 }, B906.existingMeter.meterInstallationDate) : next.facts;
  return { register: { ...next, facts } };
}

function correctHistory({ register, custom: { B906, B039 } }: Update): Change {
  if (!B906) return { register };
  return {
    register: withMeters(register, (it) =>
      it.removed !== null && isOf(it, B906)
        ? { ...corrected(it, B906), removed: B039?.meterRemovalDate ?? it.removed }
        : it,
    ),
  };
}

const isOf = (meter: HeldMeter, { existingMeter }: B906) => meter.details.meterID === existingMeter.meterID;

const newMeter = (B906: B906): HeldMeter => ({
  details: metersDetails(B906),
  providers: mergedProviders([], B906.historyMAP ?? []),
  removed: null,
});

const corrected = (meter: HeldMeter, B906: B906): HeldMeter => ({
  ...meter,
  details: metersDetails(B906),
  providers: mergedProviders(meter.providers, B906.historyMAP ?? []),
});

const withMeters = (register: LoadedRegister, change: (meter: HeldMeter) => HeldMeter): LoadedRegister => ({
  ...register,
  meters: register.meters.map(change),
});
