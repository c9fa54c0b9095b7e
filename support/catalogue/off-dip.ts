/** A leg that does not pass the DIP: a flow of the Data Transfer Catalogue, or what CSS or the DCC says or is told. */
export type OffDip = { kind: 'flow'; flow: string } | { kind: 'notice'; says: string };

/** Parties without a DIP ID: what they say to the Registration Service reaches a participant by its triggers only. */
export const offDipParties = ['CSS', 'DCC'] as const;
export type OffDipParty = (typeof offDipParties)[number];

/** True of a party that is not on the DIP. */
export function isOffDipParty(text: string): text is OffDipParty {
  return (offDipParties as readonly string[]).includes(text);
}

/** Whether the message of a row claims to be off the DIP, rightly written or not. */
export const looksOffDip = (text: string): boolean => /^\s*(?:D\d|off[- ]?DIP\b)/i.test(text);

/**
 * Reads the message of a row: `D0168` (perhaps with words in brackets), or `off-DIP: switch secured active`. Undefined
 * for anything else.
 */
export function parseOffDip(text: string): OffDip | undefined {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  const flow = /^(D\d{4})(?: \(.*\))?$/.exec(trimmed)?.[1];
  if (flow !== undefined) return { kind: 'flow', flow };
  const says = /^off-DIP: ?(\S.*)$/.exec(trimmed)?.[1];
  return says === undefined ? undefined : { kind: 'notice', says };
}

/** As it is written in tables. */
export function offDipLabel(leg: OffDip): string {
  return leg.kind === 'flow' ? leg.flow : `off-DIP: ${leg.says}`;
}
