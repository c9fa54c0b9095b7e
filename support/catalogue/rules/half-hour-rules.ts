import type { Rule } from './rule';

const stated = { level: 'must', basis: 'stated' } as const;

/** What the half-hours of a UTC day must keep to. */
export const halfHourRules = {
  dayAtMidnight: {
    id: 'settlement-day-at-utc-midnight',
    text: 'The settlement day is dated 00:00:00 UTC.',
    code: 'ECS1014',
    ...stated,
    source: 'ECS1014; DI-101',
  },
  onGrid: {
    id: 'half-hour-ends-on-the-half-hour',
    text: 'A half-hour ends on the hour or 30 minutes past it.',
    code: 'ECS1005',
    ...stated,
    source: 'ECS1005; DI-081, DI-082',
  },
  once: {
    id: 'half-hour-once',
    text: 'A half-hour comes once in a message.',
    code: 'ECS1006',
    ...stated,
    source: 'ECS1006',
  },
  apart: {
    id: 'half-hours-apart',
    text: 'Half-hours do not overlap in a message.',
    code: 'ECS1007',
    ...stated,
    source: 'ECS1007',
  },
  inDay: {
    id: 'half-hour-in-its-day',
    text: 'A half-hour, stamped by its end, lies in the UTC day it is sent for: from 00:30 to 00:00 of the next day.',
    code: 'RCP1023',
    level: 'should',
    basis: 'inferred',
    source: 'DI-082, DI-101: end of a period and date of its day, both UTC; a published example runs from 00:00',
    assumption: 'half-hours-stamped-by-end',
  },
  wholeDay: {
    id: 'half-hours-of-a-whole-day',
    text: 'A UTC day has 48 half-hours and none is missing; where the service changes at local midnight in summer, 46 and 2.',
    code: 'RCP1021',
    level: 'should',
    basis: 'inferred',
    source: 'at most 48 are published; that a day is whole is inferred',
    assumption: 'half-hours-whole-day',
  },
  inUtc: {
    id: 'half-hours-written-in-utc',
    text: 'The settlement day and the ends of its half-hours are written with the offset +00:00.',
    code: 'RCP1022',
    level: 'warning',
    basis: 'inferred',
    source: 'DI-082, DI-101: UTC; that another offset is not to be used is inferred',
  },
} as const satisfies Record<string, Rule>;
