import { changing, type Draft } from './edit';
import type { Fault } from './types';

const other = 'X9999999';

function ofAnotherMeter({ CustomBlock }: Draft): void {
  const reads = CustomBlock.B064List as unknown;
  if (!Array.isArray(reads)) return;
  for (const read of reads as Record<string, unknown>[]) read.meterID = other;
}

export const readsAnotherMeter: Fault = {
  what: 'Passes on the first reading under the id of another meter than the one that it fitted.',
  roles: ['MSS', 'MSA'],
  apply: () => changing(ofAnotherMeter, ['IF-041 [ReadingInstl]']),
};
