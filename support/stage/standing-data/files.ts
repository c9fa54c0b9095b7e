import { z } from 'zod';
import type { OtherParty, SettlementRun, StandingData, Tariff } from '../../catalogue';
import { workingDays } from './calendar';
import { code, entry, mpid, name, once, timed } from './fields';

const dipId = code(/^\d{10}$/, 'ten digits');
const meterTypeCode = code(/^[A-Z0-9_]{1,5}$/, 'a meter type such as S2A');
const profileClassCode = code(/^\d{2}$/, 'two digits');
const gspGroup = z.string().regex(/^_[A-HJ-NP]$/, 'expected a GSP Group such as _A');
const demand = z.enum(['required', 'optional', 'none']);

const providers = once(
  entry({
    dipId,
    serves: z
      .strictObject({
        gspGroups: z.array(gspGroup).optional(),
        connectionTypes: z.array(z.enum(['W', 'L', 'H', 'E', 'U'])).optional(),
        meterTypes: z.array(meterTypeCode).optional(),
      })
      .default({}),
  }),
  'providers',
  'dipId',
);

const meterTypes = once(
  entry({
    code: meterTypeCode,
    group: z.enum(['smart', 'traditional', 'advanced']),
    ESMEGUID: demand,
    displayedDigits: demand,
  }),
  'meterTypes',
  'code',
);

const tariffs = timed<Tariff>(
  entry({ id: code(/^.{1,3}$/, 'a DUoS tariff id of 1 to 3 characters'), distributor: mpid }),
  'tariffs',
  ['id', 'distributor'],
);

const profileClasses = once(entry({ code: profileClassCode, name }), 'profileClasses', 'code');

const settlementConfigurations = once(
  entry({ code: code(/^\d{4}$/, 'four digits'), profileClasses: z.array(profileClassCode).min(1) }),
  'settlementConfigurations',
  'code',
);

const settlementRuns = timed<SettlementRun>(
  entry({ run: z.enum(['II', 'SF', 'R1', 'R2', 'R3', 'RF', 'DR', 'DF']), workingDays: z.int().min(1) }),
  'settlementRuns',
  ['run'],
);

const otherParties = timed<OtherParty>(
  entry({ id: code(/^.{1,4}$/, 'an id of 1 to 4 characters'), kind: z.enum(['MAP', 'SMSO']), name }),
  'otherParties',
  ['kind', 'id'],
);

const file = <T extends z.ZodRawShape>(shape: T) => z.strictObject({ schema: z.literal(1), ...shape });

/** A configuration may only name profile classes that stand beside it. */
const configurations = file({ profileClasses, settlementConfigurations }).superRefine((value, context) => {
  const known = value.profileClasses.map((one) => one.code);
  for (const [index, configuration] of value.settlementConfigurations.entries()) {
    for (const [at, named] of configuration.profileClasses.entries()) {
      if (known.includes(named)) continue;
      const path = ['settlementConfigurations', index, 'profileClasses', at];
      const message = `expected a profile class of this file (${known.join(', ')})`;
      context.addIssue({ code: 'custom', path, message });
    }
  }
});

/** The files of a folder of standing data, and the form of each. */
export const files: Record<string, z.ZodType<Partial<StandingData>>> = {
  'providers.yaml': file({ providers }),
  'meter-types.yaml': file({ meterTypes }),
  'tariffs.yaml': file({ tariffs }),
  'settlement-configurations.yaml': configurations,
  'settlement-runs.yaml': file({ settlementRuns }),
  'working-days.yaml': file({ workingDays }),
  'other-parties.yaml': file({ otherParties }),
};
