import type { CustomBlocks, StandingData } from '../../catalogue';
import { loadedRegister } from '../registration/load';
import { emptyRegister, isLoaded, type LoadedRegister } from '../registration/register';
import { mpan, market, point, startedAt, who } from '../play.fixture';
import type { Context } from '../types';
import { argumentsOf } from '../acts';
import { rules } from './rules';
import type { Update } from './update';

export const other = '1200023456793';

/** Standing data of a test: one provider, one operator, two meter types, and values that have ended. */
export const standing: Pick<
  StandingData,
  'meterTypes' | 'otherParties' | 'profileClasses' | 'settlementConfigurations' | 'tariffs'
> = {
  meterTypes: [
    { code: 'S2ADE', group: 'smart', ESMEGUID: 'required', displayedDigits: 'optional', from: '2000-01-01', to: null },
    { code: 'N', group: 'traditional', ESMEGUID: 'none', displayedDigits: 'required', from: '2000-01-01', to: null },
    { code: 'H', group: 'advanced', ESMEGUID: 'none', displayedDigits: 'none', from: '2000-01-01', to: '2026-01-01' },
  ],
  otherParties: [
    { id: 'MAPZ', kind: 'MAP', name: 'A', from: '2000-01-01', to: null },
    { id: 'MAPX', kind: 'MAP', name: 'B', from: '2000-01-01', to: '2024-01-01' },
    { id: 'SMSO', kind: 'SMSO', name: 'C', from: '2000-01-01', to: null },
  ],
  profileClasses: [{ code: '02', name: 'D', from: '2000-01-01', to: null }],
  settlementConfigurations: [{ code: '0151', profileClasses: ['02'], from: '2000-01-01', to: null }],
  tariffs: [],
};

export const contextWith = (others: Record<string, LoadedRegister> = {}): Context => ({
  ...{ self: who.regs, mpan, now: startedAt },
  market: { ...market, standing },
  elsewhere: (it) => others[it],
});

/** The register of an MPAN that is loaded as the tests load it. */
export function registerOf(over: Record<string, unknown> = {}, of = mpan): LoadedRegister {
  const loaded = loadedRegister(argumentsOf('loadMeteringPoint', point(over)), emptyRegister(), {
    ...contextWith(),
    mpan: of,
  });
  if (!isLoaded(loaded)) throw new Error('is loaded');
  return loaded;
}

/** A request of the present supplier, or of the present Metering Service where it is said, that nothing speaks against. */
export function request(custom: Partial<CustomBlocks>, over: Partial<Update> = {}): Update {
  return {
    register: registerOf(),
    ...{ event: 'ConsentGranularity', sender: who.out.dipId, custom, context: contextWith(), day: '2027-06-12' },
    ...over,
  };
}

/** The codes that the rules have against a request, of all that there are. */
export const against = (update: Update): string[] => Object.keys(rules).filter((code) => rules[code]!(update));
