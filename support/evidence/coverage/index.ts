/** What a run exchanged and proved, and what not: from its verdicts, selection and ledger. Facts in, facts out. */
import { responseCode } from '../../catalogue';
import { codeFacts, type CodeFact } from './code-facts';
import { codesSeen } from './codes';
import { exchanged, type ElsewhereMessage } from './exchanged';
import { gapFinder } from './gaps';
import { constituencyFacts, matrixOf, type ConstituencyFact, type MatrixRow } from './matrix';
import { messageFacts, outOfScope, roleShares, scopeOf, type MessageFact } from './messages';
import { noticesOf } from './notices';
import { offDipFacts, type OffDipFact } from './off-dip';
import { processFacts, type ProcessFact } from './processes';
import { shareOf } from './proof';
import type { CoverageInput, Direction, Share } from './types';
import { valueFacts, type ItemFact } from './values';

export { readCoveredRun } from './covered-run';
export type { CodeFact } from './code-facts';
export type { Cell, ConstituencyFact, MatrixRow } from './matrix';
export type { MessageFact } from './messages';
export type { OffDipFact } from './off-dip';
export type { ProcessFact } from './processes';
export type { Constituencies, CoverageInput, CoveredRun, Direction, Gap, KnownScenario, Mode, Share } from './types';
export type { ItemFact } from './values';

export interface Coverage {
  /** What must be known before the numbers are read: a run cut off, a ledger that does not prove itself. */
  notices: string[];
  roles: readonly string[];
  processes: ProcessFact[];
  messages: Share & { byRole: (Share & { role: string; direction: Direction })[]; items: MessageFact[] };
  /** Between other parties only. */
  elsewhere: ElsewhereMessage[];
  /** What does not pass the DIP, and what showed it. */
  offDip: OffDipFact[];
  codes: Share & { items: CodeFact[] };
  values: Share & { items: ItemFact[] };
  constituency: { constituencies: ConstituencyFact[]; processes: MatrixRow[] };
  /** Messages that no role of the participant sends or receives. */
  outOfScope: string[];
}

/** The coverage of a run. A message, code or value counts as proved only by a passed scenario in which it went. */
export function coverageOf(input: CoverageInput): Coverage {
  const { release, constituency } = input;
  const roles = input.only.roles.length > 0 ? input.only.roles : input.run.verdicts.participant.roles;
  const { processes } = input.only;
  const { run, scenarios } = ofProcesses(input);
  const { own, elsewhere } = exchanged(run);
  const inRole = <T extends { role: string }>(items: readonly T[]) => items.filter(({ role }) => roles.includes(role));
  const exchanges = inRole(own);
  const gapOf = gapFinder(run, processes);
  const scope = scopeOf(roles, processes, release);
  const messages = messageFacts(scope, exchanges, scenarios, gapOf);
  const seen = inRole(codesSeen(run, own)).filter(({ code }) => responseCode(code) !== undefined);
  const codes = codeFacts({ scope, roles, transport: processes.length === 0 }, seen, scenarios, gapOf);
  const values = valueFacts(exchanges, release);
  return {
    notices: noticesOf(input),
    roles,
    processes: processFacts(run, scope, exchanges, scenarios, processes),
    messages: { ...shareOf(messages), byRole: roleShares(messages), items: messages },
    elsewhere,
    offDip: offDipFacts(run.verdicts.scenarios),
    codes: { ...shareOf(codes), items: codes },
    values: { ...shareOf(values.flatMap((one) => one.values)), items: values },
    constituency: {
      constituencies: constituencyFacts(constituency, roles),
      processes: matrixOf(run, constituency, { roles, processes }),
    },
    outOfScope: outOfScope(scopeOf(roles, [], release), messages, release),
  };
}

/** The run and the scenario set without what belongs to other processes than those asked for. */
function ofProcesses({ run, scenarios, only }: CoverageInput): Pick<CoverageInput, 'run' | 'scenarios'> {
  if (only.processes.length === 0) return { run, scenarios };
  const known = scenarios.filter(({ process }) => only.processes.includes(process));
  const verdicts = run.verdicts.scenarios.filter(({ process }) => only.processes.includes(process));
  const ids = new Set([...known, ...verdicts].map(({ id }) => id));
  return {
    scenarios: known,
    run: {
      ...run,
      verdicts: { ...run.verdicts, scenarios: verdicts },
      selection: { ...run.selection, excluded: run.selection.excluded.filter(({ id }) => ids.has(id)) },
      entries: run.entries.filter(({ scenario }) => scenario !== undefined && ids.has(scenario)),
    },
  };
}
