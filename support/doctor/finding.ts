import { doctorErrors, errorsOf, QualifyError } from '../errors';

/** error: the run would be spoilt · warning: mend it, the run goes on · info: worth knowing. */
export type Level = 'error' | 'warning' | 'info';

/** One thing that was found before a run; `code` stands in docs/errors.md. */
export interface Finding {
  code: string;
  level: Level;
  /** What the reader can open: a line of the profile, a file, an address. */
  place: string;
  text: string;
  fix: string;
}

export type DoctorCode = keyof typeof doctorErrors;

/** Codes that do not stop a run; every other one does. */
const mild: Partial<Record<DoctorCode, Level>> = {
  DOCTOR_RELEASE_NOT_IN_FORCE: 'warning',
  DOCTOR_MPID_TAKEN: 'warning',
  DOCTOR_MPID_TWICE: 'warning',
  DOCTOR_API_KEY_TWICE: 'warning',
  DOCTOR_CERTIFICATE_ENDS_SOON: 'warning',
  DOCTOR_PURPOSE_SERVER: 'warning',
  DOCTOR_SIGNING_KEY_SHORT: 'warning',
  DOCTOR_WEBHOOK_OPEN: 'warning',
  DOCTOR_ENDPOINT_UNWELL: 'warning',
  DOCTOR_ACCESS_DENIED: 'warning',
  DOCTOR_CLOCK_DRIFTS: 'warning',
  DOCTOR_ACT_ABSENT: 'warning',
  DOCTOR_DTC_FOLDER: 'warning',
  DOCTOR_POOL_KIND_ODD: 'warning',
  DOCTOR_MPAN_CHECK_DIGIT: 'warning',
  DOCTOR_MPAN_HOLDER_UNKNOWN: 'warning',
  DOCTOR_POOL_USED: 'info',
  DOCTOR_PROBE_ABSENT: 'info',
  DOCTOR_NOT_ASKED: 'info',
  DOCTOR_NO_JAVA: 'info',
  DOCTOR_NO_BROWSER: 'info',
};

const raise = errorsOf(doctorErrors);

/** A finding of the doctor's own. */
export function finding(code: DoctorCode, values: Record<string, string | number>, place: string): Finding {
  const { message, fix } = raise(code, values, place);
  return { code, level: mild[code] ?? 'error', place, text: message, fix };
}

/** A mistake of the user's, thrown by what reads profile, environment or keys, as findings; the rest is thrown on. */
export function findingsOf(error: unknown, place = ''): Finding[] {
  if (!(error instanceof QualifyError)) throw error;
  if (Array.isArray(error.cause)) return error.cause.flatMap((one) => findingsOf(one, place));
  const { code, message, fix } = error;
  return [{ code, level: 'error', place: error.place ?? place, text: message, fix }];
}

const order: readonly Level[] = ['error', 'warning', 'info'];

/** Errors first; a finding that was made twice is told once. */
export function sorted(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  const once = findings.filter(({ code, place, text }) => {
    const key = `${code} ${place} ${text}`;
    return !seen.has(key) && seen.add(key);
  });
  return once.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}

/** Errors as the one that stops a run; undefined when there is none. */
export function refusal(findings: readonly Finding[]): QualifyError | undefined {
  const errors = findings.filter(({ level }) => level === 'error');
  const [first] = errors;
  if (!first) return undefined;
  if (errors.length === 1) return new QualifyError(first.code, 'configuration', first.text, first.fix, first.place);
  const list = errors.map(({ code, place, text }) => `  ${code} ${place}: ${text}`).join('\n');
  return raise('DOCTOR_STOPS_RUN', { count: errors.length, list }, first.place);
}
