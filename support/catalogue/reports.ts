import { constants, deflateSync, inflateSync } from 'node:zlib';
import type { z } from 'zod';
import { catalogueErrors, errorsOf } from '../errors';
import type { reportContents } from './blocks';
import { messageLabel } from './event';
import { keyTree } from './key-tree';
import { nearestName } from './nearest-name';
import { type Problem, problemsOf } from './problems';
import { parseJson } from './reading';
import { eventDefinition, type Release, releaseInUse } from './release';

const raise = errorsOf(catalogueErrors);

/** A report interface: `REP-002`, `REP-002A` … */
export type ReportId = keyof typeof reportContents;
/** What each report holds once it is unpacked. */
export type ReportContents = { [K in ReportId]: z.output<(typeof reportContents)[K]> };

export type ReportValidation<I extends ReportId = ReportId> =
  { ok: true; report: ReportContents[I] } | { ok: false; problems: Problem[] };

/** Bytes of JSON that an unpacked report may have unless the caller says otherwise: 64 MiB. */
export const reportLimit = 64 * 1024 * 1024;

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** A report is one text however long it is, and holds far more values than a file of messages should. */
const maxValues = 5_000_000;

/** The text of `P03.compressedReport`: base64 of a zlib stream of JSON. Key order and numbers stay as they are. */
export function packReport(report: unknown): string {
  return deflateSync(JSON.stringify(report)).toString('base64');
}

/**
 * What stands in `P03.compressedReport`; whether it is that report is for `validateReport` to say. Never holds more than
 * `limitBytes` of it. Raises REPORT_NOT_BASE64, REPORT_NOT_ZLIB, REPORT_TOO_LARGE, REPORT_NOT_JSON.
 */
export function unpackReport({ compressedReport }: { compressedReport: string }, limitBytes = reportLimit): unknown {
  const length = compressedReport.length;
  if (length === 0 || length % 4 !== 0 || !base64.test(compressedReport)) throw raise('REPORT_NOT_BASE64', { length });
  const bytes = inflate(Buffer.from(compressedReport, 'base64'), limitBytes);
  const parsed = parseJson(bytes, { maxBytes: limitBytes, maxValues });
  if (parsed.ok) return parsed.value;
  const { code, text, path } = parsed.problem;
  if (code === 'JSON_TOO_LARGE') throw raise('REPORT_TOO_LARGE', { problem: text });
  throw raise('REPORT_NOT_JSON', { problem: path ? `${path}: ${text}` : text });
}

function inflate(bytes: Buffer, limitBytes: number): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: limitBytes, finishFlush: constants.Z_FINISH });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw raise('REPORT_TOO_LARGE', { problem: `it unpacks to more than ${limitBytes} bytes` }, undefined, cause);
    }
    throw raise('REPORT_NOT_ZLIB', { problem: message }, undefined, cause);
  }
}

/**
 * Checks an unpacked report against the contents that a release gives for its interface. All parts of a report may be
 * absent in 2.1.0, so that an empty one passes. Paths of problems begin in the report.
 */
export function validateReport<I extends ReportId>(
  id: I,
  event: string,
  report: unknown,
  release?: Release,
): ReportValidation<I>;
export function validateReport(id: string, event: string, report: unknown, release?: Release): ReportValidation;
export function validateReport(id: string, event: string, report: unknown, release = releaseInUse()): ReportValidation {
  const definition = eventDefinition(id, event, release);
  const content = definition && release.report(definition);
  if (!content) return { ok: false, problems: [unknownReport(id, event, release)] };
  const result = content.schema.safeParse(report);
  if (result.success) return { ok: true, report: result.data as ReportContents[ReportId] };
  // Codes are those of the DIP, which does not look into a report.
  const problems = problemsOf(result.error.issues, report, () => ({
    definition,
    events: [],
    tree: keyTree(content.json()),
  }));
  return { ok: false, problems: problems.map(({ code: _code, ...problem }) => problem) };
}

function unknownReport(interfaceId: string, event: string, release: Release): Problem {
  const known = release.events.filter(({ kind }) => kind === 'report').map(messageLabel);
  const label = messageLabel({ interface: interfaceId, event });
  const nearest = nearestName(label, known);
  const text = `expected a report, one of ${known.join(', ')}, got ${label}`;
  return { path: '', text: nearest === undefined ? text : `${text}; did you mean ${nearest}?` };
}
