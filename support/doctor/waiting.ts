import { durationText, limitOf, type Environment, type ScenarioText } from '../stage';

/** How long a run waits by its limits alone: an estimate, with what it rests on. */
export interface Waiting {
  ms: number;
  basis: string;
}

const watches = /^these messages are exchanged for | sends no | is recorded$/;
const asks = /'s records show /;

/**
 * Estimates the waiting of a run: a settle time for each step that watches for what must not come, a probe interval for
 * each that reads records, shared by the scenarios that run at the same time.
 */
export function waitingOf(scenarios: readonly ScenarioText[], environment: Environment, workers: number): Waiting {
  const steps = scenarios.flatMap((scenario) => scenario.steps);
  const watched = steps.filter((step) => watches.test(step)).length;
  const asked = steps.filter((step) => asks.test(step)).length;
  const [settle, probe, answer] = (['settle', 'probe', 'answer'] as const).map((name) => limitOf(environment, name));
  const together = Math.max(1, Math.min(workers, scenarios.length));
  const each = ({ ms, assumption }: { ms: number; assumption: string }) => `${durationText(ms)} (${assumption})`;
  const basis = [
    `${watched} times ${each(settle!)} to watch for what must not come`,
    `${asked} times ${each(probe!)} until records are read again`,
    `${together} scenarios at the same time`,
    `starting, sending and answering come on top, and ${each(answer!)} for each message that does not come`,
  ].join('; ');
  return { ms: Math.round((watched * settle!.ms + asked * probe!.ms) / together), basis };
}
