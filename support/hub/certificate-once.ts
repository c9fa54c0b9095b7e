import type { Ledger, LedgerInput } from '../ledger';

const header = 'x-dip-signature-certificate';

/**
 * The certificate of a signature comes whole with every message of its owner, and is most of what the headers weigh. It
 * stands in the ledger once; the header of a later entry names that line.
 */
export function certificateOnce(ledger: Ledger): (input: LedgerInput) => void {
  const standing = new Map<string, { text: string; seq: number }>();
  let last = 0;
  return (input) => {
    const text = input.headers?.[header];
    if (text === undefined || input.certificate === undefined) return;
    const seq = ledger.next();
    // It has begun a new file, which must be read without the one before.
    if (seq < last) standing.clear();
    last = seq;
    const known = standing.get(input.certificate);
    if (known?.text === text) input.headers = { ...input.headers, [header]: `[as in line ${known.seq}]` };
    else standing.set(input.certificate, { text, seq });
  };
}
