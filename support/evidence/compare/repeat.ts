import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { campaignErrors, errorsOf, evidenceErrors } from '../../errors';
import { unpacked } from './unpacked';

const raise = errorsOf({ ...campaignErrors, ...evidenceErrors });

const word = z.string().regex(/^[A-Z]{2,5}$/);
const scenarioId = z
  .string()
  .max(200)
  .regex(/^MQ-[A-Z0-9]+-\d+(\/[^/]+)?$/u);
const selection = z.object({ selected: z.array(scenarioId).max(20_000) });
const stage = z.enum(['PIT', 'SIT', 'UIT']);
const verdicts = z.object({
  run: z.string(),
  stage,
  participant: z.object({ name: z.string(), bundled: z.boolean() }),
});
const options = z.object({
  options: z.object({
    roles: z.array(word).max(50),
    types: z.array(z.string().regex(/^[a-z-]{1,30}$/)).max(20),
    dipIds: z.array(z.string().regex(/^\d{10}$/)).max(100),
  }),
});

/** What a run is repeated by: ids and plain options, nothing that could name a file, an address or a command. */
export interface Repeat {
  run: string;
  participant: string;
  bundled: boolean;
  stage: z.infer<typeof stage>;
  scenarios: string[];
  roles: string[];
  types: string[];
  /** Identities of the profile that it was about. */
  dipIds: string[];
}

/**
 * Reads what a run, in its folder or in a pack, is repeated by.
 * @throws QualifyError EVIDENCE_RUN_MISSING, EVIDENCE_RUN_UNREADABLE, RUN_FROM_CAMPAIGN, PACK_UNREADABLE, PACK_UNSAFE
 */
export async function readRepeat(place: string): Promise<Repeat> {
  const read = (folder: string) => Promise.resolve().then(() => readFolder(folder, place));
  return statSync(place).isFile() ? unpacked(place, read) : read(place);
}

function readFolder(folder: string, place: string): Repeat {
  if (existsSync(path.join(folder, 'campaign.ndjson'))) throw raise('RUN_FROM_CAMPAIGN', {}, place);
  const { run, stage: at, participant } = parse(verdicts, folder, 'verdicts.json', place);
  const { roles, types, dipIds } = parse(options, folder, 'run.json', place).options;
  const { selected } = parse(selection, folder, 'selection.json', place);
  return {
    ...{ run, stage: at, roles, types, dipIds, scenarios: selected },
    participant: participant.name,
    bundled: participant.bundled,
  };
}

function parse<T>(schema: z.ZodType<T>, folder: string, file: string, place: string): T {
  const full = path.join(folder, file);
  if (!existsSync(full)) throw raise('EVIDENCE_RUN_MISSING', { file }, place);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(full, 'utf8'));
  } catch {
    throw raise('EVIDENCE_RUN_UNREADABLE', { file, problem: 'it is not JSON' }, place);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw raise('EVIDENCE_RUN_UNREADABLE', { file, problem: `${issue.path.join('.')}: ${issue.message}` }, place);
}
