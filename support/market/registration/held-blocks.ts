import { type CustomBlocks, effectiveFrom, eventDefinition, type MessageName } from '../../catalogue';
import type { Context } from '../types';
import { type FactName, factAt, factNames } from './facts';
import { fittedList, historyList } from './meters';
import { linkedList, relatedList } from './relations';
import { held, type LoadedRegister, reachedDay } from './register';
import { assignedBlock } from './retriever-facts';

type Custom = Partial<CustomBlocks>;
type Make<N extends keyof CustomBlocks> = (register: LoadedRegister, context: Context) => CustomBlocks[N] | undefined;

/** The date-time at which the day that the MPAN has reached begins. */
export const reachedDate = (register: LoadedRegister, context: Context): string =>
  effectiveFrom(reachedDay(register, context), context.market.effectiveDatesBeginAt);

/** The block that holds on the day that the MPAN has reached. */
export function heldFact<N extends FactName>(
  register: LoadedRegister,
  name: N,
  context: Context,
): CustomBlocks[N] | undefined {
  return factAt(register.facts, name, reachedDate(register, context));
}

/** Blocks that are made of what the register holds besides its dated facts. */
const made: { [N in keyof CustomBlocks]?: Make<N> } = {
  B004: (register, context) => heldFact(register, 'B028', context),
  B005: currentServices,
  B006: directContracts,
  B019: assignedBlock,
  B035List: ({ relations }, { mpan }) => linkedList(relations, mpan),
  B037List: ({ relations }) => relatedList(relations),
  B905List: ({ meters }) => fittedList(meters),
  B907List: ({ relations }, { mpan }) => linkedList(relations, mpan)?.map((existingMeter) => ({ existingMeter })),
  B908List: ({ relations }) => relatedList(relations)?.map((existingMeter) => ({ existingMeter })),
  B914List: ({ meters }) => historyList(meters),
  B081: (register) => {
    const it = held(register, 'metering');
    return (
      it && {
        currentMeteringServiceDIPID: it.provider.dipId,
        currentMeteringServiceMPID: it.provider.mpid,
        currentMeteringServiceEffectiveFromDate: it.from,
      }
    );
  },
  B082: (register) => {
    const it = held(register, 'data');
    return (
      it && {
        currentDataServiceDIPID: it.provider.dipId,
        currentDataServiceMPID: it.provider.mpid,
        currentDataServiceEffectiveFromDate: it.from,
      }
    );
  },
  B085: ({ supplier }, { market }) =>
    supplier
      ? {
          currentSupplierDIPID: supplier.dipId,
          currentSupplierMPID: supplier.mpid,
          currentSupplierEffectiveFromDate: effectiveFrom(supplier.since, market.effectiveDatesBeginAt),
        }
      : undefined,
};

/** Every block of that message, required or optional, that the register holds something for. */
export function heldBlocks(register: LoadedRegister, name: MessageName, context: Context): Custom {
  const { required = [], optional = [] } = eventDefinition(name.interface, name.event)?.custom ?? {};
  return pick(register, [...required, ...optional], context);
}

/** What the register holds now, by block: the answer of the records probe. */
export const allHeld = (register: LoadedRegister, context: Context): Custom =>
  pick(register, [...factNames, 'B006', 'B035List', 'B037List', 'B905List'], context);

function pick(register: LoadedRegister, names: readonly string[], context: Context): Custom {
  const blocks = names.map((name) => [name, blockOf(name, register, context)] as const);
  return Object.fromEntries(blocks.filter(([, block]) => block !== undefined)) as Custom;
}

function blockOf(name: string, register: LoadedRegister, context: Context): unknown {
  if (isFact(name)) return heldFact(register, name, context);
  return made[name as keyof CustomBlocks]?.(register, context);
}

const isFact = (name: string): name is FactName => (factNames as string[]).includes(name);

/** B005, the current services; null where there is none. */
function currentServices(register: LoadedRegister): CustomBlocks['B005'] {
  const metering = held(register, 'metering')?.provider;
  const data = held(register, 'data')?.provider;
  return {
    currentMeteringServiceDIPID: metering?.dipId ?? null,
    currentMeteringServiceMPID: metering?.mpid ?? null,
    currentDataServiceDIPID: data?.dipId ?? null,
    currentDataServiceMPID: data?.mpid ?? null,
  };
}

/** B006, only where the customer has contracted a service itself. */
function directContracts({ contracts: { metering, data } }: LoadedRegister): CustomBlocks['B006'] | undefined {
  if (!metering && !data) return undefined;
  return {
    customerDirectContractMeteringService: metering !== undefined,
    customerDirectContractMeteringServiceDIPID: metering?.dipId ?? null,
    customerDirectContractDataService: data !== undefined,
    customerDirectContractDataServiceDIPID: data?.dipId ?? null,
  };
}
