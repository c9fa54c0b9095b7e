import { conversationLines, elapsedLine } from '../conversation';
import { QualifyError, worldErrors } from '../errors';
import type { Scene, ScenarioMpan } from './scene';

/** What a party holds or did, where the text of the error is only expected against actual. */
const short: readonly (keyof typeof worldErrors)[] = [
  'RECORDS_DIFFER',
  'STATUS_NOT_TAKEN',
  'BAD_PUBLICATION_TAKEN',
  'CALL_NOT_TAKEN',
  'NOT_ASKED_AGAIN',
];

/**
 * Asks something of a party that is no message. When it fails, the text has what that of a missing message has: the
 * conversation so far, the time where its limit has passed, where we looked, whose fault it is and what to do next.
 */
export async function telling<T>(scene: Scene, mpan: ScenarioMpan, words: string, ask: () => Promise<T>): Promise<T> {
  const began = Date.now();
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof QualifyError) || !short.some((code) => code === error.code)) throw error;
    const elapsedMs = Date.now() - began;
    const context = scene.conversation(mpan);
    const time = elapsedMs >= context.limitMs ? elapsedLine(elapsedMs, context) : undefined;
    const { position } = scene.party(words, mpan);
    const mine = error.kind === 'participant' ? 'the participant under test' : 'simulated by the harness';
    const text = [
      error.message.replace(/^got {7}/m, 'came      '),
      ...conversationLines([...mpan.watch.entries], context, time),
      `fault     ${error.kind}: ${position} is ${mine}`,
    ];
    throw new QualifyError(error.code, error.kind, text.join('\n'), error.fix, error.place, { cause: error });
  }
}
