import { isOne } from './edit';
import type { Fault } from './types';

export const needsOneOrder: Fault = {
  number: 9,
  what: 'Loses an active appointment that is told before its acceptance.',
  roles: ['SUP'],
  apply() {
    const accepted = new Set<string>();
    return {
      book(message) {
        const mpan = message.CommonBlock.M0?.MPANCore ?? '';
        if (isOne(message, ['IF-035'])) accepted.add(mpan);
        return isOne(message, ['IF-036']) && !accepted.has(mpan) ? [] : [message];
      },
    };
  },
};
