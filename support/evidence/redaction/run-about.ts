import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const schema = z.object({
  run: z.string(),
  stage: z.enum(['PIT', 'SIT', 'UIT']),
  scenarios: z.array(z.object({ mpans: z.array(z.string()).default([]) })),
});

/** What striking needs to know of a run. */
export interface RunAbout {
  /** Its id, good for the name of a folder. */
  run: string;
  stage: z.output<typeof schema>['stage'];
  mpans: string[];
}

/** Undefined where the verdicts are absent or are none: there is no evidence to be made from such a folder. */
export async function aboutRun(folder: string): Promise<RunAbout | undefined> {
  const text = await readFile(path.join(folder, 'verdicts.json'), 'utf8').catch(() => '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) return undefined;
  const { run, stage, scenarios } = parsed.data;
  const named = /^\w[\w.-]*$/.test(run) ? run : path.basename(folder);
  return { run: named, stage, mpans: [...new Set(scenarios.flatMap(({ mpans }) => mpans))] };
}
