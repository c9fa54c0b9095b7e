import type {
  ActiveFault,
  ActRequest,
  CallRequest,
  FaultRequest,
  InstructionRequest,
  Lease,
  LeaseRequest,
  ProbeRequest,
  Recorded,
  ReleaseRequest,
  ReportRequest,
} from '../control';
import type { LedgerEntry } from '../ledger';

/** What the bearer of a tenant's token can ask: that tenant's world behind it, and no other. */
export interface Controls {
  lease(request: LeaseRequest): Lease;
  act(request: ActRequest): void;
  probed(request: ProbeRequest): Recorded;
  instruct(request: InstructionRequest): void;
  fault(request: FaultRequest): ActiveFault;
  faults(): ActiveFault[];
  endFault(id: string): void;
  release(request: ReleaseRequest): void;
  report(request: ReportRequest): void;
  deliverTogether(request: CallRequest): void;
  records(dipId: string, mpan: string): unknown;
  subscribe(listener: (entry: LedgerEntry) => void, from?: number): () => void;
  /** The entries that are in memory, oldest first. */
  entries(): readonly LedgerEntry[];
  /** Test MPANs with their facts and who fills which position. */
  mpans(limit: number, segment: string | null): object[];
  idle(): Promise<void>;
}
