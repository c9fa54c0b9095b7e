import { instant } from '../time';
import { breach, customOf, type Judge, type Rule } from './rule';

export const appointmentRules = {
  service: {
    id: 'appointment-within-28-days',
    text: 'A proposed service starts at most 28 days after the proposal was sent.',
    code: 'REG1099',
    level: 'must',
    basis: 'stated',
    source: 'REG1099',
  },
  retriever: {
    id: 'mdr-within-five-days',
    text: 'A retriever that a data service nominates starts at most five days after the nomination was sent.',
    code: 'REG1082',
    level: 'must',
    basis: 'stated',
    source: 'REG1082',
  },
  dated: {
    id: 'nominated-mdr-has-date',
    text: 'A retriever that the supplier nominates has the date from which it is nominated.',
    code: 'REG1088',
    level: 'should',
    basis: 'inferred',
    source: 'REG1088; which dates it means is inferred',
    assumption: 'nominated-mdr-has-date',
  },
} as const satisfies Record<string, Rule>;

interface Blocks {
  B018: { SDSNominatedMDRRequestedEffectiveFromDate: string };
  B070: { proposedMeteringServiceDIPEffectiveFromDate: string };
  B071: {
    proposedDataServiceDIPEffectiveFromDate: string;
    supplierNominatedMDRDIPID: string | null;
    supplierNominatedMDREffectiveFromDate: string | null;
  };
}

const day = 24 * 3_600_000;

/** Judges the dates of IF-031 and of a nomination in IF-034. Which midnight a date begins at is judged elsewhere. */
export const judgeAppointment: Judge = (message, found) => {
  const { B018, B070, B071 } = customOf<Blocks>(message);
  const { S0, S1 } = message.CommonBlock;
  const sent = instant(S1.senderTimestamp);
  const within = (days: number, rule: Rule, path: string, date: string) => {
    const from = instant(date);
    // A day more, as calendar days may be counted from the evening before: only what is late by any count is judged.
    if (sent === undefined || from === undefined || from - sent <= (days + 1) * day) return;
    found.push(breach(rule, path, `expected a date within ${days} days of ${S1.senderTimestamp}, got "${date}"`));
  };
  if (S0.interfaceID === 'IF-031') {
    const rule = appointmentRules.service;
    const [metering, data] = [
      B070?.proposedMeteringServiceDIPEffectiveFromDate,
      B071?.proposedDataServiceDIPEffectiveFromDate,
    ];
    if (metering) within(28, rule, 'CustomBlock.B070.proposedMeteringServiceDIPEffectiveFromDate', metering);
    if (data) within(28, rule, 'CustomBlock.B071.proposedDataServiceDIPEffectiveFromDate', data);
    if (B071 && B071.supplierNominatedMDRDIPID !== null && B071.supplierNominatedMDREffectiveFromDate === null) {
      const path = 'CustomBlock.B071.supplierNominatedMDREffectiveFromDate';
      found.push(breach(appointmentRules.dated, path, 'expected a date beside the retriever named, got null'));
    }
  }
  if (S0.eventCode === '[SDS-MDRUpdate]' && B018) {
    const path = 'CustomBlock.B018.SDSNominatedMDRRequestedEffectiveFromDate';
    within(5, appointmentRules.retriever, path, B018.SDSNominatedMDRRequestedEffectiveFromDate);
  }
};
