import { messageLabel, oddities, type EventDefinition, type Oddity, type Release } from '../../catalogue';
import { printed as pc } from '../terminal';

/** Oddities of the published release that concern some names: an interface, an event, a block or an item. */
export function odditiesAbout(names: readonly string[], release: Release): Oddity[] {
  return release.bundled ? oddities.filter(({ about }) => about.some((name) => names.includes(name))) : [];
}

/** What oddities of an event go by: its interface, its label, and the blocks that it carries itself. */
export function namesOfEvent(definition: EventDefinition): string[] {
  const { custom } = definition;
  return [definition.interface, messageLabel(definition), ...(custom?.required ?? []), ...(custom?.optional ?? [])];
}

/** Each oddity with what the harness does about it. */
export function oddityLines(found: readonly Oddity[]): string[] {
  if (found.length === 0) return [];
  return [
    '',
    pc.dim('odd in the published release'),
    ...found.map((one) => `  ${one.where}: ${one.what} ${pc.dim(one.treatment)}`),
  ];
}
