import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { controlErrors, errorsOf } from '../errors';
import type { ActorMemory } from '../market';
import { writePrivate } from '../wire';

const raise = errorsOf(controlErrors);

// The states of the actors are theirs alone; their form is that of the version that wrote them.
const memory = z.object({ state: z.unknown(), instructions: z.array(z.unknown()) });
const marketSchema = z.object({
  schema: z.literal(1),
  actors: z.record(z.string(), z.record(z.string(), memory)),
});

/** What the simulated parties hold, by DIP ID and MPAN: MPANs that have been touched. The directory is the DIP's. */
export type KeptActors = Record<string, Record<string, ActorMemory>>;

/** Reads what an earlier process left; empty where there is nothing. HUB_STATE_WRONG. */
export async function readMarket(file: string): Promise<KeptActors> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw raise('HUB_STATE_WRONG', { problem: error.message }, file);
  });
  if (text === undefined) return {};
  const parsed = marketSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw raise('HUB_STATE_WRONG', { problem: z.prettifyError(parsed.error) }, file);
  return parsed.data.actors as KeptActors;
}

export interface MarketSaver {
  /** Something has changed: it is written soon, with what else changes until then. */
  touch(): void;
  close(): Promise<void>;
}

/** Writes a market to its file, some time after it has changed and when it is closed. */
export function createMarketSaver(o: {
  file: string;
  take(): KeptActors;
  afterMs?: number;
  onFault(error: Error): void;
}): MarketSaver {
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    writing = writing
      .then(() => writePrivate(o.file, JSON.stringify({ schema: 1, actors: o.take() })))
      .catch((error: Error) => o.onFault(error));
  }

  return {
    touch() {
      timer ??= setTimeout(write, o.afterMs ?? 5_000).unref();
    },
    async close() {
      if (timer) write();
      await writing;
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
