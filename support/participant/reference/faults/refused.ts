import type { Judgement } from '../judge';

/** What was taken, refused all the same. */
export function refused({ item }: Judgement, message: string): Judgement {
  return { item: { ...item, message } };
}
