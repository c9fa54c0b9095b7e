import { errorsOf, worldErrors } from '../errors';
import type { Known } from './act-values';

const raise = errorsOf(worldErrors);
const parties: Record<string, { dipId: string; mpid: string }> = {
  'the proposed Metering Service': { dipId: '2000000021', mpid: 'META' },
  'the proposed Data Service': { dipId: '2000000041', mpid: 'DATA' },
  'SDS (proposed)': { dipId: '2000000041', mpid: 'DATA' },
};
const cores: Record<string, string> = { A: '9900000000003', B: '9900000000010' };

/** What words stand for: noon of 1 June 2027, an Advanced MPAN, a switch of 22 June, and what begins on 1 July. */
export function known(over: Partial<Known> = {}): Known {
  return {
    now: new Date('2027-06-01T12:00:00Z'),
    segment: 'A',
    site: () => ({ energyDirection: 'E', gspGroup: '_C' }),
    core: (label) => cores[label] ?? fail(raise('MPAN_UNKNOWN', { label })),
    party: (text) => parties[text] ?? fail(raise('POSITION_UNKNOWN', { text, known: '' })),
    switch: () => ({ registrationId: 'switch-1', ssd: '2027-06-22' }),
    effective: () => '2027-07-01',
    ...over,
  };
}

/** Nothing is pending. */
export function noSwitch(): never {
  throw raise('SWITCH_UNKNOWN', { label: 'A' });
}

function fail(error: Error): never {
  throw error;
}
