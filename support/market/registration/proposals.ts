import { judgeProposal } from './proposal-rules';
import { type Proposal, proposalOf, stageOf } from '../proposal';
import { type Appointment, isLoaded, type Register } from './register';
import * as say from './say';
import { exception } from '../role';
import type { Seen } from '../seen';
import type { Context, Reaction } from '../types';

/** IF-031: answered by IF-032 at once; when nothing speaks against it, the proposed service is asked by IF-033. */
export function takeProposal(register: Register, seen: Seen, context: Context, refuse?: string[]): Reaction<Register> {
  const stage = stageOf(seen.event);
  const proposal = stage?.stage === 'proposal' ? proposalOf(seen.custom, stage.service) : undefined;
  if (!proposal) return exception(register, seen, 'no proposal can be read from it');
  const registrationId = seen.custom.B013?.CSSRegistrationID;
  const to = { supplier: seen.sender, registrationId, correlationID: seen.conversation };
  const judgement = refuse
    ? { codes: refuse }
    : isLoaded(register)
      ? judgeProposal(register, proposal, { sender: seen.sender, registrationId }, context)
      : { codes: ['REG0000'] };
  const appointment = newAppointment(register, proposal, seen);
  if (!('registrationId' in judgement) || !isLoaded(register)) {
    const refused = { ...appointment, status: 'refused' as const, code: judgement.codes[0] ?? null };
    return {
      state: { ...register, appointments: [...register.appointments, refused] },
      messages: [say.initialResponse(proposal, to, judgement.codes)],
      effects: [{ note: `${seen.label} refused: ${judgement.codes.join(', ')}` }],
    };
  }
  const proposed = { ...appointment, registrationId: judgement.registrationId };
  return {
    state: { ...register, appointments: [...register.appointments, proposed] },
    messages: [say.initialResponse(proposal, to, []), say.request(register, proposed, context)],
    effects: [{ note: `${seen.label} passes; ${proposal.provider.dipId} is asked` }],
  };
}

function newAppointment(
  register: Register,
  { service, provider, from, scenario, block }: Proposal,
  seen: Seen,
): Appointment {
  return {
    ...{ service, provider, from, scenario, block },
    to: null,
    status: 'proposed',
    code: null,
    supplier: supplierPair(register, seen.sender),
    registrationId: null,
    correlationID: seen.conversation,
  };
}

function supplierPair(register: Register, dipId: string) {
  const known = [register.supplier, ...register.switches.map((it) => it.supplier)].find((it) => it?.dipId === dipId);
  return { dipId, mpid: known?.mpid ?? '' };
}
