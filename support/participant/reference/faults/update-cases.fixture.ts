import assert from 'node:assert/strict';
import type { Message } from '../../../catalogue';
import { hooksOf, market, mpan, publication, sample, sent, supplier } from './faults.fixture';

const decided = (responseCode: 'A' | 'R', name = 'IF-026', event = 'ConsentGranularity'): Message => {
  const message = publication(name, event);
  message.CommonBlock.R0 = { responseCode, responseMessages: [responseCode === 'R' ? 'REG1022 - No' : null] };
  return message;
};
const consent = (name = 'IF-026') => {
  const message = sample(name, 'ConsentGranularity');
  message.CustomBlock!.B068!.consentGranularity = 'D';
  return message;
};

/** What faults of updates of the register make of messages and acts. */
export const updateCases: Record<string, (name: string) => Promise<void>> = {
  'books-refused-items': async (name) => {
    const { book } = await hooksOf(name);
    assert.equal(book(decided('R'))[0]!.CommonBlock.R0!.responseCode, 'A');
    assert.equal(book(decided('R', 'IF-032', 'MSAppInitialResp'))[0]!.CommonBlock.R0!.responseCode, 'R');
  },
  'echoes-what-it-held': async (name) => {
    assert.equal((await sent(name, consent()))[0]!.CustomBlock!.B068!.consentGranularity, 'H');
    assert.equal((await sent(name, consent('IF-025')))[0]!.CustomBlock!.B068!.consentGranularity, 'D');
  },
  'answers-another-supplier': async (name) => {
    const message = consent();
    message.CommonBlock.A0 = { primaryRecipients: [supplier.dipId], secondaryRecipients: [], always: [] };
    const [made] = await sent(name, message);
    assert.deepEqual(made!.CommonBlock.A0!.primaryRecipients, [market.parties[1]!.dipId]);
  },
  'dates-items-early': async (name) => {
    const { act } = await hooksOf(name);
    const from = (one: string) => act({ name: one, mpan, args: { from: '2027-06-22' } })[0]!.args.from;
    assert.deepEqual([from('changeConsent'), from('appointDataService')], ['2027-06-20', '2027-06-22']);
  },
  'names-another-owner': async (name) => {
    const message = sample('IF-038', 'DirectContractMSAdd');
    message.CustomBlock!.B020!.customerDirectContractMeteringServiceDIPID = supplier.dipId;
    const [made] = await sent(name, message);
    assert.equal(made!.CustomBlock!.B020!.customerDirectContractMeteringServiceDIPID, market.parties[1]!.dipId);
    assert.equal((await sent(name, sample('IF-038', 'DirectContractMSRemove'))).length, 1);
  },
};
