import type { Message } from '../catalogue';
import type { DirectoryEntry } from './types';

/** The DIP's directory of MPANs: seeded, then moved only by messages that the DIP accepted. */
export interface Directory {
  seed(mpan: string, entry: DirectoryEntry): void;
  get(mpan: string): DirectoryEntry | undefined;
  /** The supplier before the last change of supplier, which is still told of the services that end with it. */
  outgoingSupplier(mpan: string): string | undefined;
  /** Moves the entry as an accepted message says. Effective dates are not waited for. */
  apply(message: Message): void;
}

export function createDirectory(): Directory {
  const entries = new Map<string, DirectoryEntry>();
  const outgoing = new Map<string, string>();
  return {
    seed(mpan, entry) {
      entries.set(mpan, { ...entry });
      outgoing.delete(mpan);
    },
    get(mpan) {
      const entry = entries.get(mpan);
      return entry && { ...entry };
    },
    outgoingSupplier: (mpan) => outgoing.get(mpan),
    apply(message) {
      const mpan = message.CommonBlock.M0?.MPANCore;
      const before = mpan === undefined ? undefined : entries.get(mpan);
      if (mpan === undefined || !before) return;
      const after = moved(before, message);
      if (after.supplier !== before.supplier) outgoing.set(mpan, before.supplier);
      entries.set(mpan, after);
    },
  };
}

/** The entry after a message: IF-001 sets the supplier, IF-036 a service, IF-037 clears the one it de-appoints. */
export function moved(entry: DirectoryEntry, message: Message): DirectoryEntry {
  const blocks = message.CustomBlock ?? {};
  switch (`${message.CommonBlock.S0.interfaceID} ${message.CommonBlock.S0.eventCode}`) {
    case 'IF-001 [InitialRegistration]':
    case 'IF-001 [ChangeOfSupplier]':
      return { ...entry, supplier: blocks.B002?.incomingSupplierDIPID ?? entry.supplier };
    case 'IF-036 [MSAppActive]':
      return { ...entry, meteringService: blocks.B014?.incomingMeteringServiceDIPID ?? entry.meteringService };
    case 'IF-036 [DSAppActive]':
      return { ...entry, dataService: blocks.B015?.incomingDataServiceDIPID ?? entry.dataService };
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
