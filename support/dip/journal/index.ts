/** What the DIP accepted, owes and remembers: the original bytes, in files of their owner. Never evidence. */
export { openJournal } from './open';
export type * from './types';
