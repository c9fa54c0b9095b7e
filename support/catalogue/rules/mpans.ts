import { mpanCheckDigit } from '../mpan';
import { breach, customOf, type Judge, type Rule, type RuleMessage } from './rule';

export const mpanRules = {
  digit: {
    id: 'mpan-check-digit',
    text: 'The last digit of an MPAN is its check digit.',
    code: 'REG0000',
    level: 'warning',
    basis: 'inferred',
    source: 'REG0000; many MPANs of the published examples do not pass',
  },
  duplicate: {
    id: 'mpan-once',
    text: 'An MPAN stands once in a request about relationships of MPANs (IF-019).',
    code: 'REG1059',
    level: 'must',
    basis: 'stated',
    source: 'REG1059',
  },
} as const satisfies Record<string, Rule>;

interface Common {
  M0?: { MPANCore: string };
  M1?: { principalMPAN: string };
}

interface Blocks {
  B035List: { linkedImportExportMPAN: string }[];
  B037List: { primaryMPAN: string; secondaryMPAN: string }[];
  B090List: { subsidiaryMPAN: string }[];
}

type Place = readonly [path: string, mpan: string];

/** The MPANs of the blocks that name one, first the one that the message is about. */
function mpansOf(message: RuleMessage): Place[] {
  const { M0, M1 } = message.CommonBlock as Common;
  const { B035List, B037List, B090List } = customOf<Blocks>(message);
  const at = (list: string, i: number, item: string) => `CustomBlock.${list}[${i}].${item}`;
  return [
    ...(M0 ? [['CommonBlock.M0.MPANCore', M0.MPANCore] as const] : []),
    ...(M1 ? [['CommonBlock.M1.principalMPAN', M1.principalMPAN] as const] : []),
    ...(B090List ?? []).map((one, i) => [at('B090List', i, 'subsidiaryMPAN'), one.subsidiaryMPAN] as const),
    ...(B035List ?? []).map(
      (one, i) => [at('B035List', i, 'linkedImportExportMPAN'), one.linkedImportExportMPAN] as const,
    ),
    ...(B037List ?? []).flatMap((one, i) => [
      [at('B037List', i, 'primaryMPAN'), one.primaryMPAN] as const,
      [at('B037List', i, 'secondaryMPAN'), one.secondaryMPAN] as const,
    ]),
  ];
}

/** Warns of MPANs whose check digit does not fit. */
export const judgeCheckDigit: Judge = (message, found) => {
  for (const [path, mpan] of mpansOf(message)) {
    if (!/^\d{13}$/.test(mpan) || mpanCheckDigit(mpan)) continue;
    found.push(breach(mpanRules.digit, path, `expected an MPAN with its check digit, got "${mpan}"`));
  }
};

/** Judges the MPANs of IF-019: the principal and its subsidiaries. */
export const judgeRelationship: Judge = (message, found) => {
  const seen = new Set<string>();
  for (const [path, mpan] of mpansOf(message)) {
    if (seen.has(mpan)) found.push(breach(mpanRules.duplicate, path, `expected each MPAN once, got "${mpan}" again`));
    seen.add(mpan);
  }
};
