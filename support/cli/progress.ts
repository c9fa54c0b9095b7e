import type { RunNews } from '../session';
import { seconds } from './output';
import { fitted, pc } from './terminal';

/** What is known of a run that goes on; times in milliseconds of any one clock. */
export interface Progress {
  began: number;
  /** Hub and participant are there. */
  ready: boolean;
  /** When the first scenario began. */
  first: number | null;
  done: number;
  of: number;
  /** Scenario id → when it began, and the step that it is in (empty in a hook), the longest first. */
  running: ReadonlyMap<string, { began: number; step: string }>;
}

export const noProgress = (now: number): Progress => ({
  began: now,
  ready: false,
  first: null,
  done: 0,
  of: 0,
  running: new Map(),
});

/** The progress after a piece of news. */
export function after(progress: Progress, news: RunNews, now: number): Progress {
  if (news.kind === 'started') return { ...progress, ready: true, of: news.of };
  if (news.kind === 'step') {
    const began = progress.running.get(news.id)?.began ?? now;
    const running = new Map(progress.running).set(news.id, { began, step: news.step ?? '' });
    return { ...progress, first: progress.first ?? now, running };
  }
  if (news.kind !== 'progress') return progress;
  const running = new Map(progress.running);
  running.delete(news.id);
  return { ...progress, done: news.done, of: news.of, running };
}

/** Milliseconds that are left at the pace so far; undefined while too little is known of it. */
export function timeLeft({ first, done, of }: Progress, now: number): number | undefined {
  if (first === null || done < 3 || done >= of) return undefined;
  return ((now - first) / done) * (of - done);
}

/** The line at the bottom: how many of how many, how long, and what the longest-running scenario waits for. */
export function liveLine(progress: Progress, now: number, columns: number): string {
  const { began, ready, first, done, of, running } = progress;
  const elapsed = clock(now - began);
  if (!ready) return fitted(`starting the simulated DIP and market, ${elapsed}`, columns);
  if (first === null) return fitted(`${done}/${of}  ${elapsed}  loading the steps`, columns);
  if (done >= of) return fitted(`${done}/${of}  ${elapsed}  waiting for the last messages`, columns);
  const left = timeLeft(progress, now);
  const counts = `${done}/${of}  ${running.size} running  ${elapsed}${left === undefined ? '' : `, about ${clock(left)} left`}`;
  const longest = [...running].reduce<[string, { began: number; step: string }] | undefined>(
    (one, other) => (one && one[1].began <= other[1].began ? one : other),
    undefined,
  );
  if (!longest) return fitted(counts, columns);
  const [id, { began: since, step }] = longest;
  return fitted(`${counts}  ${id} ${clock(now - since)}${step && `: ${step}`}`, columns);
}

/** Whole seconds, from a minute on with minutes: `9 s`, `2 min 5 s`. */
function clock(ms: number): string {
  const whole = Math.max(0, Math.round(ms / 1000));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** The line of a scenario that has ended. `idWidth`: columns of the longest id. */
export function endedLine(news: RunNews & { kind: 'progress' }, idWidth: number, columns?: number): string {
  const place = `${String(news.done).padStart(String(news.of).length)}/${news.of}`;
  const mark = news.passed ? 'ok    ' : 'not ok';
  const time = seconds(news.durationMs);
  const id = news.id.padEnd(idWidth);
  const name = fitted(news.name, columns && Math.max(0, columns - `${place} ${mark} ${id}  ${time}`.length));
  return `${pc.dim(place)} ${(news.passed ? pc.green : pc.red)(mark)} ${id} ${name} ${pc.dim(time)}`;
}
