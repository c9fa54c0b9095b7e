import { submits } from './edit';
import { everySender, type Fault } from './types';

export const signsOtherBytes: Fault = {
  number: 17,
  what: 'Signs its JSON as written anew, not the bytes that it sends.',
  roles: everySender,
  apply: () => ({
    sign(signing) {
      if (!submits(signing.url)) return signing;
      const anew = JSON.stringify(JSON.parse(signing.body.toString('utf8')), null, 2);
      return { ...signing, body: Buffer.from(anew, 'utf8') };
    },
  }),
};
