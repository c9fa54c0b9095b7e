import { codeText, type Message } from '../../../catalogue';
import type { Judgement } from '../judge';

/** What was refused, taken all the same. */
export function taken({ item }: Judgement, payload: unknown): Judgement {
  return { item: { ...item, message: codeText('RCP0000'), help: null }, message: payload as Message };
}
