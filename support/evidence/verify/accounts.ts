import { grades } from '../../verdict';
import { made, type Manifest } from '../pack/manifest';
import { readSignOff, signOffProblems, type SignOff } from '../pack/sign-off';
import { redactionSchema, type Redaction } from '../redaction';
import type { ContentsReport } from './contents';

type Read = (name: string) => Buffer | undefined;

/** An assumption, with its state and how many scenarios rest on it. */
export interface AssumptionFact {
  id: string;
  text: string;
  value: string;
  state: string;
  touched: number;
}

/** The sign-off of a pack, and what is wrong with it. */
export function checkSignOff(manifest: Manifest, read: Read): { signOff?: SignOff; problems: string[] } {
  const bytes = read(made.signOff);
  if (!bytes) {
    return {
      problems: manifest.kind === 'submission' ? ['it says that it is a submission, and nobody signed it off'] : [],
    };
  }
  try {
    const signOff = readSignOff(bytes.toString('utf8'), made.signOff);
    const verdicts = new Map(manifest.runs.map((one) => [one.run, one.verdicts]));
    return {
      signOff,
      problems: signOffProblems(signOff, verdicts, { secondPerson: false }).map((one) => `sign-off: ${one}`),
    };
  } catch (error) {
    return { problems: [(error as Error).message] };
  }
}

/** How many results that passed or failed have each grade of proof; `none`: no proof was taken. */
export function gradesOf({ results }: Manifest): Record<string, number> {
  const counted = results.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail');
  const all: [string, number][] = grades.map((grade) => [grade, counted.filter((one) => one.grade === grade).length]);
  return Object.fromEntries([...all, ['none', counted.filter((one) => one.grade === null).length]]);
}

/** By the last run: what it assumed is what the build under test was judged by. */
export function assumptionsOf({ runs }: ContentsReport): AssumptionFact[] {
  const assumptions = runs.at(-1)?.files.verdicts.assumptions ?? [];
  return assumptions.map(({ id, text, value, confirmedBy, touched }) => ({
    ...{ id, text, value, touched: touched.length },
    state: confirmedBy === null ? 'assumed' : `confirmed by ${confirmedBy}`,
  }));
}

/** What redaction.json of each run says, and whether the ledger is the one that it left. */
export function checkRedactions(
  { runs, members }: Manifest,
  read: Read,
): { redactions: Redaction[]; problems: string[] } {
  const redactions: Redaction[] = [];
  const problems: string[] = [];
  for (const { folder } of runs) {
    const file = `${folder}redaction.json`;
    const bytes = read(file);
    if (!bytes) continue;
    const parsed = redactionSchema.safeParse(parseJson(bytes));
    if (!parsed.success) {
      problems.push(`${file} cannot be read`);
      continue;
    }
    redactions.push(parsed.data);
    const ledger = members.find(({ name }) => name === `${folder}ledger.ndjson`);
    if ((ledger?.sha256 ?? null) !== parsed.data.ledgerSha256)
      problems.push(`${folder}ledger.ndjson is not the one that ${file} was written for`);
  }
  return { redactions, problems };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
