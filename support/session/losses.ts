import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorsOf, sessionErrors, type QualifyError } from '../errors';
import type { Started } from './started';

const raise = errorsOf(sessionErrors);

/**
 * Waits until the hub has delivered everything, then says what ended before the run did: HUB_ENDED, also when it could
 * not say so, and PARTICIPANT_ENDED.
 */
export async function lossesOf(
  { control, gone }: Pick<Started, 'control' | 'gone'>,
  folder: string,
): Promise<QualifyError[]> {
  const lost: QualifyError[] = [];
  const problem = await control.idle().then(
    () => null,
    (error: Error) => error.message,
  );
  if (problem !== null) {
    const file = join(folder, 'hub.log');
    lost.push(
      raise('HUB_ENDED', { reason: [gone.hub ?? problem, await lastLine(file)].filter(Boolean).join(': ') }, file),
    );
  }
  if (gone.participant) {
    lost.push(raise('PARTICIPANT_ENDED', { reason: gone.participant }, join(folder, 'participant.log')));
  }
  return lost;
}

/** What a full disk, or a run folder that was moved, makes of a write; any other error as it is. */
export function folderFault(error: unknown, folder: string): unknown {
  const isOfSystem = error instanceof Error && 'syscall' in error;
  return isOfSystem ? raise('RUN_FOLDER_NOT_WRITABLE', { problem: error.message }, folder, error) : error;
}

async function lastLine(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').at(-1) ?? '';
}
