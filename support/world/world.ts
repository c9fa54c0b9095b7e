import { randomUUID } from 'node:crypto';
import { DataTable, World, type IWorldOptions } from '@cucumber/cucumber';
import { messageLabel, parseMessageLabel } from '../catalogue';
import { absent, type LegRow } from '../conversation';
import { errorsOf, worldErrors } from '../errors';
import type { Check, LedgerEntry } from '../ledger';
import { act, load, misbehave, type StepOutcome } from './acting';
import { daysAfter, daysOfWords } from './dates';
import { createFindings, type Findings } from './findings';
import { exchanged, receives, refuseFailedChecks, sends, settled } from './receiving';
import { recordsShow, recordsShowOnce } from './recording';
import type { Scene, ScenarioMpan } from './scene';
import { codesOfWords, mpanKindOfWords } from './words';

const raise = errorsOf(worldErrors);

/** The message that a step names, as `IF-031 [MSApp]`. */
export interface NamedMessage {
  interface: string;
  event: string;
}

/** How the DIP spoils a copy of a publication. */
export type Spoiling = 'broken-schema' | 'wrong-signature' | 'foreign-environment';

/**
 * What steps can ask for. Every method is one sentence of the market: who acts, which message, which MPAN. `label` is
 * the scenario's name of an MPAN (`A`), `words` name a party ("Incoming Supplier").
 */
export class QualifyWorld extends World {
  scene!: Scene;
  readonly findings: Findings = createFindings();

  constructor(options: IWorldOptions) {
    super(options);
  }

  // --- what is given

  async isGiven(label: string, kindWords: string): Promise<void> {
    const mpan = await this.scene.lease(label, mpanKindOfWords(kindWords));
    await load(this.scene, mpan);
  }

  async switchIsPending(label: string, dayWords: string): Promise<StepOutcome> {
    const mpan = this.scene.mpan(label);
    const days = daysOfWords(dayWords, new Date());
    mpan.switch = { registrationId: randomUUID(), days };
    if (days.today) await this.dayArrives(mpan, days.today);
    return this.act(mpan, 'Registration Service', 'switchPending', {
      registrationId: mpan.switch.registrationId,
      supplier: this.scene.identity('SUP (incoming)'),
      supplyStartDate: days.ssd,
    });
  }

  async hasReceived(words: string, message: NamedMessage, label: string): Promise<void> {
    const mpan = this.scene.mpan(label);
    await receives(this.scene, mpan, words, message, '', mpan.watch.lease.seq);
  }

  async willRefuse(words: string, message: NamedMessage, label: string, codes: string): Promise<void> {
    const instruction = { kind: 'refuse' as const, ...message, codes: codesOfWords(codes) };
    await misbehave(this.scene, this.scene.mpan(label), words, instruction);
  }

  async willStaySilent(words: string, message: NamedMessage, label: string): Promise<void> {
    await misbehave(this.scene, this.scene.mpan(label), words, { kind: 'silent', ...message });
  }

  async hasNoContract(words: string, label: string): Promise<StepOutcome> {
    const { dipId } = this.scene.identity('SUP (incoming)');
    return this.act(this.scene.mpan(label), words, 'endContract', { supplier: dipId });
  }

  async doesNotServeSegment(words: string, label: string): Promise<StepOutcome> {
    const mpan = this.scene.mpan(label);
    return this.act(mpan, words, 'stopServingSegment', { segment: mpan.segment });
  }

  // --- what the DIP is told to do with a publication

  async deliversTwice(message: NamedMessage, label: string, words: string): Promise<void> {
    await this.fault(label, words, 'deliver-twice', message.event);
  }

  async deliversSpoilt(message: NamedMessage, label: string, words: string, how: Spoiling): Promise<void> {
    await this.fault(label, words, how, message.event);
  }

  async holdsPublications(label: string, words: string): Promise<void> {
    await this.fault(label, words, 'hold');
  }

