import { randomUUID } from 'node:crypto';
import { type DataTable, World } from '@cucumber/cucumber';
import { parseMessageLabel, type MessageName } from '../catalogue';
import type { LegRow } from '../conversation';
import { errorsOf, worldErrors } from '../errors';
import { codesOfWords, mpanKindOfWords } from '../stage';
import { recordWhatFollows, sendsNoMore } from './absence';
import { act, dayArrives, load, misbehave, type StepOutcome } from './acting';
import { daysOfWords } from './dates';
import { createFindings, type Findings } from './findings';
import { proposalOfRows, propose, type Proposal } from './proposal';
import { exchanged, receives, sends } from './receiving';
import { recordsShow, recordsShowOnce } from './recording';
import type { Scene } from './scene';
import { deliverHeld, refusesSpoilt, spoil, type DipTrouble, type Spoiling } from './spoiling';

const raise = errorsOf(worldErrors);

type Service = 'Metering' | 'Data';

/**
 * What steps can ask for. Every method is one sentence of the market: who acts, which message, which MPAN. `label` is
 * the scenario's name of an MPAN (`A`), `words` name a party ("Incoming Supplier").
 */
export class QualifyWorld extends World {
  scene!: Scene;
  readonly findings: Findings = createFindings();

  // --- what is given

  async isGiven(label: string, kindWords: string): Promise<void> {
    await load(this.scene, await this.scene.lease(label, mpanKindOfWords(kindWords)));
  }

  async switchIsPending(label: string, dayWords: string): Promise<StepOutcome> {
    const mpan = this.scene.mpan(label);
    const days = daysOfWords(dayWords, new Date());
    mpan.switch = { registrationId: randomUUID(), days };
    this.findings.restsOn('effective-dates-local-midnight');
    if (days.today) await dayArrives(this.scene, mpan, days.today);
    return act(this.scene, mpan, 'REGS', 'switchPending', {
      registrationId: mpan.switch.registrationId,
      supplier: this.scene.identity('SUP (incoming)'),
      supplyStartDate: days.ssd,
    });
  }

  async hasReceived(words: string, message: MessageName, label: string): Promise<void> {
    const mpan = this.scene.mpan(label);
    await receives(this.scene, mpan, words, message, '', mpan.watch.lease.seq);
  }

  async willRefuse(words: string, message: MessageName, label: string, codes: string): Promise<void> {
    const instruction = { kind: 'refuse' as const, ...message, codes: codesOfWords(codes) };
    await misbehave(this.scene, this.scene.mpan(label), words, instruction);
  }

  async willStaySilent(words: string, message: MessageName, label: string): Promise<void> {
    await misbehave(this.scene, this.scene.mpan(label), words, { kind: 'silent', ...message });
  }

  async hasNoContract(words: string, label: string): Promise<StepOutcome> {
    const { dipId } = this.scene.identity('SUP (incoming)');
    return act(this.scene, this.scene.mpan(label), words, 'endContract', { supplier: dipId });
  }

  async doesNotServeSegment(words: string, label: string): Promise<StepOutcome> {
    const mpan = this.scene.mpan(label);
    return act(this.scene, mpan, words, 'stopServingSegment', { segment: mpan.segment });
  }

  // --- what the DIP does with a publication

  /** What the DIP does with the next publication of that name to a party, or its next submission of it. */
  async dipWill(trouble: DipTrouble, message: MessageName, label: string, words: string): Promise<void> {
    await spoil(this.scene, this.scene.mpan(label), words, trouble, message.event);
  }

  async deliversSpoilt(message: MessageName, label: string, words: string, how: Spoiling): Promise<void> {
    await spoil(this.scene, this.scene.mpan(label), words, how, message.event);
  }

  async holdsPublications(label: string, words: string): Promise<void> {
    await spoil(this.scene, this.scene.mpan(label), words, 'hold');
  }

  async deliversHeld(label: string, words: string, table: DataTable): Promise<void> {
    const order = table.raw().map(([cell = '']) => named(cell));
    await deliverHeld(this.scene, this.scene.mpan(label), words, order);
  }

  // --- what parties do

  async appoints(words: string, service: Service, label: string, proposal?: Proposal): Promise<StepOutcome> {
    return propose(this.scene, this.scene.mpan(label), words, service, proposal);
  }

  /** A proposal whose table says what is out of the ordinary about it. */
  async proposes(words: string, service: Service, label: string, table: DataTable): Promise<StepOutcome> {
    const { ssd } = this.scene.switchOf(this.scene.mpan(label)).days;
    return this.appoints(words, service, label, proposalOfRows(table.rowsHash(), ssd));
  }

  async cssSecures(label: string): Promise<StepOutcome> {
    return this.css(label, 'switchSecured');
  }

  async cssCancels(label: string): Promise<StepOutcome> {
    return this.css(label, 'switchCancelled');
  }

  async ssdArrives(label: string): Promise<StepOutcome> {
    const mpan = this.scene.mpan(label);
    return dayArrives(this.scene, mpan, this.scene.switchOf(mpan).days.ssd);
  }

  // --- what must be seen

  async exchanged(label: string, table: DataTable): Promise<void> {
    await exchanged(this.scene, this.scene.mpan(label), table.hashes() as unknown as LegRow[], this.findings);
  }

  async receives(words: string, message: MessageName, label: string, conditions = ''): Promise<void> {
    await receives(this.scene, this.scene.mpan(label), words, message, conditions);
  }

  async sends(words: string, message: MessageName, label: string, conditions = ''): Promise<void> {
    await sends(this.scene, this.scene.mpan(label), words, message, conditions);
  }

  async sendsNoMore(words: string, message: MessageName, label: string, allowed: number): Promise<void> {
    await sendsNoMore(this.scene, this.scene.mpan(label), words, message, allowed, this.findings);
  }

  async recordsShow(words: string, service: string, label: string, states: string): Promise<void> {
    await recordsShow(this.scene, this.scene.mpan(label), words, service, codesOfWords(states), this.findings);
  }

  async recordsShowOnce(words: string, service: string, label: string): Promise<void> {
    await recordsShowOnce(this.scene, this.scene.mpan(label), words, service, this.findings);
  }

  async refusesSpoilt(words: string, message: MessageName, label: string): Promise<void> {
    await refusesSpoilt(this.scene, this.scene.mpan(label), words, message);
  }

  async recordsWhatFollows(label: string): Promise<void> {
    await recordWhatFollows(this.scene, this.scene.mpan(label), this.findings);
  }

  private async css(label: string, name: string): Promise<StepOutcome> {
    const mpan = this.scene.mpan(label);
    return act(this.scene, mpan, 'REGS', name, { registrationId: this.scene.switchOf(mpan).registrationId });
  }
}

function named(text: string): MessageName {
  const message = parseMessageLabel(text);
  if (message) return message;
  throw raise('STEP_WORDS_UNKNOWN', { problem: `"${text}" is not a message`, fix: 'Write it as IF-031 [MSApp].' });
}
