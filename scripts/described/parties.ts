/** What the process description calls a metering or a data service of any market segment. */
const kinds: Record<string, readonly string[]> = { MS: ['MSS', 'MSA', 'UMSO'], DS: ['SDS', 'ADS', 'UMSDS'] };
const named = /\b(SUP|REGS|LDSO|UMSO|MSS|MSA|UMSDS|SDS|ADS|MDR|MDS|LSS|VAS|ISD|EES|DIP|CSS|DCC|MS|DS)\b/g;

/** Parties as a cell names them, in its order: `new MS; SUP, partner DS` is MS, SUP, DS. */
export const partiesIn = (cell: string): string[] => [...new Set(cell.match(named) ?? [])];

/** The roles that parties stand for: MS is MSS, MSA and UMSO. */
export const rolesOf = (parties: readonly string[]): string[] => parties.flatMap((party) => kinds[party] ?? [party]);
