import {
  AttachmentContentEncoding,
  PickleStepType,
  TestStepResultStatus,
  type Envelope,
  type GherkinDocument,
  type Pickle,
} from '@cucumber/messages';
import type { Check, LedgerEntry } from '../ledger';
import {
  attachmentTypes,
  judge,
  type Described,
  type Finding,
  type Judging,
  type Outcome,
  type ScenarioFindings,
  type ScenarioVerdict,
} from '.';

export type Status = keyof typeof TestStepResultStatus;
export const own = '1000000001';
export const other = '2000000011';
export const mpan = '9900000000003';

export const described: Described = {
  id: 'MQ-BP001-010',
  name: 'S',
  process: 'BP001',
  theme: 'mpan-ownership',
  uri: 'features/f.feature',
  line: 7,
  kind: 'positive',
  roles: ['SUP'],
  interfaces: [],
  assumes: [],
};

export const findings = (over: Partial<ScenarioFindings> = {}): ScenarioFindings => ({
  failure: null,
  checks: [],
  absences: [],
  notes: [],
  readBack: false,
  notShown: [],
  offDip: [],
  mpans: [],
  assumptions: [],
  ...over,
});

export const check = (over: Partial<Check> = {}): Check => ({
  id: 'schema',
  level: 'must',
  status: 'fail',
  reason: 'expected a date, got "soon"',
  blame: 'participant',
  ...over,
});

/** One line of a ledger: by default a message of the participant that the DIP took. */
export const entry = (seq: number, over: Partial<LedgerEntry> = {}): LedgerEntry => ({
  seq,
  prev: '0'.repeat(64),
  at: '2027-06-01T12:00:00.000Z',
  source: 'dip',
  kind: 'accepted',
  from: own,
  to: 'DIP',
  interface: 'IF-031',
  event: 'MSApp',
  mpan,
  scenario: described.id,
  redacted: [],
  checks: [],
  ...over,
});

const result = (status: Status, message?: string) => ({
  status: TestStepResultStatus[status],
  duration: { seconds: 0, nanos: 1_600_000 },
  ...(message ? { message } : {}),
});

/** What Cucumber says before a scenario with two hooks and these steps begins. */
export function announced(steps: readonly string[]): Envelope[] {
  const pickle: Pickle = {
    id: 'pickle',
    uri: described.uri,
    astNodeIds: [],
    name: described.name,
    language: 'en',
    tags: [],
    steps: steps.map((text, at) => ({ id: `p${at}`, text, astNodeIds: [], type: PickleStepType.CONTEXT })),
  };
  const testSteps = [
    { id: 'before', hookId: 'h1' },
    ...steps.map((_, at) => ({ id: `s${at}`, pickleStepId: `p${at}` })),
    { id: 'after', hookId: 'h2' },
  ];
  return [
    { gherkinDocument: { uri: described.uri, comments: [] } as GherkinDocument },
    { pickle },
    { testCase: { id: 'case', pickleId: 'pickle', testSteps } },
  ];
}

export const started = (attempt = 0): Envelope => ({
  testCaseStarted: {
    id: `run${attempt}`,
    testCaseId: 'case',
    attempt,
    timestamp: { seconds: 1_800_000_000 + attempt, nanos: 0 },
  },
});

export const ran = (step: string, status: Status, message?: string, attempt = 0): Envelope => ({
  testStepFinished: {
    testCaseStartedId: `run${attempt}`,
    testStepId: step,
    testStepResult: result(status, message),
    timestamp: { seconds: 0, nanos: 0 },
  },
});

export const attached = (kind: keyof typeof attachmentTypes, value: unknown, attempt = 0): Envelope => ({
  attachment: {
    testCaseStartedId: `run${attempt}`,
    body: JSON.stringify(value),
    mediaType: attachmentTypes[kind],
    contentEncoding: AttachmentContentEncoding.IDENTITY,
  },
});

export const finished = (attempt = 0, willBeRetried = false): Envelope => ({
  testCaseFinished: {
    testCaseStartedId: `run${attempt}`,
    willBeRetried,
    timestamp: { seconds: 1_800_000_002 + attempt, nanos: 500_000_000 },
  },
});

/** A scenario that ran these steps to its end. */
export const outcome = (statuses: readonly Status[], over: Partial<Outcome> = {}): Outcome => ({
  described,
  attempts: 1,
  started: '2027-06-01T12:00:00.000Z',
  durationMs: 10,
  finished: true,
  steps: statuses.map((status, at) => ({
    text: `step ${at + 1}`,
    status: TestStepResultStatus[status],
    durationMs: 1,
    error: null,
  })),
  findings: findings(),
  positions: { 'SUP (incoming)': 'participant' },
  ...over,
});

/** A step as Cucumber ran a hook. */
export const hook = (status: Status, error: string | null = null): Outcome['steps'][number] => ({
  text: '(hook)',
  status: TestStepResultStatus[status],
  durationMs: 1,
  error,
});

/** The verdict of a scenario over a ledger. */
export const verdict = (
  of: Outcome,
  ledger: LedgerEntry[] = [],
  absenceLevel: Judging['absenceLevel'] = 'must',
): ScenarioVerdict => judge(of, { ledger, own: new Set([own]), absenceLevel });

export const scenario = (over: Partial<ScenarioVerdict> = {}): ScenarioVerdict => ({
  ...verdict(outcome(['PASSED'])),
  ...over,
});

export const finding = (over: Partial<Finding> = {}): Finding => ({
  code: 'check:schema',
  blame: 'participant',
  level: 'must',
  reason: 'wrong',
  ledger: [],
  ...over,
});
