import { appointmentCodes, migrationCodes } from './appointments';
import type { ResponseCode } from './code';
import { meterCodes } from './meters';
import { directContractCodes, relationshipCodes } from './relationships';
import { dataServiceCodes, serviceProviderCodes } from './services';
import { settlementCodes } from './settlement';
import { dipCodes, recipientCodes } from './transport';

export type { Layer, ResponseCode } from './code';
export type { Reply } from './replies';

const registration = [
  ...meterCodes,
  ...appointmentCodes,
  ...relationshipCodes,
  ...directContractCodes,
  ...migrationCodes,
].sort((a, b) => (a.code < b.code ? -1 : 1));

/** Every response code of the release (DI-999), in its order. */
export const responseCodes: readonly ResponseCode[] = [
  ...dipCodes,
  ...recipientCodes,
  ...registration,
  ...settlementCodes,
  ...serviceProviderCodes,
  ...dataServiceCodes,
];

const byCode = new Map(responseCodes.map((one) => [one.code, one]));

/** A response code that the catalogue knows, or undefined. Codes are case-sensitive. */
export function responseCode(code: string): ResponseCode | undefined {
  return byCode.get(code);
}

/** `MSG1001 - Schema Failure`; a code that the catalogue does not know stays as it is. */
export function codeText(code: string): string {
  const known = byCode.get(code);
  return known ? `${code} - ${known.text}` : code;
}

/** The code with which a response message starts, known or not; undefined where there is none. */
export function leadingCode(message: string): string | undefined {
  return /^\s*([A-Z]{2,4}\d{3,4})\b/.exec(message)?.[1];
}

/** Codes that can stand in this message (`IF-032 [MSAppInitialResp]`) as an answer or passed on; inferred. */
export function codesIn(label: string): ResponseCode[] {
  return responseCodes.filter(({ answers }) =>
    answers.some(({ reply, relayed }) => reply === label || relayed.includes(label)),
  );
}
