import { parseMessageLabel, type MessageName } from '../catalogue';
import { errorsOf, worldErrors } from '../errors';
import type { Scene } from './scene';
import type { CallItem } from './spoiling';
import { meaning, spoilings } from './troubles';

const raise = errorsOf(worldErrors);

/** A message as a cell names it: `IF-031 [MSApp]`. */
export function named(text: string): MessageName {
  const message = parseMessageLabel(text);
  if (message) return message;
  throw raise('STEP_WORDS_UNKNOWN', { problem: `"${text}" is not a message`, fix: 'Write it as IF-031 [MSApp].' });
}

/** The rows of a call: message, MPAN and, for a copy that is spoilt, with what. */
export function callItems(scene: Scene, rows: readonly Record<string, string>[]): CallItem[] {
  return rows.map(({ message = '', MPAN = '', with: what = '' }) => {
    const item = { mpan: scene.mpan(MPAN), message: named(message) };
    if (what === '') return item;
    const spoilt = meaning(spoilings, what);
    if (spoilt !== 'broken-schema' && spoilt !== 'foreign-environment') throw raise('SPOILING_UNKNOWN', { what });
    return { ...item, spoilt };
  });
}
