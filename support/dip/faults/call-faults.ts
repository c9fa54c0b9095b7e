import type { CallFault, FaultKind } from './types';

/** Kinds of which a spoilt copy goes ahead of the good publication. */
export type Spoiling = (typeof spoiling)[number];

export const spoiling = [
  'broken-schema',
  'wrong-signature',
  'foreign-environment',
  'corrupt-body',
  'wrong-certificate',
  'expired-certificate',
] as const satisfies readonly FaultKind[];

const ofGood = ['white-space', 'large-body', 'large-body-expect', 'reset', 'slow-body'] as const;

export const isSpoiling = (kind: FaultKind): kind is Spoiling => (spoiling as readonly FaultKind[]).includes(kind);

/** What of these faults is done to the call of the good publication. */
export const callFaultsOfGood = (of: readonly FaultKind[]): CallFault[] => ofGood.filter((kind) => of.includes(kind));

/** Just over 100 kB, whichever way a kilobyte is counted. */
const large = 100 * 1024 + 1;

/** The bytes of a call: what is signed, and what is sent in its place where that differs. `json` is an array. */
export function callBytes(json: string, faults: readonly CallFault[] = []): { body: Buffer; sent?: Buffer } {
  if (faults.length === 0) return { body: Buffer.from(json) };
  const isLarge = faults.includes('large-body') || faults.includes('large-body-expect');
  const text = faults.includes('white-space') ? JSON.stringify(JSON.parse(json), null, 2) : json;
  const missing = isLarge ? Math.max(0, large - Buffer.byteLength(text)) : 0;
  const body = Buffer.from(`${text.slice(0, -1)}${' '.repeat(missing)}]`);
  return faults.includes('corrupt-body') ? { body, sent: corrupted(body) } : { body };
}

/** Another digit in place of the last one: it can be read as before, and says something else. */
function corrupted(body: Buffer): Buffer {
  const sent = Buffer.from(body);
  const last = sent.findLastIndex((byte) => byte >= 0x30 && byte <= 0x39);
  if (last >= 0) sent[last] = sent[last] === 0x39 ? 0x31 : sent[last]! + 1;
  return last >= 0 ? sent : Buffer.concat([body, Buffer.from(' ')]);
}
