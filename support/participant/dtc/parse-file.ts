/** A party as the header of a flow names it. */
export interface DtcParty {
  /** Market role code of the Data Transfer Catalogue, a letter: `X` a supplier, `R` a distributor. */
  role: string;
  mpid: string;
}

/** What is kept of a file of one flow: nothing of what it says but which MPANs it is about. */
export interface DtcFlow {
  /** `D0168` */
  flow: string;
  /** `001` */
  version: string;
  from: DtcParty;
  to: DtcParty;
  mpans: ReadonlySet<string>;
}

/** What breaks the form of a file; `line` counts from 1. */
export interface DtcProblem {
  line: number;
  problem: string;
  /** Where the header could still be read. */
  flow?: string;
}

const header = /^ZHV\|([^|]+)\|(D\d{4})(\d{3})\|([A-Z0-9])\|([A-Z0-9]{4})\|([A-Z0-9])\|([A-Z0-9]{4})\|\d{14}\|/;

/**
 * Reads a user file of the Data Transfer Catalogue: a header `ZHV|id|D0168001|role|MPID|role|MPID|time|…`, lines of
 * groups that begin with their three characters, a footer `ZPT|id|…`. What its problems say never quotes the file.
 */
export function parseDtcFile(text: string): DtcFlow | DtcProblem {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.length > 1 && lines.at(-1)!.trim() === '') lines.pop();
  const read = header.exec(lines[0]!);
  if (!read) return { line: 1, problem: headerProblem(lines[0]!) };
  const [, id, flow = '', version = '', fromRole = '', from = '', toRole = '', to = ''] = read;
  const wrong = (index: number, problem: string): DtcProblem => ({ line: index + 1, problem, flow });
  const last = lines.length - 1;
  const odd = lines.findIndex((line, index) => index > 0 && index < last && !/^(?!Z)[A-Z0-9]{3}\|/.test(line));
  if (odd > 0) {
    const is = /^Z/.test(lines[odd]!)
      ? 'a header or footer stands in the middle'
      : 'no group of three characters and |';
    return wrong(odd, `expected a line of a group; ${is}`);
  }
  if (last === 0 || !lines[last]!.startsWith('ZPT|')) return wrong(last, 'expected a footer ZPT|… on the last line');
  if (lines[last]!.split('|')[1] !== id) return wrong(last, 'expected the footer to have the file id of the header');
  const fields = lines.slice(1, last).flatMap((line) => line.split('|'));
  const mpans = new Set(fields.filter((field) => /^\d{13}$/.test(field)));
  return { flow, version, from: { role: fromRole, mpid: from }, to: { role: toRole, mpid: to }, mpans };
}

function headerProblem(line: string): string {
  if (!line.startsWith('ZHV|')) return 'expected a header ZHV|…';
  const [, id, flow = '', fromRole = '', from = '', toRole = '', to = '', time = ''] = line.split('|');
  const checks: [boolean, string][] = [
    [Boolean(id), 'a file id'],
    [/^D\d{7}$/.test(flow), 'a flow with its version, as D0168001'],
    [/^[A-Z0-9]$/.test(fromRole), "a role code of one character before the sender's MPID"],
    [/^[A-Z0-9]{4}$/.test(from), 'an MPID of four characters for the sender'],
    [/^[A-Z0-9]$/.test(toRole), "a role code of one character before the recipient's MPID"],
    [/^[A-Z0-9]{4}$/.test(to), 'an MPID of four characters for the recipient'],
    [/^\d{14}$/.test(time), 'a time of 14 digits'],
  ];
  return `expected in the header ${checks.find(([good]) => !good)?.[1] ?? 'a | after the time'}`;
}
