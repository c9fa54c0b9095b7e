import type { Segment } from '../catalogue';
import type { ActName } from '../market';
import { mpanKindOfWords, partyPattern, positionOfWords, type MpanKind } from '../stage';

/** A business act that a step asks of whoever fills a position. */
export interface StepAct {
  act: ActName;
  position: string;
}

const party = partyPattern.source;
const appoints = new RegExp(
  `^${party} (?:appoints|proposes|changes the terms of) (?:its|a|a new|another) (Metering|Data) Service (?:to|of) MPAN`,
);
const hasNoContract = new RegExp(`^${party} has no contract with `);
const servesNot = new RegExp(`^${party} does not serve the market segment of `);
const asks = new RegExp(`^${party} asks the DIP to (requeue|replay) `);
const dayComes: StepAct[] = [
  { act: 'dayArrives', position: 'SUP (incoming)' },
  { act: 'dayArrives', position: 'REGS' },
];
const given = new RegExp(`^MPAN "([A-Z])" is (.+), registered to ${party}$`);

/** What a step makes a party do, by its words. A step that only looks, or commands the DIP, asks for nothing. */
export function actsOfStep(step: string, segment: Segment): StepAct[] {
  const by = (act: ActName, words: string): StepAct[] => [{ act, position: positionOfWords(words, segment) }];
  const [, supplier, service] = appoints.exec(step) ?? [];
  if (supplier) return by(service === 'Metering' ? 'appointMeteringService' : 'appointDataService', supplier);
  const without = hasNoContract.exec(step)?.[1];
  if (without) return by('endContract', without);
  const elsewhere = servesNot.exec(step)?.[1];
  if (elsewhere) return by('stopServingSegment', elsewhere);
  const [, asking, again] = asks.exec(step) ?? [];
  if (asking) return by(again === 'requeue' ? 'requestRequeue' : 'requestReplay', asking);
  const pending = /^a switch of MPAN .* is pending in CSS, with an SSD (.*)$/.exec(step)?.[1];
  if (pending) return [...(pending.startsWith('on the next') ? dayComes : []), ...by('switchPending', 'REGS')];
  if (/^CSS secures the switch of /.test(step)) return by('switchSecured', 'REGS');
  if (/^CSS cancels the switch of /.test(step)) return by('switchCancelled', 'REGS');
  return /^the (?:SSD|effective date) of MPAN .* arrives$/.test(step) ? dayComes : [];
}

/** The test MPANs of a scenario by label; the kind is empty where its words do not say it. */
export function mpansOfSteps(steps: readonly string[]): Map<string, MpanKind> {
  const mpans = new Map<string, MpanKind>();
  for (const step of steps) {
    for (const [, label] of step.matchAll(/MPAN "([A-Z])"/g)) if (!mpans.has(label!)) mpans.set(label!, {});
    const [, label, words] = given.exec(step) ?? [];
    if (label && words) mpans.set(label, mpanKindOfWords(words));
  }
  return mpans;
}

/** The segment that a scenario plays in: that of its first MPAN. */
export function segmentOf(steps: readonly string[]): Segment {
  return [...mpansOfSteps(steps).values()][0]?.segment ?? 'S';
}

/** The position whose records a step reads back; undefined for every other step. */
export function recordsReadBy(step: string, segment: Segment): string | undefined {
  const words = new RegExp(`^${party}'s records show `).exec(step)?.[1];
  return words && positionOfWords(words, segment);
}
