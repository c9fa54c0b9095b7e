import { messageLabel, responseCode, responseCodes, type ResponseCode } from '../../catalogue';
import { isAcceptance } from './acceptance';
import type { CodeSeen } from './codes';
import type { gapFinder } from './gaps';
import type { InScope } from './messages';
import { groupedBy, rolledUp } from './proof';
import type { Direction, Gap, KnownScenario, Mode, Proof } from './types';

/** A response code that the participant gives (`sent`) or is given, in one of its roles. */
export interface CodeFact extends Proof {
  code: string;
  text: string;
  role: string;
  direction: Direction;
  /** Where it stood: `R0`, `B007`, `StandardResponse`, `status message`, `answer of the DIP`. */
  where: string[];
  /** Of a refusal: how the scenarios that prove it are meant. None of an acceptance, or where a scenario has no mode. */
  modes: Mode[];
  gap: Gap | null;
}

interface Way {
  code: string;
  role: string;
  direction: Direction;
}

const keyOf = ({ code, role, direction }: Way) => `${role} ${direction} ${code}`;

/** Every code that came, and every one that the roles could give or be given: its proof, else why there is none. */
export function codeFacts(
  { scope, roles, transport }: { scope: readonly InScope[]; roles: readonly string[]; transport: boolean },
  seen: readonly CodeSeen[],
  scenarios: readonly KnownScenario[],
  gapOf: ReturnType<typeof gapFinder>,
): CodeFact[] {
  const byKey = groupedBy(seen, keyOf);
  const possible = responseCodes.flatMap((code) => waysOf(code, scope, transport ? roles : []));
  const ways = new Map([...possible, ...seen].map((way) => [keyOf(way), way]));
  const modes = new Map(scenarios.map(({ id, mode }) => [id, mode]));
  const facts = [...ways].map(([key, { code, role, direction }]): CodeFact => {
    const came = byKey.get(key) ?? [];
    const proof = rolledUp(came);
    const naming = () => scenarios.filter(({ codes }) => codes.includes(code));
    return {
      ...{ code, text: responseCode(code)?.text ?? '', role, direction, ...proof },
      where: [...new Set(came.map(({ where }) => where))].sort(),
      modes: isAcceptance(code) ? [] : [...new Set(proof.provedBy.flatMap((id) => modes.get(id) ?? []))].sort(),
      gap: proof.grade === null ? gapOf(came, naming(), role) : null,
    };
  });
  return facts.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** In which roles and directions a code can come. */
function waysOf(
  { code, layers, answers }: ResponseCode,
  scope: readonly InScope[],
  everyRole: readonly string[],
): Way[] {
  const carriers = answers.flatMap(({ reply, relayed }) => [reply, ...relayed]);
  const inMessages = scope.filter(({ definition }) => carriers.includes(messageLabel(definition)));
  const directions: Direction[] = [];
  // A recipient's answer goes to the DIP; status messages go to the sender. What the DIP takes without a fault stands
  // in the ledger as a message, not as a code.
  if (layers.some((layer) => layer === 'L3' || layer === 'L4')) directions.push('sent');
  if (code !== 'MSG0000' && layers.some((layer) => layer !== 'L3')) directions.push('received');
  return [
    ...inMessages.map(({ role, direction }) => ({ code, role, direction })),
    ...everyRole.flatMap((role) => directions.map((direction) => ({ code, role, direction }))),
  ];
}
