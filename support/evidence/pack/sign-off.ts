import { z } from 'zod';
import { errorsOf, packErrors } from '../../errors';
import { parseYaml } from './facts';

const raise = errorsOf(packErrors);
const text = z.string().trim().min(1, 'expected some text');
const person = {
  name: text,
  role: text,
  at: z.iso.datetime({ offset: true, error: 'expected a time such as 2027-02-10T16:00:00Z, in quotes' }),
};
const sum = z.string().regex(/^[0-9a-f]{64}$/);

const signOffSchema = z.strictObject({
  schema: z.literal(1),
  /** SHA-256 of the verdicts.json that were looked at: of the run, or of each run of the campaign. */
  verdicts: z.union([sum, z.array(sum).min(1)], {
    error: 'expected a SHA-256 in quotes, 64 lower-case hex digits, or a list of them',
  }),
  ...person,
  /** What the person says about it, in a sentence. */
  statement: text,
  secondPerson: z.strictObject({ ...person, statement: text.optional() }).optional(),
  /** Pictures and other attachments that the person has looked at, by their names in the pack, and lets in. */
  released: z.array(z.strictObject({ file: text, sha256: sum, shows: text })).optional(),
});

/** The sign-off that a person wrote: who, when, of which verdicts. */
export type SignOff = z.infer<typeof signOffSchema>;

/** Reads sign-off.yaml. QualifyError PACK_SIGN_OFF_WRONG. */
export function readSignOff(content: string, file: string): SignOff {
  const read = parseYaml(content, signOffSchema);
  if ('problem' in read) throw raise('PACK_SIGN_OFF_WRONG', { problem: read.problem }, file);
  return read.value;
}

/** Why a sign-off is not one of these verdicts, or lacks what the profile asks for. `verdicts`: SHA-256 by run. */
export function signOffProblems(
  signOff: SignOff,
  verdicts: ReadonlyMap<string, string>,
  { secondPerson }: { secondPerson: boolean },
): string[] {
  const named = new Set([signOff.verdicts].flat());
  const known = new Set(verdicts.values());
  const missing = [...verdicts].filter(([, one]) => !named.has(one)).map(([run]) => run);
  const other = [...named].filter((one) => !known.has(one)).map((one) => `${one.slice(0, 12)}…`);
  const second = signOff.secondPerson;
  return [
    ...(missing.length > 0 ? [`it does not name the verdicts.json of ${missing.join(', ')} as it is now`] : []),
    ...(other.length > 0 ? [`it was given for other verdicts: ${other.join(', ')}`] : []),
    ...(secondPerson && !second ? ['the profile asks for a second person, and none has signed'] : []),
    ...(second && sameName(second.name, signOff.name) ? ['the second person is the first'] : []),
  ];
}

const sameName = (one: string, other: string) =>
  one.trim().replace(/\s+/g, ' ').toLowerCase() === other.trim().replace(/\s+/g, ' ').toLowerCase();
