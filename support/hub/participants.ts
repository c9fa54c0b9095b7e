import type { ParticipantAnswer, ParticipantRegistration } from '../control';
import { controlErrors, errorsOf } from '../errors';
import type { Party } from '../market';
import type { TenantConfig } from './config';
import type { Houses } from './houses';
import type { HubState, RegisteredParticipant } from './hub-state';
import type { Log } from './log';
import { assertOwn, partiesOf } from './registry';

const raise = errorsOf(controlErrors);

/** Participants that come and go while a standing hub runs. */
export interface Participants {
  /** Those that were registered with an earlier process. */
  restore(): Promise<void>;
  /** A participant of the same name is replaced. HUB_PARTICIPANT_FIXED, and what `assertOwn` refuses. */
  register(request: ParticipantRegistration): Promise<ParticipantAnswer>;
  /** HUB_PARTICIPANT_UNKNOWN, HUB_PARTICIPANT_FIXED. */
  remove(name: string): Promise<void>;
  /** Resolves when no change is under way. */
  settled(): Promise<unknown>;
}

export function createParticipants(o: {
  houses: Houses;
  state: HubState;
  simulated: readonly Party[];
  log: Log;
}): Participants {
  const { houses, state, simulated, log } = o;
  let changing: Promise<unknown> = Promise.resolve();
  const holders = () => houses.list().map(({ config }) => config);

  /** One change after another, so that two of them cannot be given the same DIP ID. */
  function inTurn<T>(change: () => Promise<T>): Promise<T> {
    const done = changing.then(change);
    changing = done.catch(() => undefined);
    return done;
  }

  async function configOf({ name, parties, trust }: RegisteredParticipant): Promise<TenantConfig> {
    const token = await state.token(name);
    const ledgerFile = state.ledgerFile(name, new Date());
    return { name, token, parties, trust, ledgerFile, journalDir: state.journalDir(name), secrets: [] };
  }

  function save(): Promise<void> {
    const registered = houses.list().filter((house) => house.registered);
    return state.saveRegistered(registered.map(({ config: { name, parties, trust } }) => ({ name, parties, trust })));
  }

  /** Puts a participant in the place of another; when that fails the other is there again. */
  async function replace(before: TenantConfig, next: TenantConfig): Promise<void> {
    await houses.remove(before.name);
    // Another participant under the name has no claim to what the first was owed.
    if (idsOf(before) !== idsOf(next)) await state.forget(before.name, { token: false });
    await houses.add(next, true).catch(async (error: unknown) => {
      await houses.add(await configOf(before), true);
      throw error;
    });
  }

  async function register(request: ParticipantRegistration): Promise<ParticipantAnswer> {
    const { name, trust } = request;
    const before = houses.get(name);
    if (before && !before.registered) throw raise('HUB_PARTICIPANT_FIXED', { name });
    const parties = partiesOf(request);
    assertOwn({ name, parties }, holders(), simulated);
    const next = await configOf({ name, parties, trust });
    await (before ? replace(before.config, next) : houses.add(next, true));
    await save();
    log.info('participant-registered', { tenant: name, parties: parties.length, replaced: before !== undefined });
    return { name, token: next.token };
  }

  async function remove(name: string): Promise<void> {
    const known = houses.get(name);
    if (!known) throw raise('HUB_PARTICIPANT_UNKNOWN', { name });
    if (!known.registered) throw raise('HUB_PARTICIPANT_FIXED', { name });
    await houses.remove(name);
    await save();
    await state.forget(name);
    log.info('participant-removed', { tenant: name });
  }

  return {
    async restore() {
      for (const one of await state.registered()) {
        if (houses.get(one.name)) throw raise('HUB_TENANT_TWICE', { name: one.name });
        assertOwn(one, holders(), simulated);
        await houses.add(await configOf(one), true);
      }
    },
    register: (request) => inTurn(() => register(request)),
    remove: (name) => inTurn(() => remove(name)),
    settled: () => changing,
  };
}

function idsOf({ parties }: TenantConfig): string {
  return parties
    .map(({ dipId }) => dipId)
    .sort()
    .join();
}
