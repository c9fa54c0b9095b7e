import type { Message, RoleCode } from '../catalogue';
import type { LedgerEntry, LedgerInput, WireFacts } from '../ledger';
import type { Identity, Redactor, StandardItem, StandardResponse } from '../wire';

/** What the DIP keeps of one DIP ID: the certificates bound to it, the hash of its key, and who may act for it. */
export interface DipAccess {
  dipId: string;
  signingFingerprints: string[];
  transportFingerprints: string[];
  /** SHA-256 of the API key, hex. */
  apiKeySha256: string;
  /** DIP ID of the connection provider nominated for this DIP ID; it has an access entry of its own. */
  connectionProvider?: string;
}

/** Who holds an MPAN, as the DIP knows it. All but `gspGroup` are DIP IDs. */
export interface DirectoryEntry {
  supplier: string;
  registration: string;
  distributor: string;
  gspGroup: string;
  meteringService: string | null;
  dataService: string | null;
}

export type DeliveryFault =
  | 'deliver-twice'
  | 'broken-schema'
  | 'wrong-signature'
  | 'foreign-environment'
  | 'hold'
  /** It comes for the first time, marked as a replay. */
  | 'as-replay'
  /** It comes once more, marked as a replay. */
  | 'and-replay'
  /** Good JSON that differs when it is read and written again. */
  | 'white-space';

/** Codes of the status message that says why nobody could be found to deliver a message to. */
export type UnresolvedCode = 'MSG1037' | 'MSG1038';

/**
 * What the DIP does with a submission over HTTPS: 503 without a look at it, 504 after it has taken it, or 201 and then
 * a status message (L2) that its recipients cannot be worked out; it is delivered to nobody.
 */
export type SubmissionFault = 'unavailable' | 'lose-answer' | 'unresolved';

/** A fault for the next submission about an MPAN by one DIP ID. */
export interface SubmissionFaultRequest {
  mpan: string;
  from: string;
  fault: SubmissionFault;
  /** Event code without brackets; absent: any. */
  event?: string;
  /** The code of an `unresolved`; MSG1037 unless told. */
  code?: UnresolvedCode;
}

/** A fault for the next publications of one MPAN to one DIP ID. */
export interface FaultRequest {
  mpan: string;
  to: string;
  fault: DeliveryFault;
  /** Event code without brackets; absent: any. */
  event?: string;
  /** How many publications it strikes: 1 unless told, `hold` all until `release`. */
  times?: number;
}

/** One item of a call: a held publication, or a copy of it that is spoilt. */
export interface CallItem {
  mpan: string;
  /** `IF-035 [MSAppAccepted]`. */
  message: string;
  /** A signature covers the whole call, so no item has a wrong one of its own. */
  spoilt?: 'broken-schema' | 'foreign-environment';
}

export interface DipParty {
  dipId: string;
  mpid: string;
  role: RoleCode;
  name: string;
}

export interface DipLimits {
  deliveryTimeoutMs: number;
  /** Pauses before the second, third … attempt at a delivery. */
  retryDelaysMs: number[];
  signatureSkewMs: number;
  maxBodyBytes: number;
}

export type RecordEntry = (input: LedgerInput, facts: WireFacts) => LedgerEntry;

export interface DipOptions {
  identity: Identity;
  /** PEM of the authorities that participants' certificates must come from. */
  trust: string[];
  environmentTag: string;
  parties: readonly DipParty[];
  access: readonly DipAccess[];
  limits: DipLimits;
  /** Called once for everything that happens on the wire, in the order in which it happens. */
  record: RecordEntry;
  redact: Redactor;
  /** Where the original bytes of accepted submissions are kept; none without. */
  journalFile?: string;
  port?: number;
  host?: string;
  clock?: () => Date;
}

/** A running simulated DIP. */
export interface Dip {
  /** Base of the message API, https. */
  url: string;
  /** Sets who holds an MPAN. */
  seed(mpan: string, entry: DirectoryEntry): void;
  directory(mpan: string): DirectoryEntry | undefined;
  /** Delivers what is for this DIP ID in process, in order, never within the call that caused it. */
  attach(dipId: string, onPublication: (payload: Message) => void): void;
  /** A simulated party submits: validated and routed as over HTTPS, without signature. */
  submit(dipId: string, channel: string, payloads: unknown[]): { status: number; response: StandardResponse };
  /** Sets a fault. Spoilt copies need a webhook: DIP_FAULT_NEEDS_WEBHOOK for a party in this process. */
  fault(request: FaultRequest): void;
  faultSubmission(request: SubmissionFaultRequest): void;
  /**
   * Ends the hold on an MPAN's publications to one DIP ID and delivers them one after another: first those named
   * (`IF-036 [MSAppActive]`), in that order, then the rest. DIP_NOT_HELD when one that is named is not held.
   */
  release(mpan: string, to: string, order?: string[]): void;
  /**
   * Delivers held publications to one DIP ID in one call of its webhook, in that order, with spoilt copies among them.
   * Then the hold on these MPANs ends and the rest follows. DIP_NOT_HELD, DIP_NOT_ONE_CALL, DIP_FAULT_NEEDS_WEBHOOK.
   */
  deliverTogether(to: string, items: readonly CallItem[]): void;
  /** Registers the webhook of a DIP ID for a channel (`IF-031`). DIP_WEBHOOK_NOT_HTTPS. */
  configureWebhook(dipId: string, channel: string, url: string): void;
  configureStatusWebhook(dipId: string, url: string): void;
  /** Sends a status message (L2) to the status webhook of a party; resolves when it is settled, delivered or not. */
  sendStatus(dipId: string, item: Partial<StandardItem>): Promise<void>;
  /** Resolves when nothing is queued or in flight; what is held does not count. */
  idle(): Promise<void>;
  close(): Promise<void>;
}
