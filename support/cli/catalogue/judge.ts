import {
  messageLabel,
  messageName,
  reportProblems,
  ruleProblems,
  unpackReport,
  validateMessage,
  validateReport,
  type Direction,
  type Message,
  type Problem,
  type ReadMessage,
  type Release,
  type RuleProblem,
} from '../../catalogue';
import { QualifyError } from '../../errors';

/** One thing wrong with a message, as JSON tells it. */
export interface Told {
  path: string;
  code: string;
  message: string;
}

export interface Judged {
  index: number;
  line?: number;
  interface: string | null;
  event: string | null;
  valid: boolean;
  errors: Told[];
  warnings: Told[];
}

export type DirectionFlag = Direction | 'auto';

const none: Told[] = [];
const told = ({ path, code, text }: Problem): Told => ({ path, code: code ?? 'MSG1001', message: text });

const hasDipBlock = (payload: unknown) =>
  (payload as { CommonBlock?: { D0?: unknown } } | null | undefined)?.CommonBlock?.D0 !== undefined;

/** Whether a message could not even be read. */
export const isUnread = (message: ReadMessage) => 'problem' in message;

/** Checks what was read: the schema, then the rules beyond it, then the report that a message carries. */
export function judge(read: ReadMessage, flag: DirectionFlag, release: Release): Judged {
  const { index, line } = read;
  const at = { index, ...(line !== undefined && { line }) };
  if ('problem' in read) {
    const { path, code, text, column } = read.problem;
    const error = { path, code, message: line === undefined ? text : `${text} (line ${line}, column ${column})` };
    return { ...at, interface: null, event: null, valid: false, errors: [error], warnings: none };
  }
  const { payload, said } = read;
  const name = messageName(payload);
  const direction = flag === 'auto' ? (hasDipBlock(payload) ? 'egress' : 'ingress') : flag;
  const validation = validateMessage(payload, direction, release);
  const found = validation.ok
    ? beyondSchema(validation.message, release)
    : { errors: validation.problems.map(told), warnings: none };
  const label = { interface: said?.interface ?? '', event: (said?.event ?? name?.event ?? '').replace(/^\[|\]$/g, '') };
  const errors =
    said && name && messageLabel(label) !== messageLabel(name)
      ? [...found.errors, mislabelled(label, name)]
      : found.errors;
  return {
    ...at,
    interface: name?.interface ?? null,
    event: name?.event ?? null,
    valid: errors.length === 0,
    errors,
    warnings: found.warnings,
  };
}

type Name = Parameters<typeof messageLabel>[0];

const mislabelled = (label: Name, name: Name): Told => ({
  path: 'CommonBlock.S0',
  code: 'MESSAGE_MISLABELLED',
  message: `expected ${messageLabel(label)}, as the file says beside the payload, got ${messageLabel(name)}`,
});

type Found = Pick<Judged, 'errors' | 'warnings'>;

function beyondSchema(message: Message, release: Release): Found {
  const found = rulesBroken(message, release);
  if (!message.CustomBlock?.P03) return found;
  const inside = insideReport(message, release);
  return { errors: [...found.errors, ...inside.errors], warnings: [...found.warnings, ...inside.warnings] };
}

/** The rules are those of the bundled release: a message of another one may lack what they read. */
function rulesBroken(message: Message, release: Release): Found {
  try {
    return sorted(ruleProblems(message, { release }));
  } catch (error) {
    if (release.bundled || !(error instanceof TypeError)) throw error;
    const text = `the rules beyond the schema are of another release, and cannot be applied to this message`;
    return { errors: none, warnings: [{ path: 'CommonBlock.S0', code: 'RULES_NOT_APPLIED', message: text }] };
  }
}

/** Only what a rule states makes a message wrong. */
function sorted(problems: readonly RuleProblem[]): Found {
  return {
    errors: problems.filter(({ level }) => level === 'must').map(told),
    warnings: problems.filter(({ level }) => level !== 'must').map(told),
  };
}

/** The DIP does not look into a report and has no code for what is wrong in it. */
const toldOfReport = (problem: Problem): Told => told({ ...problem, code: problem.code ?? 'REPORT_CONTENT' });

/** What is wrong with the report that is packed into P03. */
function insideReport({ CommonBlock: { S0 }, CustomBlock }: Message, release: Release): Found {
  const path = 'CustomBlock.P03.compressedReport';
  const inside = (one: Told): Told => ({ ...one, path: one.path ? `${path} > ${one.path}` : path });
  try {
    const report = unpackReport(CustomBlock!.P03!);
    const checked = validateReport(S0.interfaceID, S0.eventCode.slice(1, -1), report, release);
    if (!checked.ok) return { errors: checked.problems.map(toldOfReport).map(inside), warnings: none };
    const { errors, warnings } = sorted(reportProblems(report));
    return { errors: errors.map(inside), warnings: warnings.map(inside) };
  } catch (error) {
    if (!(error instanceof QualifyError)) throw error;
    return { errors: [{ path, code: error.code, message: error.message }], warnings: none };
  }
}
