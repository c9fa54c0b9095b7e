import type { MpanKind } from './pool-kind';
import { mpanKindOfWords, partyPattern } from './words';

/** A test MPAN as the steps of a scenario ask for it. */
export interface GivenMpan {
  label: string;
  kind: MpanKind;
  /** The party, in words, that supplies it before the scenario begins; absent where the step names none. */
  supplier?: string;
  /** Label of the MPAN that it is linked or related to. */
  partnerOf?: string;
}

const given = /^MPAN "([A-Z])" is (.+)$/;
const registered = new RegExp(`^(.+), registered to ${partyPattern.source}$`);
const belongs = /^(.+), ((?:linked|related) to MPAN "([A-Z])")$/;

/**
 * Reads a step that gives an MPAN: `MPAN "A" is Smart, import and energised, registered to the Supplier`,
 * `MPAN "A" is a new connection, Smart, import and energised`, `MPAN "B" is Smart, export and energised, linked to
 * MPAN "A"`. Undefined for every other step; STEP_WORDS_UNKNOWN where its words are no kind of MPAN.
 */
export function givenMpan(step: string): GivenMpan | undefined {
  const [, label, text] = given.exec(step) ?? [];
  if (label === undefined || text === undefined) return undefined;
  const [, before, supplier] = registered.exec(text) ?? [];
  const words = before ?? text;
  const partnerOf = belongs.exec(words)?.[3];
  if (supplier === undefined && partnerOf === undefined && !words.startsWith('a new connection')) return undefined;
  return {
    label,
    kind: mpanKindOfWords(words),
    ...(supplier === undefined ? {} : { supplier }),
    ...(partnerOf === undefined ? {} : { partnerOf }),
  };
}

/** All MPANs that steps give, in their order. One that another belongs to is the principal of a pair; it supplies both. */
export function givenMpans(steps: readonly string[]): GivenMpan[] {
  const all = steps.flatMap((step) => givenMpan(step) ?? []);
  return all.map((one) => {
    const dependent = all.find(({ partnerOf }) => partnerOf === one.label);
    const pair = dependent ? { pair: dependent.kind.pair, part: 'principal' as const } : {};
    const supplier = one.supplier ?? all.find(({ label }) => label === one.partnerOf)?.supplier;
    return { ...one, kind: { ...one.kind, ...pair }, ...(supplier === undefined ? {} : { supplier }) };
  });
}
