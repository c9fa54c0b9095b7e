import assert from 'node:assert/strict';
import { sample, sent } from './faults.fixture';

const first = async (name: string, id: string, event: string) => (await sent(name, sample(id, event)))[0]!;

/** What the faults of retrieval and readings make of a message. */
export const readCases: Record<string, (name: string) => Promise<void>> = {
  'names-another-recipient': async (name) => {
    const message = sample('IF-041', 'ReadingCOS');
    message.CommonBlock.A0 = { primaryRecipients: ['1000000001', '7'], secondaryRecipients: [], always: [] };
    const [made] = await sent(name, message);
    assert.deepEqual(made!.CommonBlock.A0!.primaryRecipients, ['2000000001', '7']);
    assert.equal(
      (await first(name, 'IF-021', 'ActivePower')).CommonBlock.A0,
      sample('IF-021', 'ActivePower').CommonBlock.A0,
    );
  },
  'refuses-without-reason': async (name) => {
    const { R0 } = (await first(name, 'IF-062', 'MDRStartResponse')).CommonBlock;
    assert.deepEqual(R0, { responseCode: 'R', responseMessages: [] });
    assert.equal((await first(name, 'IF-065', 'ReadingRemote')).CommonBlock.R0, undefined);
  },
  'dates-reads-early': async (name) => {
    const before = sample('IF-063', 'MDRStop').CustomBlock!.B083!.assignedMDREffectiveToDate;
    const after = (await first(name, 'IF-063', 'MDRStop')).CustomBlock!.B083!.assignedMDREffectiveToDate;
    assert.equal(Date.parse(before) - Date.parse(after), 24 * 3600 * 1000);
    const [read] = (await first(name, 'IF-041', 'ReadingCOS')).CustomBlock!.B064List!;
    const [as] = sample('IF-041', 'ReadingCOS').CustomBlock!.B064List!;
    assert.ok(read!.cumulativeRegisterReadingDateTime < as!.cumulativeRegisterReadingDateTime);
    assert.equal(read!.cumulativeRegisterReading, as!.cumulativeRegisterReading);
  },
  'measures-export': async (name) => {
    const { B045 } = (await first(name, 'IF-064', 'MDRConsumption')).CustomBlock!;
    const { B900 } = (await first(name, 'IF-021', 'ActivePower')).CustomBlock!;
    assert.deepEqual([B045!.measurementQuantityID, B900!.MQID.measurementQuantityID], ['AE', 'AE']);
  },
};
