import { errorsOf, worldErrors } from '../errors';
import { acts } from '../market';
import { roleOfPosition } from '../stage';
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
  // "Receives" and "sends" look from here on.
  mpan.since = (mpan.watch.entries.at(-1)?.seq ?? mpan.watch.lease.seq) + 1;
  const request = { ...scene.origin(mpan), dipId, act: name, args };
  if (actor === 'simulated') return void (await control.act(request));
  const how = triggers.kindOf(name);
  if (how === 'manual') return 'pending';
  const done =
    how === 'automatic' ? { status: null, ms: 0 } : await triggers.run(name, mpan.watch.mpan, args, { dipId });
  await control.act({ ...request, triggered: { how: 'api', ...done, ...(how === 'automatic' ? { how } : {}) } });
}

/**
 * Gives the facts of a leased MPAN to the participant, if its profile has a way; else it is taken to hold them. Nobody
 * holds a new connection.
 */
export async function load(scene: Scene, mpan: ScenarioMpan): Promise<void> {
  const name = 'loadMeteringPoint';
  if (mpan.watch.lease.meteringPoint.registered === false) return;
  if (scene.worker.triggers.kindOf(name) !== 'api') return;
  const { roles } = acts[name];
  const taking = (position: string) => roles.some((role) => role === roleOfPosition(position));
  const own = Object.entries(scene.binding.actors).filter(
    ([position, actor]) => actor === 'participant' && taking(position),
  );
  for (const [position] of own) await act(scene, mpan, position, name, mpan.watch.lease.meteringPoint);
}

/** A day comes for an MPAN: told to the register, and to the supplier that gains it. */
export async function dayArrives(scene: Scene, mpan: ScenarioMpan, date: string): Promise<StepOutcome> {
  const supplier = await act(scene, mpan, 'SUP (incoming)', 'dayArrives', { date });
  const register = await act(scene, mpan, 'REGS', 'dayArrives', { date });
  return supplier ?? register;
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
    ...scene.origin(mpan),
    dipId,
    instruction: { codes: [], ...instruction },
  });
}
