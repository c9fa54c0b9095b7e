import { type DataTable, World } from '@cucumber/cucumber';
import type { MessageName } from '../catalogue';
import { unresolvedCode } from '../control';
import { errorsOf, worldErrors } from '../errors';
import { callItems, named } from './call-table';
import { createFindings, type Findings } from './findings';
import type { Scene } from './scene';
import { deliverHeld, deliverTogether, spoil, type DipTrouble, type Spoiling } from './spoiling';

const raise = errorsOf(worldErrors);

/** What steps can ask of the simulated DIP: how it treats publications and submissions. */
export class DipWorld extends World {
  scene!: Scene;
  readonly findings: Findings = createFindings();

  /** What the DIP does with the next publication of that name to a party, or its next submission of it. */
  async dipWill(trouble: DipTrouble, message: MessageName, label: string, words: string): Promise<void> {
    await spoil(this.scene, this.scene.mpan(label), words, trouble, { event: message.event });
  }

  /** The DIP takes the next submission of that name and says by status message that it can deliver it to nobody. */
  async dipWillReport(codes: string, message: MessageName, label: string, words: string): Promise<void> {
    const code = unresolvedCode.safeParse(codes);
    const fix = `Name one of ${unresolvedCode.options.join(', ')}.`;
    if (!code.success) throw raise('STEP_WORDS_UNKNOWN', { problem: `the DIP does not report ${codes}`, fix });
    const more = { event: message.event, code: code.data };
    await spoil(this.scene, this.scene.mpan(label), words, 'unresolved', more);
  }

  async deliversSpoilt(message: MessageName, label: string, words: string, how: Spoiling): Promise<void> {
    await spoil(this.scene, this.scene.mpan(label), words, how, { event: message.event });
  }

  async holdsPublications(label: string, words: string): Promise<void> {
    await spoil(this.scene, this.scene.mpan(label), words, 'hold');
  }

  async deliversHeld(label: string, words: string, table: DataTable): Promise<void> {
    const order = table.raw().map(([cell = '']) => named(cell));
    await deliverHeld(this.scene, this.scene.mpan(label), words, order);
  }

  /** What is held about several MPANs, in one call of the webhook; a row may be a spoilt copy. */
  async deliversTogether(words: string, table: DataTable): Promise<void> {
    await deliverTogether(this.scene, words, callItems(this.scene, table.hashes()));
  }
}
