import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Envelope } from '@cucumber/messages';
import type { CoordinatorContext } from '@cucumber/cucumber/api';
import { errorsOf, sessionErrors, type QualifyError } from '../errors';
import { scenarioOf, type Exclusion, type Scenario } from '../stage';
import { createCollector, type Outcome, type SystemAnswer } from '../verdict';
import { checkFeatures } from './feature-check';
import { tagWords } from './features';
import { finish } from './finish';
import { folderFault, lossesOf } from './losses';
import { hasBegun } from './not-begun';
import { ownPart } from './own-part';
import { onAbort, tellParent, type RunNews } from './parent';
import { readyRun } from './ready';
import { guarded } from './refuse';
import { makeRunFolder } from './run-folder';
import { select } from './selection';
import { sessionIsThere, sessionNews } from './session-file';
import { sessionFileIn, start, type Started } from './started';
import { createStepNews } from './step-news';
import { createStopRule, stopReason } from './stop-rule';
import { systemAnswer } from './system-asked';
import { runsAlone, watchWorkers } from './workers';

const raise = errorsOf(sessionErrors);

/**
 * The plugin's part that runs once: starts what a run needs before Cucumber does, selects, gathers the messages, and
 * judges at the end.
 */
export async function coordinator(context: CoordinatorContext<unknown>): Promise<(() => Promise<void>) | void> {
  const { operation, on, transform, options, environment } = context;
  if (operation !== 'runCucumber') return;
  const { cwd } = environment;
  const { began, stateDir, out, prepared, resolved, chosen } = await guarded(() => readyRun(options, cwd));
  const { stage, release } = prepared.environment;
  const about = { stage, release, participant: prepared.profile.name };
  const place = await guarded(() => makeRunFolder(out, about, began));
  void tellParent({ kind: 'folder', folder: place.folder, run: place.run });

  // Hub and participant come up while Cucumber and its workers load their steps; nothing runs before both are there.
  const interrupted = new AbortController();
  const { up: starting } = await guarded(() => start(prepared, resolved, { ...place, stateDir }, interrupted.signal));
  starting.catch(() => undefined);
  onAbort((reason) => {
    if (interrupted.signal.aborted) return;
    interrupted.abort(reason);
    void starting.then(({ control }) => control.abort(reason)).catch(() => undefined);
  });

  const collector = createCollector(scenarioOf);
  const losses: QualifyError[] = [];
  const messages = createWriteStream(join(place.folder, 'messages.ndjson'));
  messages.on('error', ({ message: problem }) =>
    losses.push(raise('RUN_FOLDER_NOT_WRITABLE', { problem }, place.folder)),
  );
  let selected: Scenario[] = [];
  let excluded: Exclusion[] = [];
  const read = new Set<string>();
  const steps = createStepNews();
  let done = 0;
  let atStart: SystemAnswer | undefined;
  const askSystem = ({ session: { startedTriggers } }: Started) => {
    const where = { stateDir, ...(startedTriggers === null ? {} : { started: startedTriggers }) };
    return systemAnswer(prepared.profile, where, { signal: interrupted.signal });
  };
  const stops = createStopRule();
  let stopped = false;
  const isOutcome = (outcome: Outcome) => !(interrupted.signal.aborted || stopped) || hasBegun(outcome);

  const workers = watchWorkers((reason) => {
    losses.push(raise('WORKER_ENDED', { reason }));
    // Cucumber would let them wait for ever for the scenario that was lost.
    if (selected.some(({ tags }) => runsAlone(tags))) workers.end();
  });

  on('message', (envelope: Readonly<Envelope>) => {
    messages.write(`${JSON.stringify(envelope)}\n`);
    if (envelope.source) read.add(envelope.source.uri.replaceAll('\\', '/'));
    const ended = collector.take(envelope);
    const begun = collector.begun(envelope);
    if (begun) steps.begun(begun);
    if (ended) steps.ended(ended.described.id);
    if (!ended || !isOutcome(ended)) return;
    void tellParent(progressOf(ended, (done += 1), selected.length));
    if (interrupted.signal.aborted || stopped || !stops(ended)) return;
    stopped = true;
    void starting.then(({ control }) => control.abort(stopReason)).catch(() => undefined);
  });

  transform('pickles:filter', async (pickles) => {
    // Others than were chosen, when Cucumber itself was asked for some only, or for features of the user's own.
    const documents = [...new Set(pickles.map(({ gherkinDocument }) => gherkinDocument))];
    await guarded(() => checkFeatures(documents, tagWords(prepared.assumptions)));
    const scenarios = pickles.map(({ pickle, gherkinDocument }) => scenarioOf(pickle, gherkinDocument));
    const selection = await guarded(() => select(prepared, scenarios));
    selected = selection.selected;
    const unread = chosen.excluded.filter(({ scenario }) => !read.has(scenario.uri));
    excluded = [...selection.excluded, ...unread.map(({ exclusion }) => exclusion)];
    const ids = selected.map(({ id }) => id);
    const file = join(place.folder, 'selection.json');
    await writeFile(file, `${JSON.stringify({ schema: 1, selected: ids, excluded }, null, 2)}\n`);
    process.env.QUALIFY_SESSION = sessionFileIn(stateDir);
    void open();
    return pickles
      .filter((_, index) => ids.includes(scenarios[index]!.id))
      .map((one) => ({ ...one, gherkinDocument: ownPart(one.gherkinDocument, one.pickle) }));
  });

  /** Lets the workers, which load themselves meanwhile, begin when hub and participant are there. */
  async function open(): Promise<void> {
    const started = await guarded(() => starting.catch(unlessInterrupted(interrupted.signal)));
    if (!started || interrupted.signal.aborted) {
      await conclude();
      process.exit();
    }
    atStart = await askSystem(started);
    void tellParent({ kind: 'started', of: selected.length });
    sessionIsThere();
    workers.tell(sessionNews);
  }

  async function conclude(): Promise<void> {
    const started = await starting.catch(unlessInterrupted(interrupted.signal));
    workers.release();
    if (started && !interrupted.signal.aborted) losses.push(...(await lossesOf(started, place.folder)));
    const asked = started && !interrupted.signal.aborted && !started.gone.participant;
    const atEnd = asked ? await askSystem(started) : undefined;
    await started?.stop();
    messages.end();
    await finished(messages).catch(() => undefined);
    const ending = {
      ...place,
      prepared,
      started: began,
      ended: new Date(),
      outcomes: collector.outcomes().filter(isOutcome),
      excluded,
      selected,
      interrupted: interrupted.signal.aborted,
      stopped,
      answered: atStart && { start: atStart, end: atEnd ?? null },
      losses: interrupted.signal.aborted ? [] : losses,
    };
    const verdicts = await guarded(() =>
      finish(ending).catch((error) => Promise.reject(folderFault(error, place.folder))),
    );
    await tellParent({ kind: 'done', exitCode: verdicts.exitCode });
    // Cucumber knows only its own failures; the exit code of the run is ours.
    process.once('exit', () => (process.exitCode = verdicts.exitCode));
  }
  return conclude;
}

/** What failed because the run was interrupted is no failure. */
function unlessInterrupted(signal: AbortSignal): (error: unknown) => undefined {
  return (error) => {
    if (!signal.aborted) throw error;
  };
}

function progressOf({ described: { id, name }, steps, durationMs }: Outcome, done: number, of: number): RunNews {
  const passed = steps.every((step) => step.status === 'PASSED');
  return { kind: 'progress', done, of, id, name, passed, durationMs: durationMs ?? 0 };
}
