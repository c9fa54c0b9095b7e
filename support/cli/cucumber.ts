import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval } from 'node:timers/promises';
import { cliErrors, errorsOf, QualifyError } from '../errors';
import { isAlive } from '../process';
import { home, runNews, type Begin, type RunNews, type RunOptions } from '../session';

const raise = errorsOf(cliErrors);

export interface CucumberRun {
  /** Exit code of the run, once its verdicts are written. Rejects with a QualifyError when there are none. */
  ended: Promise<number>;
  /** Asks the run to end by itself. */
  abort(reason: string): void;
  /** Ends it and all that it started at once; resolves when it is gone, so that its state folder is free. */
  kill(): Promise<void>;
}

interface Settings {
  /** How many scenarios at the same time; null for what suits them. */
  workers: number | null;
  stateDir: string;
  onNews(news: RunNews): void;
}

/**
 * Runs Cucumber in a process group of its own, so that signals of the terminal reach only this command. Its own output
 * goes to a log that is shown, and kept, when it fails.
 */
export async function startCucumber(
  options: RunOptions,
  { workers, stateDir, onNews }: Settings,
): Promise<CucumberRun> {
  const logFile = join(tmpdir(), `qualify-cucumber-${process.pid}-${randomBytes(4).toString('hex')}.log`);
  const log = await open(logFile, 'w', 0o600);
  const ahead = options.participant === null ? ['hub', 'participant'] : ['hub'];
  const child = fork(join(home, 'bin/cucumber.js'), ahead, {
    cwd: home,
    detached: process.platform !== 'win32',
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
    env: { ...process.env, QUALIFY_STATE: stateDir },
    // Its workers take it over.
    execArgv: ['match-indices.js', 'without-command-line.js'].flatMap((name) => ['--require', join(home, 'bin', name)]),
  });
  const ended = ending(child, onNews, logFile).finally(() => log.close());
  // It may fall before anybody waits for it.
  ended.catch(() => undefined);
  const send = (message: object): void => void (child.connected && child.send(message, () => undefined));
  send({ begin: { options, workers } satisfies Begin });
  return {
    ended,
    abort: (reason) => send({ abort: reason }),
    async kill() {
      const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      killGroup(child);
      await gone;
      await groupGone(child);
      rmSync(logFile, { force: true });
    },
  };
}

function ending(child: ChildProcess, onNews: (news: RunNews) => void, logFile: string): Promise<number> {
  let exitCode: number | undefined;
  let refused: QualifyError | undefined;
  child.on('message', (message) => {
    const parsed = runNews.safeParse(message);
    if (!parsed.success) return;
    if (parsed.data.kind === 'done') exitCode = parsed.data.exitCode;
    if (parsed.data.kind === 'refused') {
      const { code, blame, message: text, fix, place } = parsed.data;
      refused = new QualifyError(code, blame, text, fix, place ?? undefined);
    }
    onNews(parsed.data);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, killedBy) => {
      if (!refused && exitCode === undefined) {
        const how = killedBy ?? `exit code ${code}`;
        return void lastLines(logFile).then((text) => reject(raise('RUN_CRASHED', { how, log: text }, logFile)));
      }
      rmSync(logFile, { force: true });
      if (refused) reject(refused);
      else resolve(exitCode!);
    });
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** None of the group is left, or two seconds have passed: the system tells nobody when a process goes that is not its child. */
async function groupGone({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined || process.platform === 'win32') return;
  const until = performance.now() + 2_000;
  for await (const _ of setInterval(10)) {
    if (!isAlive(-pid) || performance.now() > until) return;
  }
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-20).join('\n');
}
