import { randomUUID } from 'node:crypto';
import type { DataTable } from '@cucumber/cucumber';
import type { MessageName } from '../catalogue';
import type { LegRow } from '../conversation';
import type { ActName } from '../market';
import { codesOfWords, mpanKindOfWords, type LimitName } from '../stage';
import { recordWhatFollows, sendsNoMore } from './absence';
import { act, dayArrives, load, misbehave, type StepOutcome } from './acting';
import { daysOfWords } from './dates';
import { DipWorld } from './dip-world';
import { does } from './doing';
import { attachmentTypes } from './findings';
import { exchanged, receives, sends } from './receiving';
import { recordsHold } from './recorded-facts';
import { recordsShow, recordsShowOnce } from './recording';
import { showsStatus, takesStatus } from './status-messages';

type Service = 'Metering' | 'Data';

/**
 * What steps can ask for. Every method is one sentence of the market: who acts, which message, which MPAN. `label` is
 * the scenario's name of an MPAN (`A`), `words` name a party ("Incoming Supplier").
 */
export class QualifyWorld extends DipWorld {
  // --- what is given

  async isGiven(label: string, kindWords: string, supplier?: string): Promise<void> {
    await load(this.scene, await this.scene.lease(label, mpanKindOfWords(kindWords), supplier));
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

  /** Ten days before a named one, such as "the next spring clock change". */
  async hasReached(label: string, dayWords: string): Promise<StepOutcome> {
    const { today } = daysOfWords(`on ${dayWords}`, new Date());
    return today === undefined ? undefined : dayArrives(this.scene, this.scene.mpan(label), today);
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

  async hasNoContract(words: string, supplier: string, label: string): Promise<StepOutcome> {
    const mpan = this.scene.mpan(label);
    return act(this.scene, mpan, words, 'endContract', { supplier: this.scene.party(supplier, mpan).dipId });
  }

  // --- what parties do

  /** An act by its words: of a party, or told by somebody outside the DIP. A table says what is out of the ordinary. */
  async does(who: string, act: ActName, label: string, effective?: string, table?: DataTable): Promise<StepOutcome> {
    const said = { ...(effective === undefined ? {} : { from: effective }), ...table?.rowsHash() };
    return does(this.scene, this.scene.mpan(label), who, act, said);
  }

  /** A proposal; `said` is what is out of the ordinary about it. */
  async appoints(words: string, service: Service, label: string, said?: Record<string, string>): Promise<StepOutcome> {
    const act = service === 'Metering' ? 'appointMeteringService' : 'appointDataService';
    return does(this.scene, this.scene.mpan(label), words, act, said);
  }

  /** The service stays; what is agreed with it changes. */
  async changesTerms(words: string, service: Service, label: string, from: string): Promise<StepOutcome> {
    const terms = { scenario: 'USP', from, contractReference: 'MQ-CONTRACT-2' };
    return this.appoints(words, service, label, { service: `the incumbent ${service} Service`, ...terms });
  }

  async ssdArrives(label: string): Promise<StepOutcome> {
    const mpan = this.scene.mpan(label);
    return dayArrives(this.scene, mpan, this.scene.switchOf(mpan).days.ssd);
  }

  /** The day comes from which the last proposal was made. */
  async effectiveDateArrives(label: string): Promise<StepOutcome> {
    const mpan = this.scene.mpan(label);
    return dayArrives(this.scene, mpan, mpan.from ?? this.scene.switchOf(mpan).days.ssd);
  }

  // --- what must be seen

  async exchanged(label: string, table: DataTable): Promise<void> {
    const awaits = (leg: string) => this.attach(JSON.stringify({ leg }), attachmentTypes.awaited);
    const rows = table.hashes() as unknown as LegRow[];
    await exchanged(this.scene, this.scene.mpan(label), rows, this.findings, awaits);
  }

  async receives(words: string, message: MessageName, label: string, conditions = ''): Promise<void> {
    await receives(this.scene, this.scene.mpan(label), words, message, conditions);
  }

  async sends(words: string, message: MessageName, label: string, conditions = '', limit?: LimitName): Promise<void> {
    await sends(this.scene, this.scene.mpan(label), words, message, conditions, limit);
  }

  async sendsNoMore(words: string, message: MessageName, label: string, allowed: number): Promise<void> {
    await sendsNoMore(this.scene, this.scene.mpan(label), words, message, allowed, this.findings);
  }

  async recordsShow(words: string, service: string, label: string, states: string): Promise<void> {
    await this.telling(words, label, (mpan) =>
      recordsShow(this.scene, mpan, words, service, codesOfWords(states), this.findings),
    );
  }

  async recordsShowOnce(words: string, service: string, label: string): Promise<void> {
    await this.telling(words, label, (mpan) => recordsShowOnce(this.scene, mpan, words, service, this.findings));
  }

  /** What the records show of the MPAN itself, by block: `B068 consentGranularity = D`. */
  async recordsHold(words: string, conditions: string, label: string): Promise<void> {
    await this.telling(words, label, (mpan) => recordsHold(this.scene, mpan, words, conditions, this.findings));
  }

  async takesStatus(words: string, code: string, about: MessageName, label: string): Promise<void> {
    await this.telling(words, label, (mpan) => takesStatus(this.scene, mpan, words, { code, about }));
  }

  async showsStatus(words: string, code: string, about: MessageName, label: string): Promise<void> {
    await this.telling(words, label, (mpan) => showsStatus(this.scene, mpan, words, { code, about }, this.findings));
  }

  async recordsWhatFollows(label: string): Promise<void> {
    await recordWhatFollows(this.scene, this.scene.mpan(label), this.findings);
  }
}
