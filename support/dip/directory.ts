import type { Message } from '../catalogue';
import type { Journal } from './journal';
import type { DirectoryEntry } from './types';

/** The DIP's directory of MPANs: seeded, then moved only by messages that the DIP accepted. */
export interface Directory {
  seed(mpan: string, entry: DirectoryEntry): void;
  get(mpan: string): DirectoryEntry | undefined;
  /** Who held what before it last changed hands: the outgoing parties, which are still told of some events. */
  before(mpan: string): Partial<DirectoryEntry>;
  /** Moves the entry as an accepted message says. Effective dates are not waited for. */
  apply(message: Message): void;
}

/** What the directory keeps of an MPAN: the holders now, and those before the last change. */
interface Kept {
  now: DirectoryEntry;
  before: Partial<DirectoryEntry>;
}

const keyPrefix = 'mpan ';

/** A directory that begins with what the journal remembers of it. */
export function createDirectory(journal: Pick<Journal, 'remember' | 'remembered'>): Directory {
  const kept = new Map<string, Kept>();
  for (const [key, value] of journal.remembered()) {
    if (key.startsWith(keyPrefix)) kept.set(key.slice(keyPrefix.length), value as Kept);
  }

  function keep(mpan: string, value: Kept): void {
    kept.set(mpan, value);
    journal.remember(keyPrefix + mpan, value);
  }

  return {
    seed: (mpan, entry) => keep(mpan, { now: { ...entry }, before: {} }),
    get(mpan) {
      const entry = kept.get(mpan)?.now;
      return entry && { ...entry };
    },
    before: (mpan) => kept.get(mpan)?.before ?? {},
    apply(message) {
      const mpan = message.CommonBlock.M0?.MPANCore;
      const known = mpan === undefined ? undefined : kept.get(mpan);
      if (mpan === undefined || !known) return;
      const now = moved(known.now, message);
      const changed = (Object.keys(now) as (keyof DirectoryEntry)[]).filter((key) => now[key] !== known.now[key]);
      if (changed.length === 0) return;
      const before = { ...known.before, ...Object.fromEntries(changed.map((key) => [key, known.now[key]])) };
      keep(mpan, { now, before });
    },
  };
}

/** The entry after a message: IF-001 sets the supplier, IF-036 a service and its retriever, IF-035 the retriever, IF-037 clears what it ends. */
export function moved(entry: DirectoryEntry, message: Message): DirectoryEntry {
  const blocks = message.CustomBlock ?? {};
  switch (`${message.CommonBlock.S0.interfaceID} ${message.CommonBlock.S0.eventCode}`) {
    case 'IF-001 [InitialRegistration]':
    case 'IF-001 [ChangeOfSupplier]':
      return { ...entry, supplier: blocks.B002?.incomingSupplierDIPID ?? entry.supplier };
    case 'IF-036 [MSAppActive]':
      return { ...entry, meteringService: blocks.B014?.incomingMeteringServiceDIPID ?? entry.meteringService };
    case 'IF-036 [DSAppActive]':
      return {
        ...entry,
        dataService: blocks.B015?.incomingDataServiceDIPID ?? entry.dataService,
        ...(blocks.B019 && { retriever: blocks.B019.assignedMDRDIPID }),
      };
    case 'IF-035 [DCC-MDROutcome]':
      return blocks.B066?.responseCode === 'A' ? { ...entry, retriever: blocks.B066.assignedMDRDIPID } : entry;
    case 'IF-037 [MSDeApp]':
      return blocks.B008?.deAppointedMeteringServiceDIPID === entry.meteringService
        ? { ...entry, meteringService: null }
        : entry;
    case 'IF-037 [DSDeApp]':
      return blocks.B009?.deAppointedDataServiceDIPID === entry.dataService ? { ...entry, dataService: null } : entry;
    default:
      return entry;
  }
}
