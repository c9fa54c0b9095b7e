export interface CheckDefinition {
  level: 'must' | 'should';
  /** The kind of entry that it looks at; `handover` is what the DIP brings to a webhook apart from publications, or cannot. */
  of: 'submission' | 'answer' | 'handover';
  /** The rule, as a sentence about the party that is judged. */
  text: string;
  /** Where the rule comes from; `inferred` where no public text states it. */
  source: string;
  /** Id in the assumption register of what is inferred about it. */
  assumption?: string;
  /** Why it usually fails, where the reason does not say. */
  cause?: string;
  /** What the reader does next, in market words; `{message}` and `{who}` stand for what the ledger line names. */
  fix: string;
  /** The time that was taken is held against a limit: the one of the assumption. */
  timed?: true;
}
