import { type DataTable, World } from '@cucumber/cucumber';
import type { MessageName } from '../catalogue';
import { unresolvedCode } from '../control';
import { errorsOf, worldErrors } from '../errors';
import { codesOfWords } from '../stage';
import type { StepOutcome } from './acting';
import { callItems, named } from './call-table';
import { createFindings, type Findings } from './findings';
import { keepsTo, takesEveryCall, type kept } from './keeping';
import { asksAgain, type Again } from './missed';
import { begins, ends, type Side } from './outages';
import type { Scene, ScenarioMpan } from './scene';
import { hasWaited, isTurnedAway, keepsReference } from './sending-again';
import { deliverHeld, deliverTogether, refusesSpoilt, trouble } from './spoiling';
import { reportsStatus } from './status-messages';
import { telling } from './telling';
import type { Manner, Reception, Spoiling } from './troubles';

const raise = errorsOf(worldErrors);
const patient = [429, 503] as const;

/** What steps can ask of the simulated DIP, and of how a party gets on with it. */
export class DipWorld extends World {
  scene!: Scene;
  readonly findings: Findings = createFindings();

  // --- what the DIP does

  /** What the DIP does with the next publication of that name to a party, or its next submission of it. */
  async dipWill(kind: Manner | Spoiling | Reception, { event }: MessageName, label: string, words: string) {
    await trouble(this.scene, this.scene.mpan(label), words, { kind, event });
  }

  /** The DIP takes the next submission of that name and says by status message that it can deliver it to nobody. */
  async dipWillReport(codes: string, { event }: MessageName, label: string, words: string): Promise<void> {
    const code = unresolvedCode.safeParse(codes);
    const fix = `Name one of ${unresolvedCode.options.join(', ')}.`;
    if (!code.success) throw raise('STEP_WORDS_UNKNOWN', { problem: `the DIP does not report ${codes}`, fix });
    await trouble(this.scene, this.scene.mpan(label), words, { kind: 'unresolved', event, code: code.data });
  }

  /** The DIP answers the next submission of that name with a status, and asks for so many seconds. */
  async dipWillAskForTime(given: number, seconds: number, { event }: MessageName, label: string, words: string) {
    const mpan = this.scene.mpan(label);
    const status = patient.find((one) => one === given);
    const fix = `Name one of ${patient.join(', ')}.`;
    if (!status) throw raise('STEP_WORDS_UNKNOWN', { problem: `the DIP does not ask for time with ${given}`, fix });
    mpan.patienceMs = seconds * 1000;
    await trouble(this.scene, mpan, words, { kind: 'answer', event, status, retryAfterS: seconds });
  }

  async holdsPublications(label: string, words: string): Promise<void> {
    await trouble(this.scene, this.scene.mpan(label), words, { kind: 'hold' });
  }

  async deliversHeld(label: string, words: string, table: DataTable): Promise<void> {
    const order = table.raw().map(([cell = '']) => named(cell));
    await deliverHeld(this.scene, this.scene.mpan(label), words, order);
  }

  /** What is held about several MPANs, in one call of the webhook; a row may be a spoilt copy. */
  async deliversTogether(words: string, table: DataTable): Promise<void> {
    await deliverTogether(this.scene, words, callItems(this.scene, table.hashes()));
  }

  /** The DIP takes nothing `from` a party about an MPAN, or brings nothing `to` it. */
  async dipIsOut(side: Side, words: string, label: string): Promise<void> {
    await begins(this.scene, this.scene.mpan(label), words, side);
  }

  async dipIsBack(side: Side, words: string, label: string): Promise<void> {
    await ends(this.scene, this.scene.mpan(label), words, side);
  }

  // --- how a party gets on with it

  async refusesSpoilt(words: string, message: MessageName, label: string, codes?: string): Promise<void> {
    const named = codes === undefined ? [] : codesOfWords(codes);
    await this.telling(words, label, (mpan) => refusesSpoilt(this.scene, mpan, words, message, this.findings, named));
  }

  /** A party asks for what it has missed. */
  async asksAgain(words: string, again: Again, message: MessageName, label: string): Promise<StepOutcome> {
    return this.telling(words, label, (mpan) => asksAgain(this.scene, mpan, words, again, message));
  }

  /** A recipient refuses a message after it has taken it: by status message to its sender. */
  async reportsStatus(words: string, code: string, about: MessageName, label: string): Promise<void> {
    await reportsStatus(this.scene, this.scene.mpan(label), words, { code, about });
  }

  async isTurnedAway(words: string, message: MessageName, label: string, status: number): Promise<void> {
    await isTurnedAway(this.scene, this.scene.mpan(label), words, message, status);
  }

  async keepsReference(words: string, message: MessageName, label: string): Promise<void> {
    await keepsReference(this.scene, this.scene.mpan(label), words, message, this.findings);
  }

  async hasWaited(words: string, message: MessageName, label: string): Promise<void> {
    await hasWaited(this.scene, this.scene.mpan(label), words, message, this.findings);
  }

  async keepsTo(what: keyof typeof kept, words: string, message: MessageName, label: string): Promise<void> {
    await keepsTo(this.scene, this.scene.mpan(label), words, message, what, this.findings);
  }

  async takesEveryCall(words: string, label: string): Promise<void> {
    await this.telling(words, label, (mpan) => takesEveryCall(this.scene, mpan, words));
  }

  protected telling<T>(words: string, label: string, ask: (mpan: ScenarioMpan) => Promise<T>): Promise<T> {
    const mpan = this.scene.mpan(label);
    return telling(this.scene, mpan, words, () => ask(mpan));
  }
}
