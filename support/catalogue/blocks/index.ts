import type { z } from 'zod';
import { onUse } from '../block';
import { commonParts } from './common';
import { consumptionBlocks } from './consumption';
import { meterBlocks } from './meters';
import { mpanBlocks } from './mpan';
import { publicationBlocks } from './publications';
import { contentParts, reportParts, contentBlocks } from './reports';
import { serviceBlocks } from './service';

/** Blocks of CommonBlock besides S0. Every table here assembles a block when its name is first used. */
export const commonBlocks = onUse(commonParts);

/**
 * Blocks of CustomBlock by their name on the wire, lists apart from what they list. Two kinds stand under another name
 * than their own: B906a as B906, and `REP-002-CustomBlock` … as `schema`. How long a list may be, an event says.
 */
export const blocks = onUse({
  ...serviceBlocks,
  ...mpanBlocks,
  ...meterBlocks,
  ...consumptionBlocks,
  ...publicationBlocks,
  ...contentBlocks,
});

/** Blocks that stand in a report only. */
export const reportBlocks = onUse(reportParts);

/** What a report holds once it is unpacked, by interface. */
export const reportContents = onUse(contentParts);

export type BlockName = keyof typeof blocks;
/** What each block holds. */
export type BlockTypes = { [K in BlockName]: z.output<(typeof blocks)[K]> };
/** The same by name on the wire, as it is read: B906 is the wider of the two blocks that stand under that name. */
export type CustomBlocks = { [K in BlockName]: BlockTypes[K extends 'B906' ? 'B906a' : K] };

export type S1 = z.output<typeof commonBlocks.S1>;
export type D0 = z.output<typeof commonBlocks.D0>;
export type R0 = z.output<typeof commonBlocks.R0>;
export type A0 = z.output<typeof commonBlocks.A0>;
export type M0 = z.output<typeof commonBlocks.M0>;
export type M1 = z.output<typeof commonBlocks.M1>;

export interface S0 {
  interfaceID: string;
  schemaVersion: string;
  /** With its brackets: `[MSApp]`. */
  eventCode: string;
}

/** One payload: submitted without D0, published with it. */
export interface Message {
  CommonBlock: { S0: S0; S1: S1; A0?: A0; D0?: D0; M0?: M0; M1?: M1; R0?: R0 };
  CustomBlock?: Partial<CustomBlocks>;
}
