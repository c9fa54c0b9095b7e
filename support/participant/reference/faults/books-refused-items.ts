import { edited, isOne } from './edit';
import type { Fault } from './types';

export const booksRefusedItems: Fault = {
  what: 'Books an item, a link or a contract that the Registration Service has refused.',
  roles: ['SUP', 'MSS', 'MSA', 'UMSO', 'SDS', 'ADS', 'UMSDS'],
  apply: () => ({
    book: (message) => [
      isOne(message, ['IF-020', 'IF-026', 'IF-039'])
        ? edited(message, ({ CommonBlock }) => (CommonBlock.R0 = { responseCode: 'A', responseMessages: [] }))
        : message,
    ],
  }),
};
