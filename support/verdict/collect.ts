import type { Envelope, GherkinDocument, Pickle, TestStepResultStatus } from '@cucumber/messages';
import {
  attachmentTypes,
  awaitedSchema,
  bindingSchema,
  scenarioFindingsSchema,
  type ScenarioFindings,
} from './attachments';
import { keywordsOf } from './keywords';
import { markNotShown } from './not-shown';
import { markOffDip, type OffDipLeg } from './off-dip';

/** What a verdict takes over from the feature file. */
export interface Described {
  id: string;
  name: string;
  process: string;
  theme: string;
  uri: string;
  line: number;
  kind: string;
  roles: string[];
  interfaces: string[];
  assumes: string[];
  /** As Gherkin has them: `@segment:S`. */
  tags?: string[];
}

export interface RanStep {
  /** `Given`, as the feature has it; absent of hooks. */
  keyword?: string;
  text: string;
  status: TestStepResultStatus;
  durationMs: number;
  error: string | null;
  /** Why it passed without showing what it asks for. */
  notShown?: string;
  /** Legs of its table that do not pass the DIP. */
  offDip?: OffDipLeg[];
}

/** What Cucumber's messages say of one scenario; of several attempts the last, with their number. */
export interface Outcome {
  described: Described;
  attempts: number;
  started: string | null;
  durationMs: number | null;
  /** False when the scenario never came to its end. */
  finished: boolean;
  steps: RanStep[];
  findings: ScenarioFindings | null;
  positions: Record<string, string>;
}

export interface Collector {
  /** Takes the next message; answers with the scenario that it ends, if it does. */
  take(envelope: Envelope): Outcome | undefined;
  /** The scenario and the step that a message of Cucumber begins, or the leg that it now waits for; null for a hook. */
  begun(envelope: Envelope): { id: string; step: string | null } | undefined;
  outcomes(): Outcome[];
}

const hook = { text: '(hook)' };
const nothing: ScenarioFindings | null = null;

/** Gathers Cucumber's message stream by scenario. */
export function createCollector(describe: (pickle: Pickle, document: GherkinDocument) => Described): Collector {
  const documents = new Map<string, GherkinDocument>();
  const pickles = new Map<string, Pickle>();
  const steps = new Map<string, { keyword?: string; text: string }>();
  const testCases = new Map<string, string>();
  const running = new Map<string, Outcome>();
  const outcomes = new Map<string, Outcome>();

  return {
    take({ gherkinDocument, pickle, testCase, testCaseStarted, testStepFinished, attachment, testCaseFinished }) {
      if (gherkinDocument) documents.set(gherkinDocument.uri ?? '', gherkinDocument);
      if (pickle) pickles.set(pickle.id, pickle);
      if (testCase) {
        testCases.set(testCase.id, testCase.pickleId);
        const pickled = pickles.get(testCase.pickleId);
        const keywords = keywordsOf(documents.get(pickled?.uri ?? ''));
        for (const { id, pickleStepId } of testCase.testSteps) {
          const found = pickled?.steps.find((step) => step.id === pickleStepId);
          steps.set(id, found ? { keyword: keywords.get(found.astNodeIds[0] ?? ''), text: found.text } : hook);
        }
      }
      if (testCaseStarted) {
        const pickleOf = pickles.get(testCases.get(testCaseStarted.testCaseId) ?? '');
        const document = documents.get(pickleOf?.uri ?? '');
        if (!pickleOf || !document) return undefined;
        const outcome: Outcome = {
          described: describe(pickleOf, document),
          attempts: testCaseStarted.attempt + 1,
          started: instantOf(testCaseStarted.timestamp),
          durationMs: null,
          finished: false,
          steps: [],
          findings: nothing,
          positions: {},
        };
        running.set(testCaseStarted.id, outcome);
        outcomes.set(pickleOf.id, outcome);
      }
      if (testStepFinished) {
        const { status, duration, exception, message } = testStepFinished.testStepResult;
        running.get(testStepFinished.testCaseStartedId)?.steps.push({
          ...(steps.get(testStepFinished.testStepId) ?? { text: '' }),
          status,
          durationMs: Math.round(duration.seconds * 1000 + duration.nanos / 1e6),
          error: exception?.message ?? message ?? null,
        });
      }
      if (attachment?.testCaseStartedId) {
        const outcome = running.get(attachment.testCaseStartedId);
        if (outcome && attachment.mediaType === attachmentTypes.findings) {
          outcome.findings = scenarioFindingsSchema.parse(JSON.parse(attachment.body));
          outcome.steps = markOffDip(markNotShown(outcome.steps, outcome.findings), outcome.findings.offDip);
        }
        if (outcome && attachment.mediaType === attachmentTypes.binding) {
          outcome.positions = bindingSchema.parse(JSON.parse(attachment.body)).positions;
        }
      }
      if (testCaseFinished) {
        const outcome = running.get(testCaseFinished.testCaseStartedId);
        if (!outcome || testCaseFinished.willBeRetried) return undefined;
        outcome.finished = true;
        outcome.durationMs = outcome.started
          ? Date.parse(instantOf(testCaseFinished.timestamp)) - Date.parse(outcome.started)
          : null;
        return outcome;
      }
      return undefined;
    },
    begun({ testStepStarted, attachment }) {
      if (attachment?.mediaType === attachmentTypes.awaited) {
        const waiting = running.get(attachment.testCaseStartedId ?? '');
        const { leg } = awaitedSchema.parse(JSON.parse(attachment.body));
        return waiting && { id: waiting.described.id, step: `waiting for ${leg}` };
      }
      const outcome = testStepStarted && running.get(testStepStarted.testCaseStartedId);
      const step = testStepStarted && steps.get(testStepStarted.testStepId);
      if (!outcome || !step) return undefined;
      return { id: outcome.described.id, step: step === hook ? null : step.text };
    },
    outcomes: () => [...outcomes.values()],
  };
}

function instantOf(timestamp: { seconds: number; nanos: number }): string {
  return new Date(timestamp.seconds * 1000 + timestamp.nanos / 1e6).toISOString();
}