  async deliversHeld(label: string, words: string, table: DataTable): Promise<void> {
    const mpan = this.scene.mpan(label);
    const { dipId } = this.scene.party(words, mpan);
    const order = table.raw().map(([cell = '']) => this.named(cell));
    // All that is to be reordered must be held before any of it goes.
    const { ms } = this.scene.limit('answer');
    const isHeld = (message: NamedMessage) => (entry: LedgerEntry) =>
      entry.kind === 'accepted' && entry.interface === message.interface && entry.event === message.event;
    await mpan.watch.until((entries) => order.every((message) => entries.some(isHeld(message))) || undefined, ms);
    await this.scene.worker.control.release({ ...this.origin(mpan), dipId, order: order.map(messageLabel) });
  }

  // --- what parties do

  async appoints(
    words: string,
    service: 'Metering' | 'Data',
    label: string,
    choice: { position?: string; scenario?: string; from?: string; registrationId?: string | null } = {},
  ): Promise<StepOutcome> {
    const mpan = this.scene.mpan(label);
    const position = choice.position ?? `proposed ${service} Service`;
    const args: Record<string, unknown> = {
      service: this.scene.identity(this.scene.party(position, mpan).position),
      from: choice.from ?? mpan.switch?.days.ssd,
      scenario: choice.scenario ?? 'COS',
    };
    if (choice.registrationId !== undefined) args.registrationId = choice.registrationId;
    return this.act(mpan, words, service === 'Metering' ? 'appointMeteringService' : 'appointDataService', args);
  }

  /** A proposal whose table says what is out of the ordinary about it. */
  async proposes(words: string, service: 'Metering' | 'Data', label: string, table: DataTable): Promise<StepOutcome> {
    const mpan = this.scene.mpan(label);
    const given = table.rowsHash();
    const choice: Parameters<QualifyWorld['appoints']>[3] = {};
    for (const [key, value] of Object.entries(given)) {
      const days = /^(\d+) days after the SSD$/.exec(value);
      if (key === 'service') choice.position = value;
      else if (key === 'scenario') choice.scenario = value;
      else if (key === 'from' && value === 'the SSD') choice.from = mpan.switch!.days.ssd;
      else if (key === 'from' && days) choice.from = daysAfter(mpan.switch!.days.ssd, Number(days[1]));
      else if (key === 'switch' && value === 'of another MPAN') choice.registrationId = randomUUID();
      else if (key === 'switch' && value === 'pending') continue;
      else {
        const fix = 'Rows are service, scenario, from (the SSD, or 19 days after the SSD) and switch.';
        throw raise('STEP_WORDS_UNKNOWN', { problem: `the row | ${key} | ${value} | has no meaning`, fix });
      }
    }
    return this.appoints(words, service, label, choice);
  }

  async cssSecures(label: string): Promise<StepOutcome> {
    return this.css(label, 'switchSecured');
  }

  async cssCancels(label: string): Promise<StepOutcome> {
    return this.css(label, 'switchCancelled');
  }

  async ssdArrives(label: string): Promise<StepOutcome> {
    const mpan = this.scene.mpan(label);
    return this.dayArrives(mpan, mpan.switch!.days.ssd);
  }

  // --- what must be seen

  async exchanged(label: string, table: DataTable): Promise<void> {
    const rows = table.hashes().map((row) => ({ '#': row[''] ?? '', ...row })) as unknown as LegRow[];
    await exchanged(this.scene, this.scene.mpan(label), rows, this.findings);
  }

  async receives(words: string, message: NamedMessage, label: string, conditions = ''): Promise<void> {
    await receives(this.scene, this.scene.mpan(label), words, message, conditions);
  }

  async sends(words: string, message: NamedMessage, label: string, conditions = ''): Promise<void> {
    await sends(this.scene, this.scene.mpan(label), words, message, conditions);
  }

