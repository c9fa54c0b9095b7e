import type { Service } from '../proposal';
import { dayOf, type Update } from './update';

/** The local date from which the request says that something is so; undefined where it names none. */
export function eventDay({ custom, context }: Update): string | undefined {
  const { B906, B039, B025, B030, B031, B068, B032 } = custom;
  const date =
    B068?.consentGranularityEffectiveFromDate ??
    B025?.energisationStatusEffectiveFromDate ??
    B031?.SMSOEffectiveFromDate ??
    B032?.profileClassEffectiveFromDate ??
    B032?.SSCEffectiveFromDate ??
    B906?.existingMeter.meterInstallationDate ??
    B039?.meterRemovalDate ??
    B030?.IHDEffectiveFromDate;
  return typeof date === 'string' ? dayOf(date, context) : undefined;
}

/** Whether the sender was the appointed service on the date of the event; the last day is that of its successor. */
export function wasAppointed(update: Update, service: Service): boolean {
  const { register, sender, context, day } = update;
  const on = eventDay(update) ?? day;
  return register.appointments.some(
    (it) =>
      it.service === service &&
      it.provider.dipId === sender &&
      (it.status === 'active' || it.status === 'ended') &&
      dayOf(it.from, context) <= on &&
      (it.to === null || on < dayOf(it.to, context)),
  );
}

/** Whether the sender holds the appointment now; and whether it held it once. */
export function standing({ register, sender }: Update, service: Service): 'current' | 'former' | 'none' {
  const own = register.appointments.filter((it) => it.service === service && it.provider.dipId === sender);
  if (own.some((it) => it.status === 'active')) return 'current';
  return own.some((it) => it.status === 'ended') ? 'former' : 'none';
}
