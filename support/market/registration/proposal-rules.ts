import { localDateOf, serviceRole } from '../../catalogue';
import { addDays } from '../calendar';
import type { Proposal } from '../proposal';
import { held, isLive, type LoadedRegister, reachedDay, segmentOf, type Switch } from './register';
import { isDependent } from './relations';
import { nominationFaults } from './retriever-rules';
import type { Context } from '../types';

/** Codes of a refusal, or the proposal is good: with the switch that it belongs to, if it is for one. */
export type Judgement = { codes: string[] } | { codes: []; registrationId: string | null };

/** How far ahead an appointment may begin (REG1099). */
const daysAhead = 28;

/** How far back the present supplier may date an appointment (REG1024). */
const daysBack = 5; // assumption update-days-back

interface Case {
  register: LoadedRegister;
  proposal: Proposal;
  sender: string;
  context: Context;
  /** The sender's switch that may still happen. */
  pending?: Switch;
}

/**
 * What the Registration Service has to say against a proposal of IF-031. All that is wrong is named; when the sender
 * has no standing, only that. Codes: REG0005, REG0006, REG1021, REG1024, REG1025, REG1026, REG1030 to REG1034, REG1038,
 * REG1039, REG1090, REG1091, REG1099.
 */
export function judgeProposal(
  register: LoadedRegister,
  proposal: Proposal,
  from: { sender: string; registrationId?: string },
  context: Context,
): Judgement {
  const { sender, registrationId } = from;
  const own = register.switches.filter((it) => isLive(it) && it.supplier.dipId === sender);
  const pending = own.find((it) => it.registrationId === registrationId) ?? own[0];
  const standing = standingFaults(register, sender, registrationId, pending);
  if (standing.length > 0) return { codes: standing };
  const it: Case = { register, proposal, sender, context, pending };
  const codes = [
    ...new Set([
      ...dependentFaults(register, context),
      ...scenarioFaults(it),
      ...dateFaults(it),
      ...providerFaults(it),
      ...nominationFaults(proposal.block, context),
    ]),
  ];
  if (codes.length > 0) return { codes };
  return {
    codes: [],
    registrationId: (proposal.scenario === 'COS' ? pending?.registrationId : registrationId) ?? null,
  };
}

function standingFaults(register: LoadedRegister, sender: string, registrationId?: string, pending?: Switch): string[] {
  const codes: string[] = [];
  if (registrationId !== undefined) {
    const quoted = register.switches.find((it) => it.registrationId === registrationId && it.status !== 'cancelled');
    if (!quoted) codes.push('REG0005');
    else if (quoted.supplier.dipId !== sender) codes.push('REG0006');
  }
  if (!pending && register.supplier?.dipId !== sender) codes.push('REG1021');
  return codes;
}

/** The services of a linked export and of a related secondary MPAN follow those of another (REG1038, REG1039). */
export function dependentFaults({ relations }: LoadedRegister, { mpan }: Context): string[] {
  return [
    ...(isDependent(relations.linked, mpan) ? ['REG1038'] : []),
    ...(isDependent(relations.related, mpan) ? ['REG1039'] : []),
  ];
}

function scenarioFaults({ register, proposal, sender, context, pending }: Case): string[] {
  const present = held(register, proposal.service)?.provider.dipId === proposal.provider.dipId;
  switch (proposal.scenario) {
    case 'COS':
      if (pending) return pending.supplyStartDate <= reachedDay(register, context) ? ['REG1034'] : [];
      // One code for a supplier whose switch is over, another for one that never had a switch.
      return register.switches.some((it) => it.status === 'active' && it.supplier.dipId === sender)
        ? ['REG1034']
        : ['REG1033'];
    case 'CSP':
      if (register.supplier?.dipId !== sender) return ['REG1033'];
      return present ? ['REG1026'] : [];
    case 'USP':
      if (register.supplier?.dipId !== sender) return ['REG1033'];
      return present ? [] : ['REG1025'];
    default:
      return ['REG1033'];
  }
}

function dateFaults({ register, proposal, context, pending }: Case): string[] {
  const day = localDateOf(proposal.from, context.market.effectiveDatesBeginAt);
  if (day === undefined) return ['REG1032'];
  const reached = reachedDay(register, context);
  const codes: string[] = [];
  if (day > addDays(reached, daysAhead)) codes.push('REG1099');
  if (proposal.scenario === 'COS' && pending) {
    if (day < reached) codes.push('REG1034');
    else if (day !== pending.supplyStartDate) codes.push('REG1032');
  } else if (proposal.scenario !== 'COS') {
    if (day < addDays(reached, -daysBack)) codes.push('REG1024');
    if (day < (register.supplier?.since ?? day)) codes.push('REG1032');
  }
  return codes;
}

function providerFaults({ register, proposal, context }: Case): string[] {
  const party = context.market.parties.find((it) => it.dipId === proposal.provider.dipId);
  const metering = proposal.service === 'metering';
  const codes: string[] = [];
  if (party?.mpid !== proposal.provider.mpid) codes.push(metering ? 'REG1090' : 'REG1091');
  const segment = segmentOf(register);
  if (party && party.role !== serviceRole(proposal.service, segment)) {
    codes.push(metering && segment === 'U' ? 'REG1030' : 'REG1031');
  }
  return codes;
}