  /** A named message does not come more than `allowed` times, now or later in the run. */
  async sendsNoMore(words: string, message: NamedMessage, label: string, allowed: number): Promise<void> {
    const mpan = this.scene.mpan(label);
    const { dipId, position, actor } = this.scene.party(words, mpan);
    const blame = actor === 'participant' ? 'participant' : 'harness';
    this.findings.absence({ mpan: mpan.watch.mpan, ...message, from: dipId, allowed, blame });
    const entries = await settled(this.scene, mpan);
    const context = { ...this.scene.conversation(mpan), from: position };
    const extra = absent(message, [...entries], context).slice(allowed);
    this.findings.check({
      id: 'absence',
      level: this.scene.worker.environment.levels.absence?.level ?? 'should',
      status: extra.length > 0 ? 'fail' : 'pass',
      reason:
        extra.length > 0
          ? `${position} sent ${messageLabel(message)} ${allowed + extra.length} times, expected ${allowed}`
          : '',
      blame,
      ledger: extra.map((entry) => entry.seq),
    });
  }

  async recordsShow(words: string, service: string, label: string, states: string): Promise<void> {
    await recordsShow(this.scene, this.scene.mpan(label), words, service, codesOfWords(states), this.findings);
  }

  async recordsShowOnce(words: string, service: string, label: string): Promise<void> {
    await recordsShowOnce(this.scene, this.scene.mpan(label), words, service, this.findings);
  }

  /** The spoilt copy was delivered and refused; that it had no effect is for the steps that follow. */
  async refusesSpoilt(words: string, message: NamedMessage, label: string): Promise<void> {
    const mpan = this.scene.mpan(label);
    const { dipId, position } = this.scene.party(words, mpan);
    const refused = await mpan.watch.until((entries) => {
      refuseFailedChecks(entries);
      return entries.find((entry) => entry.from === dipId && entry.checks.some(isRefusal));
    }, this.scene.limit('answer').ms);
    if (refused) return;
    const text = `expected  ${position} to refuse the spoilt ${messageLabel(message)}\ngot       no answer to it`;
    throw raise('BAD_PUBLICATION_TAKEN', { text });
  }

  /** What a silent party leads to is nowhere stated: it is shown, not judged. */
  async recordsWhatFollows(label: string): Promise<void> {
    const entries = await settled(this.scene, this.scene.mpan(label));
    const last = entries.filter((entry) => entry.kind === 'accepted').at(-1);
    const what = last ? messageLabel({ interface: last.interface!, event: last.event! }) : 'nothing';
    this.findings.note(`recorded, not judged: the last message of the conversation was ${what}`);
  }

  // --- helpers

  private named(text: string): NamedMessage {
    const message = parseMessageLabel(text);
    if (message) return message;
    throw raise('STEP_WORDS_UNKNOWN', { problem: `"${text}" is not a message`, fix: 'Write it as IF-031 [MSApp].' });
  }

  private origin(mpan: ScenarioMpan) {
    return { scenario: this.scene.scenario.id, step: this.scene.step, mpan: mpan.watch.mpan };
  }

  private async act(
    mpan: ScenarioMpan,
    words: string,
    name: string,
    args: Record<string, unknown>,
  ): Promise<StepOutcome> {
    mpan.since = (mpan.watch.entries.at(-1)?.seq ?? mpan.watch.lease.seq) + 1;
    return act(this.scene, mpan, words, name, args);
  }

  private async css(label: string, name: string): Promise<StepOutcome> {
    const mpan = this.scene.mpan(label);
    return this.act(mpan, 'Registration Service', name, { registrationId: mpan.switch!.registrationId });
  }

  private async dayArrives(mpan: ScenarioMpan, date: string): Promise<StepOutcome> {
    return this.act(mpan, 'Registration Service', 'dayArrives', { date });
  }

  private async fault(
    label: string,
    words: string,
    fault: Spoiling | 'deliver-twice' | 'hold',
    event?: string,
  ): Promise<void> {
    const mpan = this.scene.mpan(label);
    const { dipId } = this.scene.party(words, mpan);
    await this.scene.worker.control.fault({ ...this.origin(mpan), dipId, fault, ...(event ? { event } : {}) });
  }
}

function isRefusal(check: Check): boolean {
  return check.id === 'refuses-bad-publication' && check.status === 'pass';
}
