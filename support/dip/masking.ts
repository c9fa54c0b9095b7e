import {
  type EventDefinition,
  maskedItems,
  maskedPlaces,
  type Message,
  type Release,
  type RoleCode,
} from '../catalogue';

interface Place {
  path: readonly string[];
  value: string;
}

// By definition and role: what has to be hidden is the same for every message.
const plans = new WeakMap<Release, Map<string, readonly Place[]>>();

/**
 * A publication as a recipient of that role may see it: values that are not for it have the masked value of the
 * release. The message itself is given back when nothing has to be hidden, and never changed.
 */
export function masked(message: Message, definition: EventDefinition, role: RoleCode, release: Release): Message {
  const places = planOf(definition, role, release);
  return places.reduce<Message>((so, { path, value }) => hidden(so, path, value) as Message, message);
}

function planOf(definition: EventDefinition, role: RoleCode, release: Release): readonly Place[] {
  let byRole = plans.get(release);
  if (!byRole) plans.set(release, (byRole = new Map()));
  const key = `${definition.interface} ${definition.event} ${role}`;
  let plan = byRole.get(key);
  if (!plan) {
    const items = maskedItems(definition, release).filter(({ hiddenFrom }) => hiddenFrom.includes(role));
    byRole.set(key, (plan = items.flatMap(({ item }) => maskedPlaces(definition, item, release))));
  }
  return plan;
}

/** A copy of as much as changes; what is null or absent stays so. */
function hidden(at: unknown, path: readonly string[], value: string): unknown {
  if (Array.isArray(at)) {
    const items = at.map((item: unknown) => hidden(item, path, value));
    return items.some((item, i) => item !== at[i]) ? items : at;
  }
  const [key, ...rest] = path;
  if (key === undefined) return typeof at === 'string' ? value : at;
  if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return at;
  const before = (at as Record<string, unknown>)[key];
  const after = hidden(before, rest, value);
  return after === before ? at : { ...at, [key]: after };
}
