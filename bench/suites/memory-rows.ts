import type { Row } from '../catalogue';
import { withoutProc, type Kind, type Memory } from './processes';

const order: Kind[] = ['hub', 'participant', 'worker', 'coordinator', 'command', 'other'];

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;

/** The largest process of a run, and the others beside it. */
export function memoryRows(memory: Memory, where: string): Row[] {
  if (withoutProc) return [['left out', `memory of the processes: ${withoutProc}`]];
  const known = order.filter((kind) => memory.has(kind));
  const [largest = 'other'] = [...known].sort((a, b) => memory.get(b)! - memory.get(a)!);
  const each = known.map((kind) => `${kind} ${megabytes(memory.get(kind)!)}`).join(', ');
  return [[megabytes(memory.get(largest) ?? 0), `the largest process, ${where} (target 400 MB): ${each}`]];
}
