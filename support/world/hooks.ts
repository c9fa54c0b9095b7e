import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  After,
  AfterAll,
  Before,
  BeforeAll,
  BeforeStep,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
  setParallelCanAssign,
  setWorldConstructor,
} from '@cucumber/cucumber';
import { matchLegs, sequenceDiagram } from '../conversation';
import { QualifyError } from '../errors';
import { joinRun, runsAlone } from '../session';
import { scenarioOf } from '../stage';
import { closeWorkerContext, workerContext } from './context';
import { attachmentTypes } from './findings';
import { Scene } from './scene';
import { QualifyWorld } from './world';

setWorldConstructor(QualifyWorld);

// Every wait has a deadline of its own.
setDefaultTimeout(-1);

// At once: the coordinator may tell it while the rest is still loaded.
if (process.env.CUCUMBER_WORKER_ID !== undefined) joinRun();

// No scenario is given to a worker that is not ready. What is wrong is told by the first.
BeforeAll(async () => void (await workerContext().catch(() => undefined)));

// A scenario that takes the participant or the hub for itself runs alone.
setParallelCanAssign((candidate, running) => {
  const alone = (tags: readonly { name: string }[]) => runsAlone(tags.map(({ name }) => name));
  return running.length === 0 || !(alone(candidate.tags) || running.some((pickle) => alone(pickle.tags)));
});

// Once a scenario was told that the run is to end, or has lost the hub, those after it are not begun.
let interrupted = false;

// Whatever a step throws is kept with its code and blame: Cucumber keeps only the text.
setDefinitionFunctionWrapper((definition: (...args: unknown[]) => unknown) => {
  const wrapped = async function (this: unknown, ...args: unknown[]): Promise<unknown> {
    try {
      return await definition.apply(this, args);
    } catch (error) {
      interrupted ||= error instanceof QualifyError && ['RUN_INTERRUPTED', 'HUB_UNREACHABLE'].includes(error.code);
      if (this instanceof QualifyWorld) this.findings.failed(error);
      throw error;
    }
  };
  Object.defineProperty(wrapped, 'length', { value: definition.length });
  return wrapped;
});

Before(async function (this: QualifyWorld, { pickle, gherkinDocument }): Promise<'skipped' | void> {
  if (interrupted) return 'skipped';
  this.scene = new Scene(await workerContext(), scenarioOf(pickle, gherkinDocument));
  this.attach(JSON.stringify({ positions: this.scene.binding.actors }), attachmentTypes.binding);
});

BeforeStep(function (this: QualifyWorld, { pickleStep }) {
  this.scene.step = pickleStep.text;
  this.scene.vigil.stepBegins();
});

After(async function (this: QualifyWorld) {
  const { scene, findings } = this;
  if (!scene) return;
  await scene.close();
  const mpans = [...scene.mpans.values()].map(({ watch }) => watch.mpan);
  for (const assumption of scene.limits) findings.restsOn(assumption);
  this.attach(JSON.stringify({ ...findings.result(), mpans }), attachmentTypes.findings);
  for (const [index, mpan] of [...scene.mpans.values()].entries()) {
    const entries = [...mpan.watch.entries];
    const context = scene.conversation(mpan);
    const { legs, match } = findings.tables.get(mpan) ?? { legs: [], match: matchLegs([], entries, context) };
    const svg = sequenceDiagram(legs, match, entries, context);
    // The first MPAN's diagram bears the scenario's name alone.
    const name = `${scene.scenario.id.replace(/\//g, '_')}${index > 0 ? `-${mpan.label}` : ''}`;
    const file = join(scene.worker.session.folder, 'diagrams', `${name}.svg`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, svg);
  }
});

AfterAll(closeWorkerContext);
