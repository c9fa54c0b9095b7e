import { z } from 'zod';
import { instant } from '../../catalogue';
import type { Pair, ProposalBlock, Service } from '../proposal';
import type { Context, OtherAct, Outgoing, Reaction } from '../types';
import { stay } from '../role';
import { factAt } from './facts';
import { amend, type Appointment, held, type LoadedRegister } from './register';
import { type Group, isPrincipal, type RelationKind, withGroup } from './relations';
import * as say from './say-outcomes';

/** The act by which a principal MPAN hands its group and its services to a subsidiary one. */
export const alignAct = 'alignWithPrincipal';

const pair = z.object({ dipId: z.string(), mpid: z.string() });
const service = z.object({ provider: pair, from: z.string() });
const member = z.object({ mpan: z.string(), energyDirection: z.enum(['I', 'E']), supplier: pair.nullable() });
const alignment = z.object({
  kind: z.enum(['linked', 'related']),
  /** Null: the MPAN is in no such group any more. */
  group: z.object({ principal: member, subsidiaries: z.array(member) }).nullable(),
  services: z.object({ metering: service.optional(), data: service.optional() }),
});

type Alignment = z.infer<typeof alignment>;

/** What the subsidiaries of this MPAN are told when its services, or its groups, change. */
export function alignments(register: LoadedRegister, { mpan }: Context): OtherAct[] {
  return (['linked', 'related'] as const).flatMap((kind) => {
    const group = register.relations[kind];
    return group && isPrincipal(group, mpan)
      ? group.subsidiaries.map((it) => handOver(it.mpan, kind, group, services(register)))
      : [];
  });
}

/** Tells one MPAN to which group it belongs, and of which services it takes. */
export function handOver(
  mpan: string,
  kind: RelationKind,
  group: Group | null,
  services: Alignment['services'] = {},
): OtherAct {
  return { mpan, act: alignAct, args: { kind, group, services } };
}

/** The services in force, for those who follow them. */
export function services(register: LoadedRegister): Alignment['services'] {
  const of = (kind: Service) => {
    const it = held(register, kind);
    return it && { provider: it.provider, from: it.from };
  };
  return JSON.parse(JSON.stringify({ metering: of('metering'), data: of('data') })) as Alignment['services'];
}

/**
 * Realignment of a subsidiary MPAN (scenario ALG, reasons IMPEXP and RELATED): it takes the services of its principal,
 * from `from` on or from their own start if that is later. Nothing is sent where they are the same.
 */
export function align(
  register: LoadedRegister,
  args: Record<string, unknown>,
  from: string,
  context: Context,
): Reaction<LoadedRegister> {
  const { kind, group, services: leading } = alignment.parse(args);
  const joined = { ...register, relations: withGroup(register.relations, kind, group) };
  const reason = kind === 'linked' ? 'IMPEXP' : 'RELATED';
  return (['metering', 'data'] as const).reduce<Reaction<LoadedRegister>>((so, it) => {
    const leader = leading[it];
    if (!leader || !group || held(so.state, it)?.provider.dipId === leader.provider.dipId) return so;
    const next = alignedService(so.state, it, leader.provider, later(leader.from, from));
    if (!next) return so;
    const taken = take(so.state, next, reason, context);
    return { ...taken, messages: [...so.messages, ...taken.messages], effects: [...so.effects, ...taken.effects] };
  }, stay(joined));
}

const later = (a: string, b: string): string => ((instant(a) ?? 0) > (instant(b) ?? 0) ? a : b);

function take(
  register: LoadedRegister,
  next: Appointment,
  reason: 'IMPEXP' | 'RELATED',
  context: Context,
): Reaction<LoadedRegister> {
  const ended = held(register, next.service);
  const left = amend(register, (it) => it === ended, { status: 'ended', to: next.from });
  const state = { ...left, appointments: [...left.appointments, next] };
  const messages: Outgoing[] = [say.active(state, next, context)];
  if (ended) messages.push(say.deAppointed(ended, next, reason));
  return { state, messages, effects: [{ note: `${next.provider.dipId} is aligned with the principal MPAN` }] };
}

function alignedService(
  register: LoadedRegister,
  service: Service,
  provider: Pair,
  from: string,
): Appointment | undefined {
  const { supplier } = register;
  if (!supplier) return undefined;
  return {
    ...{ service, provider, from, to: null, status: 'active', code: null, scenario: 'ALG' },
    supplier: { dipId: supplier.dipId, mpid: supplier.mpid },
    block: service === 'metering' ? meteringBlock(provider, from) : dataBlock(register, provider, from),
    ...{ registrationId: null, correlationID: null },
  };
}

const meteringBlock = ({ dipId, mpid }: Pair, from: string): ProposalBlock => ({
  B070: {
    proposedMeteringServiceDIPID: dipId,
    proposedMeteringServiceMPID: mpid,
    proposedMeteringServiceDIPEffectiveFromDate: from,
    contractReferenceMeteringService: null,
    appointmentScenario: 'ALG',
  },
});

const dataBlock = ({ facts }: LoadedRegister, { dipId, mpid }: Pair, from: string): ProposalBlock => ({
  B071: {
    proposedDataServiceDIPID: dipId,
    proposedDataServiceMPID: mpid,
    proposedDataServiceDIPEffectiveFromDate: from,
    contractReferenceDataService: null,
    appointmentScenario: 'ALG',
    supplierNominatedMDRDIPID: null,
    supplierNominatedMDRMPID: null,
    supplierNominatedMDREffectiveFromDate: null,
    supplierProposedConsentGranularity: factAt(facts, 'B068')?.consentGranularity ?? 'H',
    supplierProposedDomesticIndicator: factAt(facts, 'B028')?.domesticPremiseIndicator ?? false,
    traditionalFallBackReadFrequency: null,
  },
});
