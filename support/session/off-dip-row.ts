import { isOffDipParty, offDipParties, parseOffDip } from '../catalogue';
import { nearest } from '../errors';
import { noticesOf } from '../market';
import { allPositions, canonicalPosition, type OffDipRow } from '../stage';

/** What is wrong with a row off the DIP, and what to write; undefined where it can be read. */
export function offDipRowProblem({ from, to, message }: OffDipRow): { problem: string; fix: string } | undefined {
  const stranger = [from, ...to].find((party) => !isOffDipParty(party) && canonicalPosition(party) === undefined);
  if (stranger !== undefined) {
    const near = nearest(stranger, [...allPositions, ...offDipParties]) ?? 'SUP (incoming)';
    return {
      problem: `"${stranger}" is neither a position nor ${offDipParties.join(' or ')}`,
      fix: `Write "${near}".`,
    };
  }
  const leg = parseOffDip(message);
  if (!leg) {
    const fix = 'Write a flow, `D0168`, or `off-DIP:` and what CSS or the DCC says.';
    return { problem: `"${message}" is no leg off the DIP`, fix };
  }
  if (leg.kind === 'flow') return undefined;
  if (isOffDipParty(from) === to.some(isOffDipParty)) {
    const problem = `"${message}" goes from ${from} to ${to.join(', ')}`;
    return { problem, fix: `Name ${offDipParties.join(' or ')} at one end.` };
  }
  // What CSS or the DCC is told, nothing can show: its words are free.
  if (!isOffDipParty(from) || noticesOf(from).includes(leg.says)) return undefined;
  const near = nearest(leg.says, noticesOf(from));
  const problem = `the harness stands in for nothing that ${from} says as "${leg.says}"`;
  const known = `Known are: ${noticesOf(from).join(', ')}.`;
  return { problem, fix: near ? `Write "${near}"? ${known}` : known };
}
