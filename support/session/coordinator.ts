import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Envelope } from '@cucumber/messages';
import type { CoordinatorContext } from '@cucumber/cucumber/api';
import { QualifyError } from '../errors';
import { scenarioOf, type Exclusion } from '../stage';
import { createCollector, type Outcome } from '../verdict';
import { finish } from './finish';
import { lockState } from './lock';
import { runOptions } from './options';
import { stateFolder } from './places';
import { prepare, select } from './prepare';
import { makeRunFolder } from './run-folder';
import { start, type Started } from './started';
import { onAbort, tellParent, type RunNews } from './parent';

/**
 * The plugin's part that runs once: starts what a run needs before Cucumber does, selects, gathers the messages, and
 * judges at the end.
 */
export async function coordinator(context: CoordinatorContext<unknown>): Promise<(() => Promise<void>) | void> {
  const { operation, on, transform, options, environment } = context;
  if (operation !== 'runCucumber') return;
  const began = new Date();
  const asked = runOptions.parse(options ?? {});
  const { cwd } = environment;
  const stateDir = stateFolder(cwd);

  const guarded = async <T>(work: () => Promise<T> | T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      return refuse(error);
    }
  };

  const unlock = await guarded(() => lockState(stateDir, began));
  const prepared = await guarded(() => prepare(asked, cwd));
  const place = await guarded(() =>
    makeRunFolder(resolve(cwd, asked.out ?? 'reports'), prepared.environment.stage, began),
  );
  void tellParent({ kind: 'folder', folder: place.folder, run: place.run });

  // Hub and participant come up while Cucumber loads its steps; nothing runs before both are there.
  const starting = start(prepared, { ...place, stateDir });
  starting.catch(() => undefined);
  let interrupted: string | undefined;
  onAbort((reason) => {
    interrupted ??= reason;
    void starting.then(({ control }) => control.abort(reason)).catch(() => undefined);
  });

  const collector = createCollector(scenarioOf);
  const messages = createWriteStream(join(place.folder, 'messages.ndjson'));
  let selected: string[] = [];
  let excluded: Exclusion[] = [];
  let done = 0;

  on('message', (envelope: Readonly<Envelope>) => {
    messages.write(`${JSON.stringify(envelope)}\n`);
    const ended = collector.take(envelope);
    if (ended) void tellParent(progressOf(ended, (done += 1), selected.length));
  });

  transform('pickles:filter', async (pickles) => {
    const scenarios = pickles.map(({ pickle, gherkinDocument }) => scenarioOf(pickle, gherkinDocument));
    const selection = await guarded(() => select(prepared, scenarios));
    excluded = selection.excluded;
    selected = selection.selected.map((scenario) => scenario.id);
    await writeFile(
      join(place.folder, 'selection.json'),
      `${JSON.stringify({ schema: 1, selected, excluded }, null, 2)}\n`,
    );
    const started = await guarded(() => starting);
    process.env.QUALIFY_SESSION = started.sessionFile;
    process.env.QUALIFY_HUB = started.session.hub;
    void tellParent({ kind: 'started', of: selected.length });
    return pickles.filter((_, index) => selected.includes(scenarios[index]!.id));
  });

  return async () => {
    const started: Started = await starting;
    if (!interrupted) await started.control.idle();
    await started.stop();
    messages.end();
    await finished(messages);
    const outcomes = collector.outcomes();
    const seen = new Set(outcomes.map(({ described }) => described.id));
    const verdicts = await finish({
      ...place,
      prepared,
      started: began,
      ended: new Date(),
      outcomes,
      excluded,
      notBegun: selected.filter((id) => !seen.has(id)),
      interrupted: interrupted !== undefined,
    });
    unlock();
    await tellParent({ kind: 'done', exitCode: verdicts.exitCode });
    // Cucumber knows only its own failures; the exit code of the run is ours.
    process.once('exit', () => (process.exitCode = verdicts.exitCode));
  };
}

function progressOf({ described: { id, name }, steps, durationMs }: Outcome, done: number, of: number): RunNews {
  const passed = steps.every((step) => step.status === 'PASSED');
  return { kind: 'progress', done, of, id, name, passed, durationMs: durationMs ?? 0 };
}

/** A user's mistake ends the run before it begins: told to the parent, or in plain words, never as a stack trace. */
async function refuse(error: unknown): Promise<never> {
  if (!(error instanceof QualifyError)) throw error;
  const { code, kind, message, fix, place } = error;
  await tellParent({ kind: 'refused', code, blame: kind, message, fix, place: place ?? null });
  if (!process.send) process.stderr.write(`${code}: ${message}\n${place ? `  at   ${place}\n` : ''}  next ${fix}\n`);
  process.exit(kind === 'configuration' ? 2 : 3);
}
