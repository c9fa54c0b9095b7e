import { eventDefinition, messageLabel } from '../catalogue';
import { refusedBefore, refusedRequest, undelivered } from './causes';
import { blameOfDip, type Fault, type Scene, senderFault } from './fault';
import { messageOf } from './ledger-view';
import { actorOf, dipIdOf } from './positions';
import type { ConversationContext, FacetId, LegResult } from './types';

/** Rows that a missing leg waits for: those of its order, and those of the messages that it answers or continues. */
function waitsFor({ leg }: LegResult, { results }: Scene): LegResult[] {
  const definition = eventDefinition(leg.message.interface, leg.message.event);
  const before = [definition?.answers, definition?.continues].filter((m) => m !== undefined).map(messageLabel);
  const isBefore = (r: LegResult) => leg.after.includes(r.leg.id) || before.includes(messageLabel(r.leg.message));
  return results.filter((r) => !r.leg.offDip && r.leg.id !== leg.id && isBefore(r));
}

/** The facet that decides: the first failing must, else the first failing should. */
export function firstFailing(result: LegResult): FacetId {
  const failing = result.facets.filter((f) => !f.ok);
  return (failing.find((f) => f.level === 'must') ?? failing[0])?.id ?? 'leg-seen';
}

/**
 * Whose fault the failing facet of a leg is. A leg that waits for another failing leg is the fault of that one; a refusal is
 * the fault of whoever made the request; what was accepted but not delivered is the fault of the DIP, unless its sender
 * named others than whom it had to name.
 */
export function blameFor(result: LegResult, facet: FacetId, scene: Scene, visited: readonly LegResult[] = []): Fault {
  if (facet === 'leg-audience' && result.entry) {
    const unnamed = namedOthers(result, scene.ctx);
    if (unnamed) {
      const fault = senderFault(result, facet, scene.ctx);
      return {
        ...fault,
        why: `${fault.why} without naming ${unnamed} as a primary recipient`,
        code: 'LEG_MISADDRESSED',
      };
    }
    const why = 'the audience of a message is found and served by the DIP';
    return { blame: blameOfDip(result.entry), why, code: 'LEG_NOT_DELIVERED', root: result };
  }
  if (facet === 'leg-content') return refusedRequest(result, scene) ?? senderFault(result, facet, scene.ctx);
  if (facet !== 'leg-seen') return senderFault(result, facet, scene.ctx);

  const follow = (root: LegResult) => blameFor(root, firstFailing(root), scene, [...visited, result]);
  const dependencies = waitsFor(result, scene);
  const failing = dependencies.find((r) => !r.ok && !visited.includes(r));
  if (failing) return follow(failing);
  const cause = undelivered(result, dependencies, scene) ?? refusedBefore(result, scene);
  if (cause) return cause;
  const earlier = dependencies.length ? undefined : participantBefore(result, scene);
  return earlier && !visited.includes(earlier) ? follow(earlier) : senderFault(result, facet, scene.ctx);
}

/** Who of the leg's recipients is for the sender to name, where it named others only. */
function namedOthers({ leg, entry }: LegResult, ctx: ConversationContext): string | undefined {
  const { primary = [] } = eventDefinition(leg.message.interface, leg.message.event)?.recipients ?? {};
  const named = messageOf(entry)?.CommonBlock.A0?.primaryRecipients;
  const isToName = (position: string) => primary.some((role) => role === position.replace(/ \(.*$/, ''));
  return named && leg.to.find((position) => isToName(position) && !named.includes(dipIdOf(position, ctx)));
}

/** A leg of another party that waits for nothing in the table still comes after what the participant failed to do. */
function participantBefore(result: LegResult, { results, ctx }: Scene): LegResult | undefined {
  if (actorOf(result.leg.from, ctx) === 'participant') return undefined;
  const earlier = results.slice(0, results.indexOf(result));
  return earlier.find((r) => !r.ok && actorOf(r.leg.from, ctx) === 'participant');
}
