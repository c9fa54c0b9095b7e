import type { CustomBlocks } from '../../../catalogue';
import { factAt, type FactName, factDates } from '../../registration/facts';
import { held, segmentOf } from '../../registration/register';
import { isDependent } from '../../registration/relations';
import { dayOf, type Rule, type Update } from '../update';
import { eventDay, wasAppointed } from '../sender';

/** Facts whose value may be null, and the items that hold it. */
const nullable = { B030: ['IHDInstallStatus'], B031: ['SMSOID'], B032: ['profileClass', 'SSC'] } as const;

const quoted = ({ register, custom: { B013 } }: Update) =>
  B013 && register.switches.find((it) => it.registrationId === B013.CSSRegistrationID && it.status !== 'cancelled');

/** Rules that look at who asks, when, and in what state the MPAN is. */
export const requestRules: Readonly<Record<string, Rule>> = {
  REG0003: ({ register }) => factAt(register.facts, 'B023')?.connectionTypeIndicator === 'U',
  REG0004: ({ register }) => segmentOf(register) === 'U',
  REG0005: (update) => update.custom.B013 !== undefined && quoted(update) === undefined,
  REG0006: (update) => {
    const it = quoted(update);
    return it !== undefined && it.supplier.dipId !== update.sender;
  },
  REG0009: (update) => Object.keys(nullable).some((name) => isNullAgain(update, name as keyof typeof nullable)),
  REG1001: ({ register }) => factAt(register.facts, 'B079')?.RMPStatus === 'T',
  REG1002: (update) => !wasAppointed(update, 'metering') && !isProspective(update),
  REG1014: (update) => isBeforeHeld(update, 'B025') || providersOutOfOrder(update),
  REG1020: (update) => {
    const day = eventDay(update);
    return day !== undefined && day > update.day;
  },
  /** A service that is to come, without a change of segment in sight. */
  REG1027: (update) => !wasAppointed(update, 'metering') && isProspective(update),
  REG1038: ({ register, context }) => isDependent(register.relations.linked, context.mpan),
  REG1039: ({ register, context }) => isDependent(register.relations.related, context.mpan),
};

const isProspective = ({ register, sender }: Update): boolean =>
  held(register, 'metering')?.provider.dipId !== sender &&
  register.appointments.some(
    (it) =>
      it.service === 'metering' && it.status === 'accepted' && it.provider.dipId === sender && it.scenario !== 'SEG',
  );

function isNullAgain({ register, custom }: Update, name: keyof typeof nullable): boolean {
  const asked = custom[name] as Record<string, unknown> | undefined;
  const before = factAt(register.facts, name) as Record<string, unknown> | undefined;
  return (
    asked !== undefined && nullable[name].every((item) => asked[item] === null && (before?.[item] ?? null) === null)
  );
}

function isBeforeHeld({ register, custom, context }: Update, name: FactName): boolean {
  const item = factDates[name];
  const date = (block: unknown) => (item === null ? undefined : (block as Record<string, unknown> | undefined)?.[item]);
  const [asked, before] = [date(custom[name]), date(factAt(register.facts, name))];
  return typeof asked === 'string' && typeof before === 'string' && dayOf(asked, context) < dayOf(before, context);
}

function providersOutOfOrder({ custom: { B906 }, context }: Update): boolean {
  const days = historyOf(B906).map((it) => dayOf(it.meterAssetProviderEffectiveFromDate, context));
  return days.some((day, index) => index > 0 && day <= days[index - 1]!);
}

export const historyOf = (B906: CustomBlocks['B906'] | undefined): CustomBlocks['B034'][] => B906?.historyMAP ?? [];
