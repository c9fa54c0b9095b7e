import { parse } from 'yaml';
import { z } from 'zod';
import { errorsOf, packErrors } from '../../errors';
import type { RunFiles } from '../run-files';
import type { Subject } from '../subject';
import { notes } from '../summary-top';
import type { Manifest, PackedResult, PackedRun } from './manifest';

const raise = errorsOf(packErrors);

/** What the manifest says of a subject. `folders`: that of each run inside the pack, by its id. */
export function factsOf(
  subject: Subject,
  folders: ReadonlyMap<string, string>,
): Pick<Manifest, 'subject' | 'notes' | 'runs' | 'results'> {
  const several = subject.runs.length > 1;
  const ofRuns = subject.runs.flatMap((run) =>
    notes(run).map((note) => (several ? `${run.verdicts.run}: ${note}` : note)),
  );
  return {
    subject: { kind: subject.kind, name: subject.name },
    notes: [...ofRuns, ...subject.gaps],
    runs: subject.runs.map((run) => packedRun(run, folders)),
    results: resultsOf(subject),
  };
}

/** What each scenario came to. */
export function resultsOf({ results }: Pick<Subject, 'results'>): PackedResult[] {
  return results.map(({ id, verdict, scenario, run }) => ({
    id,
    verdict,
    grade: scenario?.grade ?? null,
    observations: scenario?.observations.length ?? 0,
    run: run.verdicts.run,
  }));
}

function packedRun({ verdicts, hashes }: RunFiles, folders: ReadonlyMap<string, string>): PackedRun {
  const { run, stage, dip, release, started, ended, partial, participant, systemUnderTest, harness, totals } = verdicts;
  return {
    run,
    folder: folders.get(run) ?? '',
    ...{ stage, dip, release, started, ended, partial, participant, systemUnderTest, harness, totals },
    verdicts: hashes['verdicts.json']!,
  };
}

/** Reads a YAML file of a run, of which only a part matters. QualifyError PACK_RULES_UNREADABLE. */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): T {
  const read = parseYaml(text, schema);
  if ('problem' in read) throw raise('PACK_RULES_UNREADABLE', { file, problem: read.problem }, file);
  return read.value;
}

/** What a YAML text says, or the first thing that is wrong with it; an empty one is an empty map. */
export function parseYaml<T>(text: string, schema: z.ZodType<T>): { value: T } | { problem: string } {
  let value: unknown;
  try {
    value = parse(text) ?? {};
  } catch (error) {
    return { problem: (error instanceof Error ? error.message : String(error)).split('\n')[0]! };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const issue = parsed.error.issues[0]!;
  return { problem: `${issue.path.join('.') || 'the file'}: ${issue.message}` };
}
