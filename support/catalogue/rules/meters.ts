import { instant } from '../time';
import { breach, customOf, eventOf, type Judge, type Rule } from './rule';

const stated = { level: 'must', basis: 'stated' } as const;
const inferred = { level: 'should', basis: 'inferred' } as const;

export const meterRules = {
  exchange: {
    id: 'exchange-installs-after-removal',
    text: 'In a meter exchange the new meter is not installed before the old one was removed.',
    code: 'REG1008',
    ...stated,
    source: 'REG1008',
  },
  history: {
    id: 'history-update-names-one-meter',
    text: 'A meter history update names one meter: the ids in B039 and B906 are the same.',
    code: 'REG1016',
    ...stated,
    source: 'REG1016',
  },
  provider: {
    id: 'asset-provider-not-before-meter',
    text: 'No Meter Asset Provider takes effect before the meter was installed.',
    code: 'REG1010',
    ...stated,
    source: 'REG1010',
  },
  display: {
    id: 'display-not-before-meter',
    text: 'The In-Home Display does not take effect before the meter was installed.',
    code: 'REG1096',
    ...stated,
    source: 'REG1096',
  },
  modified: {
    id: 'new-meter-has-no-modified-id',
    text: 'An installed or exchanged meter has no modified meter id.',
    code: 'REG1029',
    ...inferred,
    source: 'REG1029; to which events it applies is inferred',
    assumption: 'meter-details-belong-together',
  },
  order: {
    id: 'asset-providers-in-order',
    text: 'The history of Meter Asset Providers runs from the first to the last, each from a date of its own.',
    code: 'REG1014',
    ...inferred,
    source: 'REG1014; that it speaks of this list is inferred',
    assumption: 'meter-details-belong-together',
  },
  esme: {
    id: 'esme-id-fits-meter-type',
    text: 'A SMETS2 meter has an ESME GUID; one that is neither SMETS1 nor SMETS2 has none.',
    code: 'REG1046',
    ...inferred,
    source: 'REG1046; which types it means is inferred',
    assumption: 'meter-details-belong-together',
  },
} as const satisfies Record<string, Rule>;

interface Blocks {
  B030: { IHDEffectiveFromDate: string | null };
  B039: { meterIDRemoved: string; meterRemovalDate: string | null };
  B906: {
    existingMeter: {
      meterID: string;
      modifiedMeterID: string | null;
      meterType: string;
      ESMEGUID: string | null;
      meterInstallationDate: string;
    };
    historyMAP?: { meterAssetProviderEffectiveFromDate: string }[];
  };
}

const root = 'CustomBlock.B906';

/** Judges meter details that a metering service sends: IF-005. */
export const judgeMeter: Judge = (message, found) => {
  const { B030, B039, B906 } = customOf<Blocks>(message);
  if (!B906) return;
  const event = eventOf(message);
  const { meterID, modifiedMeterID, meterType, ESMEGUID, meterInstallationDate } = B906.existingMeter;
  const installed = instant(meterInstallationDate)!;
  const add = (rule: Rule, path: string, text: string) => found.push(breach(rule, path, text));
  const notBefore = (rule: Rule, path: string, date: string) => {
    if (instant(date)! < installed) add(rule, path, `expected no date before ${meterInstallationDate}, got "${date}"`);
  };
  if (event === 'MeterExchange' && B039?.meterRemovalDate && installed < instant(B039.meterRemovalDate)!) {
    const text = `expected no date before the removal, ${B039.meterRemovalDate}, got "${meterInstallationDate}"`;
    add(meterRules.exchange, `${root}.existingMeter.meterInstallationDate`, text);
  }
  if (event === 'MeterHistoryUpdate' && B039 && B039.meterIDRemoved !== meterID) {
    add(meterRules.history, `${root}.existingMeter.meterID`, `expected "${B039.meterIDRemoved}", got "${meterID}"`);
  }
  if (/^Meter(Install|Exchange)$/.test(event) && modifiedMeterID !== null) {
    add(meterRules.modified, `${root}.existingMeter.modifiedMeterID`, `expected null, got "${modifiedMeterID}"`);
  }
  const smets = /^(S2|2)/.test(meterType);
  if (smets ? ESMEGUID === null : ESMEGUID !== null && meterType !== 'S1') {
    const text = `expected ${smets ? 'an ESME GUID' : 'null'} beside meter type ${meterType}, got ${ESMEGUID === null ? 'null' : `"${ESMEGUID}"`}`;
    add(meterRules.esme, `${root}.existingMeter.ESMEGUID`, text);
  }
  if (B030?.IHDEffectiveFromDate) {
    notBefore(meterRules.display, 'CustomBlock.B030.IHDEffectiveFromDate', B030.IHDEffectiveFromDate);
  }
  let before = Number.NEGATIVE_INFINITY;
  for (const [i, { meterAssetProviderEffectiveFromDate: date }] of (B906.historyMAP ?? []).entries()) {
    const path = `${root}.historyMAP[${i}].meterAssetProviderEffectiveFromDate`;
    notBefore(meterRules.provider, path, date);
    const from = instant(date)!;
    if (from <= before) add(meterRules.order, path, `expected a date after the one before it, got "${date}"`);
    before = from;
  }
};
