import { repliesTo, type Reply } from './replies';

/** Where an answer is given: DIP at once, DIP by status message, recipient at once, recipient by status message. */
export type Layer = 'L1' | 'L2' | 'L3' | 'L4';

/** A response code of the release with a short text of our own; the published texts are longer and partly misspelt. */
export interface ResponseCode {
  code: string;
  text: string;
  /** Who uses codes of that kind. */
  family: string;
  /** What the text alone would not tell. */
  meaning?: string;
  /** Of codes about the transport of any message; empty for those that stand in a business message. */
  layers: readonly Layer[];
  /** The requests that it can answer, and the messages that then carry it; empty for codes about any message. */
  answers: readonly Reply[];
  /** Whether the published text names those requests itself. */
  basis: 'stated' | 'inferred';
  /** How sure it is, from 0 to 1, that the fault its text tells of is answered with this code and no other. */
  confidence: number;
}

/**
 * Text, what it answers, confidence, meaning. What it answers: layers (`L1 L2`) or requests
 * (`IF-005 [MeterInstall MeterExchange], IF-031`: every event that can be answered unless some are named).
 */
export type CodeRow = [text: string, answers: string, confidence?: number, meaning?: string];

/** Codes of one family out of their rows. `stated`: those whose published text names the request. */
export function codesOf(family: string, rows: Record<string, CodeRow>, stated: readonly string[] = []): ResponseCode[] {
  return Object.entries(rows).map(([code, [text, answers, confidence = 0.9, meaning]]) => {
    const transport = answers.startsWith('L');
    return {
      code,
      text,
      family,
      ...(meaning !== undefined && { meaning }),
      layers: transport ? (answers.split(' ') as Layer[]) : [],
      answers: transport ? [] : repliesTo(answers),
      basis: stated.includes(code) ? 'stated' : 'inferred',
      confidence,
    };
  });
}
