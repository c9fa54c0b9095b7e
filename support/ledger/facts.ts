/**
 * What the one who handled the bytes knows beyond a ledger entry: the always-on checks read it, the ledger does not
 * keep it.
 */
export interface WireFacts {
  /** Verdict on the signature headers of a submission, and the DIP IDs that the certificate may speak for. */
  signature?: { ok: boolean; fault?: string; detail?: string; boundTo: readonly string[] };
  /** Verdict of the schema chosen by interface and event. */
  schema?: { ok: boolean; problems: readonly { path: string; text: string }[] };
  /** The `{id}` of the URL that the message was posted to. */
  channel?: string;
  /** Keys whose case differs from the published one. */
  keyCase?: readonly string[];
  /** What became of an earlier submission with the same sender unique reference. */
  referenceSeen?: 'accepted' | 'not-accepted';
  /** A publication that was spoilt on purpose and must be refused: why. */
  mustBeRefused?: string;
  /** The publications of the webhook call that this entry answers, each with why it must be refused, if it must. */
  call?: readonly { transactionID: string; mustBeRefused?: string }[];
  /**
   * What the webhook's answer says of this entry could be read as a StandardResponse with all ten fields; all
   * transactions that the answer names.
   */
  standardResponse?: { ok: boolean; problem?: string; transactionIDs: readonly (string | null)[] };
  /** The connection was refused for a client certificate that must not be let in: what was seen of it. */
  turnedAway?: string;
  /** The webhook could not be reached, or gave no answer in time. */
  unreachable?: string;
}
