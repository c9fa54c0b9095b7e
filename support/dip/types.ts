import type { Message, RoleCode } from '../catalogue';
import type { ActiveFault, CallItem, FaultOrigin, FaultSpec } from './faults';
import type { LedgerEntry, LedgerInput, WireFacts } from '../ledger';
import type {
  BadRequest,
  Identity,
  KeyPair,
  IncomingRequest,
  OutgoingAnswer,
  Redactor,
  StandardItem,
  StandardResponse,
  TlsRefusal,
} from '../wire';

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
  /** Null until a supplier has registered it. */
  supplier: string | null;
  registration: string;
  distributor: string;
  gspGroup: string;
  meteringService: string | null;
  dataService: string | null;
  /** The Meter Data Retriever, where one is known. */
  retriever?: string | null;
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
  /** Publications that wait for one recipient and channel before those who send to it are slowed down; default 2000. */
  backlog?: number;
  /** How long a sender is slowed down before it is told to come again (429), ms; default 10 s. */
  slowMs?: number;
  /** Publications that one replay or requeue may ask for; default 1000. */
  replay?: number;
}

export type RecordEntry = (input: LedgerInput, facts: WireFacts) => LedgerEntry;

/** Where and how long the original bytes of accepted submissions are kept; in memory without `dir`. */
export interface JournalOptions {
  dir?: string;
  /** Milliseconds; default a day. */
  keepMs?: number;
  /** Begins anew: what an earlier process left is deleted. */
  fresh?: boolean;
}

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
  /** An expired client certificate of the authority of `identity`, for the fault of that name. */
  expired?(): Promise<KeyPair>;
  journal?: JournalOptions;
  /** What becomes of a message that quotes a correlation id which this DIP never issued; refused unless told. */
  unknownCorrelation?: 'refuse' | 'take';
  /** Certificates that are bound to a DIP ID count whoever issued them. */
  byFingerprint?: boolean;
  /** Hosts that a webhook may have; null or absent: any. */
  webhookHosts?: readonly string[] | null;
  /** Told that the journal cannot be written: nothing is accepted as long as that lasts. */
  onFault?(error: Error): void;
  clock?: () => Date;
}

/** What waits for one recipient and channel. */
export interface QueueStatus {
  to: string;
  channel: string;
  waiting: number;
  /** Its webhook does not answer: what waits is tried again and slows nobody down. */
  stalled: boolean;
}

/** How a DIP stands, for a console and for metrics: counts and names, never messages. */
export interface DipStatus {
  queues: QueueStatus[];
  webhooks: { dipId: string; channel: string; url: string }[];
  /** Publications given up after the last try, since the start. */
  deadLetters: number;
}

/** A simulated DIP: the world of one tenant. Its requests come through a front door. */
export interface Dip {
  /** Answers a request whose client showed a certificate. Never rejects on a bad request. */
  handle(r: IncomingRequest): Promise<OutgoingAnswer>;
  /** Records a connection or request that was refused before it was read. */
  refusedConnection(refusal: TlsRefusal): void;
  /** Records a request that was answered before it reached anybody: HTTP itself was wrong with it. */
  refusedRequest(bad: BadRequest): void;
  /** The API key is one of this DIP's. */
  knowsKey(apiKey: string): boolean;
  /** The TLS certificate is bound to one of its DIP IDs. */
  knowsCertificate(fingerprint: string): boolean;
  status(): DipStatus;
  /** Sets who holds an MPAN. */
  seed(mpan: string, entry: DirectoryEntry): void;
  directory(mpan: string): DirectoryEntry | undefined;
  /** Delivers what is for this DIP ID in process, in order, never within the call that caused it. */
  attach(dipId: string, onPublication: (payload: Message) => void): void;
  /** A simulated party submits: validated and routed as over HTTPS, without signature. */
  submit(dipId: string, channel: string, payloads: unknown[]): Promise<{ status: number; response: StandardResponse }>;
  /**
   * Turns a fault on. DIP_FAULT_WRONG; DIP_FAULT_NEEDS_WEBHOOK where it shows how a webhook behaves and its recipient is
   * a party in this process.
   */
  fault(spec: FaultSpec, origin?: FaultOrigin): ActiveFault;
  /** The faults that are on, oldest first. */
  faults(): ActiveFault[];
  /** Ends a fault; what it kept back goes. False when there is none of that id. */
  endFault(id: string): boolean;
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
  /** Delivers what an earlier process accepted and did not deliver; once, when the parties are attached. */
  resume(): void;
  /** Resolves when nothing is queued or in flight; what is held does not count. */
  idle(): Promise<void>;
  close(): Promise<void>;
}
