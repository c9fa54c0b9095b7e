import type { Verdicts } from '../verdict';

/** An assumption that a verdict rests on, in a reader's words. */
export interface RestsOn {
  id: string;
  text: string;
  value: string;
  confirmed: boolean;
  /** `assumed`, or who confirmed it against which document. */
  state: string;
}

/** The assumptions behind the verdict of one scenario, in the order of the register. */
export function restsOn(scenario: string, { assumptions }: Verdicts): RestsOn[] {
  return assumptions
    .filter(({ touched }) => touched.includes(scenario))
    .map(({ id, text, value, confirmedBy }) => ({
      id,
      text,
      value,
      confirmed: confirmedBy !== null,
      state: confirmedBy === null ? 'assumed' : `confirmed by ${confirmedBy}`,
    }));
}
