import type { z } from 'zod';
import { commonBlocks } from './blocks-common';
import { mpanBlocks } from './blocks-mpan';
import { serviceBlocks } from './blocks-service';

/** Blocks of CustomBlock by their name on the wire. */
export const blocks = { ...serviceBlocks, ...mpanBlocks };

export type BlockName = keyof typeof blocks;
export type CustomBlocks = { [K in BlockName]: z.output<(typeof blocks)[K]> };

export type S1 = z.output<typeof commonBlocks.S1>;
export type D0 = z.output<typeof commonBlocks.D0>;
export type R0 = z.output<typeof commonBlocks.R0>;
export type A0 = z.output<typeof commonBlocks.A0>;
export type M0 = z.output<typeof commonBlocks.M0>;

export interface S0 {
  interfaceID: string;
  schemaVersion: string;
  /** With its brackets: `[MSApp]`. */
  eventCode: string;
}

/** One payload: submitted without D0, published with it. */
export interface Message {
  CommonBlock: { S0: S0; S1: S1; A0?: A0; D0?: D0; M0?: M0; R0?: R0 };
  CustomBlock?: Partial<CustomBlocks>;
}
