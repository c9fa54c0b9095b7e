import type { Problem } from '../problems';
import type { Release } from '../release';

export type Level = 'must' | 'should' | 'warning';

/** What a message must keep to although its schema does not say so. */
export interface Rule {
  id: string;
  text: string;
  /** The response code that a breach may be answered with. */
  code: string;
  /** `must` only where the release states the rule; a warning says something about the data and blames nobody. */
  level: Level;
  basis: 'stated' | 'inferred';
  source: string;
  /** Entry of the assumption register for what is inferred. */
  assumption?: string;
}

export interface RuleProblem extends Problem {
  code: string;
  level: Level;
  /** Id of the rule. */
  rule: string;
  basis: 'stated' | 'inferred';
}

/** What rules read of a message. Content is read through shapes of the rules' own: any release may be in use. */
export interface RuleMessage {
  CommonBlock: {
    S0: { interfaceID: string; eventCode: string };
    S1: { senderRoleID: string; senderDIPID: string; senderTimestamp: string };
  };
  CustomBlock?: object | undefined;
}

/** What the judging side knows besides the message. */
export interface RuleContext {
  /** Who is who; a DIP ID that is not among them is not judged. */
  parties?: readonly { dipId: string; mpid: string }[];
  /** The release that the message is of, when it is not the one in use. */
  release?: Release;
}

/** Judges one concern: adds what it finds wrong. */
export type Judge = (message: RuleMessage, found: RuleProblem[], context: RuleContext) => void;

/** One breach of a rule. */
export function breach({ id, code, level, basis }: Rule, path: string, text: string): RuleProblem {
  return { path, text, code, level, rule: id, basis };
}

/** CustomBlock as the caller expects it; empty where the event has none. */
export function customOf<T extends object>(message: RuleMessage): Partial<T> {
  return (message.CustomBlock ?? {}) as Partial<T>;
}

/** The event code without its brackets. */
export function eventOf(message: RuleMessage): string {
  return message.CommonBlock.S0.eventCode.slice(1, -1);
}
