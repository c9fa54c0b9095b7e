import { effectiveFrom, type RoleCode, type Segment } from '../catalogue';
import type { ConversationContext } from '../conversation';
import { errorsOf, worldErrors } from '../errors';
import { bind, limitOf, positionOfWords, type Binding, type LimitName, type MpanKind, type Scenario } from '../stage';
import type { WorkerContext } from './context';
import type { Days } from './dates';
import { createVigil } from './vigil';
import { watch, type Watch } from './watch';

const raise = errorsOf(worldErrors);

/** One MPAN of a scenario: what happens to it, and what the scenario has agreed about it. */
export interface ScenarioMpan {
  label: string;
  watch: Watch;
  segment: Segment;
  /** The switch that is pending for it: its CSS registration id and dates. */
  switch?: { registrationId: string; days: Days };
  /** Local date from which the last proposal was made. */
  from?: string;
  /** DIP ID of a service that was proposed → local date on which its appointment begins. */
  begins: Map<string, string>;
  /** Seq of the last entry before the step that acts: "receives" looks from here on. */
  since: number;
  /** Outages that steps have begun: side and party → id of the fault. */
  outages: Map<string, string>;
  /** How long the DIP asks a sender to wait, in milliseconds. */
  patienceMs?: number;
}

/** What one running scenario knows: its binding, its MPANs, its step. No market behaviour, no HTTP. */
export class Scene {
  readonly mpans = new Map<string, ScenarioMpan>();
  readonly binding: Binding;
  /** Assumptions of the limits that were used. */
  readonly limits = new Set<string>();
  /** Ids of the faults of the DIP that steps have asked for. */
  readonly faults = new Set<string>();
  step = '';
  readonly vigil = createVigil();

  constructor(
    readonly worker: WorkerContext,
    readonly scenario: Scenario,
  ) {
    const { profile, environment, session } = worker;
    const own = session.dipIds.flatMap((id) => {
      const identity = profile.identities.find(({ dipId }) => dipId === id);
      return identity ? [{ dipId: id, role: identity.role as RoleCode }] : [];
    });
    this.binding = bind(scenario.tags, own, environment.parties);
  }

  /** Leases a test MPAN of that kind and begins to watch it. */
  async lease(label: string, said: MpanKind, supplier?: string): Promise<ScenarioMpan> {
    const { control } = this.worker;
    const { positions } = this.binding;
    // Of a pair both are known by all steps together: the first one must have a partner before the second is given.
    const given = this.scenario.pairs?.find((one) => one.label === label);
    const kind = given?.kind ?? said;
    const usual = kind.registration === 'new' ? 'Incoming Supplier' : 'Outgoing Supplier';
    const held = { supplier: positionOfWords(supplier ?? given?.supplier ?? usual, 'S') };
    const partner = given?.partnerOf === undefined ? {} : { partnerOf: this.mpan(given.partnerOf).watch.mpan };
    const leased = await control.lease({ scenario: this.scenario.id, label, kind, positions, held, ...partner });
    const { segment, seq } = leased;
    const mpan: ScenarioMpan = {
      ...{ label, segment, since: seq, watch: watch(control, leased) },
      ...{ begins: new Map(), outages: new Map() },
    };
    this.mpans.set(label, mpan);
    return mpan;
  }

  mpan(label: string): ScenarioMpan {
    const found = this.mpans.get(label);
    if (!found) throw raise('MPAN_UNKNOWN', { label });
    return found;
  }

  /** The switch that a Given has made pending. */
  switchOf(mpan: ScenarioMpan): NonNullable<ScenarioMpan['switch']> {
    if (!mpan.switch) throw raise('SWITCH_UNKNOWN', { label: mpan.label });
    return mpan.switch;
  }

  /** What the hub is told of where a request comes from. */
  origin(mpan: ScenarioMpan): { scenario: string; step: string; mpan: string } {
    return { scenario: this.scenario.id, step: this.step, mpan: mpan.watch.mpan };
  }

  /** The position, DIP ID and actor that a step's words name. */
  party(words: string, mpan: ScenarioMpan): { position: string; dipId: string; actor: string } {
    const position = positionOfWords(words, mpan.segment);
    const dipId = this.binding.positions[position];
    if (!dipId)
      throw raise('POSITION_UNKNOWN', { text: position, known: Object.keys(this.binding.positions).join(', ') });
    return { position, dipId, actor: this.binding.actors[position]! };
  }

  /** DIP ID and MPID of a position. */
  identity(position: string): { dipId: string; mpid: string } {
    const dipId = this.binding.positions[position];
    const { profile, environment } = this.worker;
    const holder = [...profile.identities, ...environment.parties].find((party) => party.dipId === dipId);
    if (!holder)
      throw raise('POSITION_UNKNOWN', { text: position, known: Object.keys(this.binding.positions).join(', ') });
    return { dipId: holder.dipId, mpid: holder.mpid };
  }

  /** The Supply Start Date of an MPAN as the wire writes it. */
  ssd(mpan: ScenarioMpan): string | undefined {
    return mpan.switch && this.onWire(mpan.switch.days.ssd);
  }

  /** The date on which what was proposed last begins, as the wire writes it: of a pending switch its SSD. */
  effectiveDate(mpan: ScenarioMpan): string | undefined {
    return this.ssd(mpan) ?? (mpan.from === undefined ? undefined : this.onWire(mpan.from));
  }

  /** The date on which the appointment of a service begins, as the wire writes it; undefined when nobody proposed it. */
  beginsFor(mpan: ScenarioMpan, service: string): string | undefined {
    const date = mpan.begins.get(service);
    return date === undefined ? undefined : this.onWire(date);
  }

  private onWire(date: string): string {
    return effectiveFrom(date, this.worker.environment.settings.effectiveDatesBeginAt);
  }

  /** A limit of the environment; the scenario's verdict rests on it from here on. */
  limit(name: LimitName): { ms: number; assumption: string } {
    const limit = limitOf(this.worker.environment, name);
    this.limits.add(limit.assumption);
    return limit;
  }

  /** What the conversation needs to judge this MPAN. */
  conversation(mpan: ScenarioMpan, limit: LimitName = 'answer'): ConversationContext {
    const { ms, assumption } = this.limit(limit);
    const ssd = this.ssd(mpan);
    const effective = this.effectiveDate(mpan);
    const named = [...this.mpans].map(([label, it]) => [`MPAN "${label}"`, it.watch.mpan] as const);
    return {
      mpan: mpan.watch.mpan,
      positions: this.binding.positions,
      actors: this.binding.actors as ConversationContext['actors'],
      values: {
        ...Object.fromEntries(named),
        ...(ssd ? { SSD: ssd } : {}),
        ...(effective ? { 'the effective date': effective } : {}),
        ...(mpan.switch ? { 'the id of the pending switch': mpan.switch.registrationId } : {}),
      },
      step: this.step,
      limitMs: ms,
      limitSource: `assumption ${assumption}`,
    };
  }

  /** Stops watching, and ends what is left of the faults of the DIP that were asked for. */
  async close(): Promise<void> {
    const { control } = this.worker;
    // A fault that has struck its last time is gone, and so may the hub be.
    await Promise.all([...this.faults].map((id) => control.endFault(id).catch(() => undefined)));
    for (const { watch: watching } of this.mpans.values()) watching.stop();
  }
}
