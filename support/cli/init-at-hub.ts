import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  createOperatorClient,
  runningHub,
  type OperatorClient,
  type ParticipantList,
  type RunningHub,
} from '../control';
import { cliErrors, controlErrors, errorsOf, QualifyError } from '../errors';
import { hubState } from '../hub';
import { initParticipant, type NewIdentity } from '../participant';
import { nameOf } from './hub-config';

const raise = errorsOf({ ...cliErrors, ...controlErrors });
const attempts = 5;

interface Asked {
  roles: readonly string[];
  dir: string;
  stateDir: string;
  oneCertificate?: boolean;
  name?: string | undefined;
}

/** Writes a profile for a new participant and registers it with the hub of the state folder. HUB_NOT_RUNNING. */
export async function initAtHub({ name, ...asked }: Asked): Promise<{ files: string[]; text: string }> {
  const state = hubState(asked.stateDir);
  const { dip, control } = await whereIs(state.dir, asked.stateDir);
  if (name !== undefined && nameOf(name) !== name) {
    const problem = 'it has small letters, digits and hyphens, at most 40';
    throw raise('OPTION_WRONG', { option: '--name', value: name, problem, command: 'init' }, '--name');
  }
  const operator = createOperatorClient({ url: control, token: await state.operatorToken() });
  try {
    for (let attempt = 1; ; attempt += 1) {
      const list = await there(operator, asked.stateDir);
      const own = name ?? freeName(nameOf(basename(asked.dir)), list);
      const register = async (identities: readonly NewIdentity[]) =>
        (await operator.register({ name: own, parties: [...identities] })).token;
      try {
        return await initParticipant({
          ...asked,
          hub: { name: own, dip, control, taken: takenIn(list, own), register },
        });
      } catch (error) {
        // Somebody else was faster: the next free number will do.
        const lost = error instanceof QualifyError && error.code === 'HUB_DIP_ID_TAKEN';
        if (!lost || attempt === attempts) throw error;
      }
    }
  } finally {
    operator.close();
  }
}

async function whereIs(dir: string, stateDir: string): Promise<RunningHub> {
  const text = await readFile(join(dir, 'running.json'), 'utf8').catch(() => undefined);
  const parsed = text === undefined ? undefined : runningHub.safeParse(JSON.parse(text));
  if (!parsed?.success) throw raise('HUB_NOT_RUNNING', {}, stateDir);
  return parsed.data;
}

/** What a hub that was killed has left behind does not answer. */
function there(operator: OperatorClient, stateDir: string): Promise<ParticipantList> {
  return operator.participants().catch((error: unknown) => {
    const gone = error instanceof QualifyError && error.code === 'HUB_UNREACHABLE';
    throw gone ? raise('HUB_NOT_RUNNING', {}, stateDir, error) : error;
  });
}

/** A name that nobody has: a participant is not replaced unless its name is given. */
function freeName(wanted: string, { participants }: ParticipantList): string {
  const known = participants.map(({ name }) => name);
  if (!known.includes(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const next = `${wanted.slice(0, 36)}-${number}`;
    if (!known.includes(next)) return next;
  }
}

function takenIn({ participants, simulated }: ParticipantList, own: string): string[] {
  const others = participants.filter(({ name }) => name !== own).flatMap(({ parties }) => parties);
  return [...others, ...simulated].map(({ dipId }) => dipId);
}
