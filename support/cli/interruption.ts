import type { CucumberRun } from './cucumber';
import { say } from './output';
import { pc } from './terminal';

type Stoppable = Pick<CucumberRun, 'abort' | 'kill'>;

/** Ctrl-C, and SIGTERM, from the first moment of a command to its end. */
export interface Interruption {
  readonly happened: boolean;
  /** The run to end; at once when the signal has come already. */
  attach(run: Stoppable): void;
  release(): void;
}

/** First signal: the run ends by itself and is reported as partial. Second: everything is killed. `first` is called at the first. */
export function holdSignals(first?: () => void): Interruption {
  let run: Stoppable | undefined;
  let reason: string | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (reason !== undefined) {
      void Promise.resolve(run?.kill()).finally(() => process.exit(130));
      return;
    }
    first?.();
    reason = signal === 'SIGINT' ? 'Ctrl-C' : signal;
    say(pc.yellow('\nEnding the run; what was shown so far is reported. Once more to stop at once.'));
    run?.abort(reason);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    get happened() {
      return reason !== undefined;
    },
    attach(started) {
      run = started;
      if (reason !== undefined) run.abort(reason);
    },
    release() {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
