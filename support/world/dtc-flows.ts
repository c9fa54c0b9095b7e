import type { ExpectedLeg, LegCheck, OffDipShown } from '../conversation';
import type { DtcFile, Profile } from '../participant';

/** What the flows of a table are looked up in. */
export interface FlowSources {
  mpan: string;
  files: readonly DtcFile[];
  attested: NonNullable<Profile['offDip']>['attested'];
  /** MPID of a position, where somebody fills it. */
  mpidOf(position: string): string | undefined;
  /** Who is to blame for the header of a flow from a position. */
  blameOf(position: string): NonNullable<LegCheck['blame']>;
  /** Why nothing shows a flow, where nothing does. */
  why: string;
}

export interface FlowsShown {
  shown: Map<ExpectedLeg, OffDipShown>;
  checks: LegCheck[];
}

type Good = Extract<DtcFile, { mpans: unknown }>;
const isGood = (file: DtcFile): file is Good => 'mpans' in file;

export const flowOf = ({ offDip }: ExpectedLeg): string | undefined =>
  offDip?.kind === 'flow' ? offDip.flow : undefined;

/**
 * What shows each flow of a table: a file of that flow about the MPAN, rather one between the leg's parties, else an
 * attestation, else nothing. Each file shows one leg. Its parties, and the form of the files, are observations.
 */
export function flowsShown(legs: readonly ExpectedLeg[], sources: FlowSources): FlowsShown {
  const { mpan, files, attested, why } = sources;
  const shown: FlowsShown['shown'] = new Map();
  const checks: LegCheck[] = [];
  const left = new Set(files.filter(isGood).filter(({ mpans }) => mpans.has(mpan)));
  const show = (leg: ExpectedLeg, how: OffDipShown['how'], text: string) => shown.set(leg, { how, text, ledger: [] });
  const flows = legs.filter((leg) => flowOf(leg) !== undefined);
  // First those whose parties fit, whichever row comes first: a file with others may still show another row.
  for (const strictly of [true, false]) {
    for (const leg of flows.filter((one) => !shown.has(one))) {
      const file = [...left].find((one) => one.flow === flowOf(leg) && (!strictly || !otherParties(leg, one, sources)));
      if (!file) continue;
      left.delete(file);
      const { flow, version, from, to } = file;
      show(leg, 'file', `${file.name}, ${flow}${version} from ${from.mpid} (${from.role}) to ${to.mpid} (${to.role})`);
      const other = otherParties(leg, file, sources);
      const blame = sources.blameOf(leg.from);
      checks.push({ id: 'off-dip-file', level: 'should', status: 'pass', reason: '', ledger: [] });
      checks.push(
        other
          ? observed('off-dip-parties', `row ${leg.id} ${flow}: ${file.name} is ${other}`, blame)
          : { id: 'off-dip-parties', level: 'should', status: 'pass', reason: '', ledger: [] },
      );
    }
  }
  for (const leg of flows.filter((one) => !shown.has(one))) {
    const found = attested.find(({ flow }) => flow === flowOf(leg));
    if (found) show(leg, 'attested', `by ${found.by} on ${found.on}, ${found.document}`);
    else show(leg, 'not seen', why);
  }
  return { shown, checks: [...checks, ...malformed(flows, files)] };
}

const observed = (id: string, reason: string, blame: NonNullable<LegCheck['blame']>): LegCheck => ({
  ...{ id, level: 'should', status: 'fail', reason, blame, ledger: [] },
});

/** What a header says instead of the leg's parties; undefined where it fits, or nobody fills the positions. */
function otherParties({ from, to }: ExpectedLeg, file: Good, { mpidOf }: FlowSources): string | undefined {
  const sender = mpidOf(from);
  const receivers = to.flatMap((position) => mpidOf(position) ?? []);
  const fits =
    (sender === undefined || sender === file.from.mpid) && (receivers.length === 0 || receivers.includes(file.to.mpid));
  if (fits) return undefined;
  const expected = `from ${sender ?? 'anybody'} to ${receivers.join(' or ') || 'anybody'}`;
  return `from ${file.from.mpid} to ${file.to.mpid}, expected ${expected}`;
}

/** Files that cannot be read and may be one of these flows. */
function malformed(flows: readonly ExpectedLeg[], files: readonly DtcFile[]): LegCheck[] {
  const asked = new Set(flows.map(flowOf));
  return files.flatMap((file) => {
    if (isGood(file) || (file.flow !== undefined && !asked.has(file.flow))) return [];
    return [observed('off-dip-file', `${file.name}, line ${file.line}: ${file.problem}`, 'configuration')];
  });
}
