import type { Segment } from '../catalogue';
import { actDefinition, actPattern, actPhrases, type ActName } from '../market';
import { actingPositions, givenMpans, outsiderPattern, partyPattern, positionOfWords, type MpanKind } from '../stage';

/** A business act that a step asks of whoever fills a position. */
export interface StepAct {
  act: ActName;
  position: string;
}

const party = partyPattern.source;
/** Whoever does an act that has words, and the words. */
const does = new RegExp(
  `^(?:${outsiderPattern.source}|${party}) (${actPattern.source}) MPAN "[A-Z]"(?:, effective [^:]+?)?(?: with:)?$`,
);
const appoints = new RegExp(
  `^${party} (?:appoints|changes the terms of) (?:its|a|a new|another) (Metering|Data) Service (?:to|of) MPAN`,
);
const hasNoContract = new RegExp(`^${party} has no contract with `);
const asks = new RegExp(`^${party} asks the DIP to (requeue|replay) `);
const dayComes: StepAct[] = [
  { act: 'dayArrives', position: 'SUP (incoming)' },
  { act: 'dayArrives', position: 'REGS' },
];

/** What a step makes a party do, by its words. A step that only looks, or commands the DIP, asks for nothing. */
export function actsOfStep(step: string, segment: Segment): StepAct[] {
  const [, outsider, doer = outsider, phrase = ''] = does.exec(step) ?? [];
  const act = actPhrases.get(phrase);
  if (doer && act)
    return actingPositions(doer, actDefinition(act)!.roles, segment).map((position) => ({ act, position }));
  const by = (act: ActName, words: string): StepAct[] => [{ act, position: positionOfWords(words, segment) }];
  const [, supplier, service] = appoints.exec(step) ?? [];
  if (supplier) return by(service === 'Metering' ? 'appointMeteringService' : 'appointDataService', supplier);
  const without = hasNoContract.exec(step)?.[1];
  if (without) return by('endContract', without);
  const [, asking, again] = asks.exec(step) ?? [];
  if (asking) return by(again === 'requeue' ? 'requestRequeue' : 'requestReplay', asking);
  const pending = /^a switch of MPAN .* is pending in CSS, with an SSD (.*)$/.exec(step)?.[1];
  if (pending) return [...(pending.startsWith('on the next') ? dayComes : []), ...by('switchPending', 'REGS')];
  const comes = /^the (?:SSD|effective date) of MPAN .* arrives$|^MPAN "[A-Z]" has reached the day /;
  return comes.test(step) ? dayComes : [];
}

/** The test MPANs of a scenario by label; the kind is empty where its words do not say it. */
export function mpansOfSteps(steps: readonly string[]): Map<string, MpanKind> {
  const mpans = new Map<string, MpanKind>();
  for (const step of steps) {
    for (const [, label] of step.matchAll(/MPAN "([A-Z])"/g)) if (!mpans.has(label!)) mpans.set(label!, {});
  }
  for (const { label, kind } of givenMpans(steps)) mpans.set(label, kind);
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
