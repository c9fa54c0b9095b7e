// What a failure text says of its own scenario: the column, with the lines that go on with it.
const ofOneScenario = /^(?:step|awaited|also|seen|elapsed|looked) .*\n?(?: {10}.*\n?)*/gm;

/**
 * Tells failures apart by their root cause: equal for failures of one head (verdict, blame, code) that differ only in
 * what is their own scenario's, in numbers and in the event.
 */
export function rootCause(head: readonly (string | null | undefined)[], reason: string): string {
  const text = reason.replace(ofOneScenario, '').replace(/\d+|\[\w+\]/g, '');
  return `${head.map((part) => part ?? '').join(' ')} ${text}`;
}
