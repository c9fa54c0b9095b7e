import { errorsOf, worldErrors } from '../errors';
import type { Scene, ScenarioMpan } from './scene';
import { ask } from './spoiling';

const raise = errorsOf(worldErrors);

/** Which way an outage is: what a party submits, or what is published to it. */
export type Side = 'from' | 'to';

/** Publications a second that go out after an outage. */
const pace = 20;

/** The DIP is out for one party and one MPAN, until `ends`. */
export async function begins(scene: Scene, mpan: ScenarioMpan, words: string, side: Side): Promise<void> {
  const { dipId } = scene.party(words, mpan);
  const id = await ask(scene, mpan, { kind: 'outage', [side]: dipId, ...(side === 'to' ? { pace } : {}) });
  mpan.outages.set(`${side} ${dipId}`, id);
}

/** The DIP is back. */
export async function ends(scene: Scene, mpan: ScenarioMpan, words: string, side: Side): Promise<void> {
  const { dipId, position } = scene.party(words, mpan);
  const id = mpan.outages.get(`${side} ${dipId}`);
  const fix = 'Begin it with a Given: the DIP takes nothing from, or brings nothing to, that party.';
  if (id === undefined) throw raise('STEP_WORDS_UNKNOWN', { problem: `the DIP is not out for ${position}`, fix });
  await scene.worker.control.endFault(id);
}
