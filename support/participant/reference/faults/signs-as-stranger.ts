import { createSigner } from '../../../wire';
import { submits } from './edit';
import { everySender, type Fault } from './types';

export const signsAsStranger: Fault = {
  what: 'Signs with a certificate that is good but bound to nobody.',
  roles: everySender,
  async apply({ identity }) {
    const { signing: pair } = await identity('stranger');
    const signer = createSigner(pair);
    return { sign: (signing) => (submits(signing.url) ? { ...signing, signer } : signing) };
  },
};
