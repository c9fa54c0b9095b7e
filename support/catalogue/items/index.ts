import { billingAddressItems, billingItems } from './billing';
import { consumptionItems } from './consumption';
import { headerItems } from './header';
import { meterItems } from './meters';
import { partyItems } from './parties';
import { settlementItems } from './settlement';
import { siteItems } from './site';

export type { Item, ItemNumber } from './make';

/** Items that stand in a message itself. */
export const messageItems = { ...headerItems, ...partyItems, ...siteItems, ...meterItems, ...consumptionItems };

/**
 * Data items by their name on the wire, grouped by type. Where the release gives one name to two items, the second
 * has its number behind its name: `settlementPeriodID (DI-496)`. Items that no block uses have the name of the release.
 */
export const items = { ...messageItems, ...settlementItems, ...billingItems, ...billingAddressItems };

export type ItemName = keyof typeof items;

/** The name on the wire: without the number that may stand behind it. */
export type WireName<N extends string> = N extends `${infer W} (${string})` ? W : N;

export function wireName<N extends string>(name: N): WireName<N> {
  return name.replace(/ \(DI-\d+N?\)$/, '') as WireName<N>;
}
