import { errorsOf, worldErrors } from '../errors';
import type { Scene, ScenarioMpan } from './scene';

const raise = errorsOf(worldErrors);

/** A step that a person must do first ends the scenario as Cucumber's "pending". */
export type StepOutcome = 'pending' | void;

/**
 * Makes a party act: a simulated one through the hub, the participant through its trigger. Either way the act stands in
 * the ledger.
 */
export async function act(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  name: string,
  args: Record<string, unknown>,
): Promise<StepOutcome> {
  const { dipId, actor } = scene.party(words, mpan);
  const { control, triggers } = scene.worker;
  const request = { scenario: scene.scenario.id, step: scene.step, mpan: mpan.watch.mpan, dipId, act: name, args };
  if (actor === 'simulated') return void (await control.act(request));
  const how = triggers.kindOf(name);
  if (how === 'manual') return 'pending';
  const done =
    how === 'automatic' ? { status: null, ms: 0 } : await triggers.run(name, mpan.watch.mpan, args, { dipId });
  await control.act({ ...request, triggered: { how: 'api', ...done, ...(how === 'automatic' ? { how } : {}) } });
}

/** Gives the facts of a leased MPAN to the participant, if its profile has a way; else it is taken to hold them. */
export async function load(scene: Scene, mpan: ScenarioMpan): Promise<void> {
  const name = 'loadMeteringPoint';
  if (scene.worker.triggers.kindOf(name) !== 'api') return;
  const own = Object.entries(scene.binding.actors).filter(([, actor]) => actor === 'participant');
  for (const [position] of own) await act(scene, mpan, position, name, mpan.watch.lease.meteringPoint);
}

/** Tells a simulated party to misbehave once; a participant never is. */
export async function misbehave(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  instruction: { kind: 'refuse' | 'silent'; interface: string; event: string; codes?: string[] },
): Promise<void> {
  const { dipId, actor, position } = scene.party(words, mpan);
  if (actor !== 'simulated') throw raise('STEP_COMMANDS_PARTICIPANT', { position, what: instruction.kind });
  const { control } = scene.worker;
  await control.instruct({
    scenario: scene.scenario.id,
    step: scene.step,
    mpan: mpan.watch.mpan,
    dipId,
    instruction: { codes: [], ...instruction },
  });
}
