import { type EventDefinition, messageLabel } from '../event';
import type { Release } from '../release';
import { factChanges, type FactChange, type Side } from './fact-changes';
import { type Fact, type Places, placesOf } from './places';

/** One difference between two releases, said once for all the events and blocks that it touches. */
export interface Change {
  /** Where the change touches one interface, event, block or item only. */
  interface?: string;
  event?: string;
  block?: string;
  item?: string;
  kind: 'added' | 'removed' | 'changed';
  /** A sentence, and what senders and receivers must now do. */
  text: string;
  /** A participant that goes on as before can break as sender or receiver. */
  breaking: boolean;
  sides: Side[];
  /** Labels of the events that it touches, `IF-031 [MSApp]`, in the order of the release. */
  events: string[];
}

interface Spot extends FactChange {
  block?: string;
  item?: string;
}

interface Group {
  spot: Spot;
  blocks: Set<string>;
  events: Set<EventDefinition>;
}

/**
 * What changes from release `a` to release `b`, for those who send and receive: events first, then blocks, then items.
 * A limit that is only written differently is no change; descriptions and examples are not compared.
 */
export function diffReleases(a: Release, b: Release): Change[] {
  const before = new Map(a.events.map((one) => [messageLabel(one), one]));
  const after = new Map(b.events.map((one) => [messageLabel(one), one]));
  const groups = new Map<string, Group>();
  for (const [label, old] of before) {
    const now = after.get(label);
    if (!now) continue;
    const [from, to] = [placesOf(a.jsonSchema(old, 'ingress')), placesOf(b.jsonSchema(now, 'ingress'))];
    for (const spot of spotsOf(from, to)) {
      const key = [spot.item ?? spot.block, spot.item === undefined, spot.kind, spot.what].join('\n');
      const group = groups.get(key) ?? { spot, blocks: new Set(), events: new Set() };
      groups.set(key, group);
      if (spot.block) group.blocks.add(spot.block);
      group.events.add(now);
    }
  }
  const channels = new Set(a.events.map((one) => one.interface));
  const added = b.events.filter((one) => !before.has(messageLabel(one)));
  const removed = a.events.filter((one) => !after.has(messageLabel(one)));
  const grouped = [...groups.values()].sort(
    (x, y) => Number(x.spot.item !== undefined) - Number(y.spot.item !== undefined),
  );
  return [
    ...added.map((one) => ofEvent(one, 'added', channels.has(one.interface))),
    ...removed.map((one) => ofEvent(one, 'removed', true)),
    ...grouped.map((group) => ofGroup(group, b.events.length)),
  ];
}

function ofEvent(one: EventDefinition, kind: 'added' | 'removed', breaking: boolean): Change {
  const label = messageLabel(one);
  const side: Side = kind === 'added' ? 'receiver' : 'sender';
  const must =
    kind === 'added' ? `A receiver of ${one.publication} must now take it.` : 'A sender must no longer send it.';
  const text = kind === 'added' ? `${label} is new.` : `${label} is no longer there.`;
  const own = kind === 'added' && !breaking ? ' Its interface is new too: nobody has received it so far.' : ` ${must}`;
  const name = { interface: one.interface, event: one.event };
  return { ...name, kind, text: text + own, breaking, sides: breaking ? [side] : [], events: [label] };
}

const version = 'CommonBlock S0 schemaVersion';

function versionSpots(from: Fact, to: Fact | undefined): Spot[] {
  const [old, now] = [from, to].map((fact) => words([...(fact?.values ?? ['any'])]));
  const what = `becomes ${now}, was ${old}`;
  const effects = { sender: `state ${now}`, receiver: `take ${now}` };
  return old === now ? [] : [{ kind: 'changed', block: 'S0', item: 'schemaVersion', what, effects }];
}

function spotsOf(from: Places, to: Places): Spot[] {
  return [...from].flatMap(([path, fact]) => {
    const now = to.get(path);
    if (path === version) return versionSpots(fact, now);
    const changes = now ? factChanges(fact, now) : [];
    return [...changes.map((change) => ({ ...change, ...subject(path, change.key) })), ...listSpots(path, from, to)];
  });
}

/** A place that became a list, or is none any more; one that is gone altogether is said of the block around it. */
function listSpots(path: string, from: Places, to: Places): Spot[] {
  const list = `${path} []`;
  if (!to.has(path) || from.has(list) === to.has(list)) return [];
  const [what, word] = to.has(list) ? ['is now a list', 'a list'] : ['is no longer a list', 'one, not a list'];
  return [{ kind: 'changed', what, effects: { sender: `send ${word}`, receiver: `take ${word}` }, ...subject(path) }];
}

/** Block and item that a place belongs to. What a report holds stands under `schema`. */
function subject(path: string, key?: string): Pick<Spot, 'block' | 'item'> {
  const parts = [...path.split(' '), ...(key === undefined ? [] : [key])].filter((part) => part && part !== '[]');
  const names = parts[1] === 'schema' && parts.length > 2 ? [parts[0]!, ...parts.slice(2)] : parts;
  const [whole, block = whole, ...inner] = names;
  return { ...(block !== undefined && { block }), ...(inner.length && { item: inner.at(-1)! }) };
}

const words = (list: string[]) =>
  list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)!}`;
const single = (list: string[]) => (list.length === 1 ? list[0] : undefined);

/** More interfaces, or blocks, than these are counted instead of named. */
const mostNamed = 8;

/** Where a change is: `IF-031 [MSApp]`, `5 messages of IF-031 and IF-032`, `all 146 messages`. */
function touched(labels: string[], interfaces: string[], all: number): string {
  if (labels.length <= 3) return words(labels);
  if (interfaces.length <= mostNamed) return `${labels.length} messages of ${words(interfaces)}`;
  return labels.length === all ? `all ${all} messages` : `${labels.length} messages of ${interfaces.length} interfaces`;
}

const blockWords = (blocks: string[]) => (blocks.length > mostNamed ? `${blocks.length} blocks` : words(blocks));

function ofGroup({ spot, blocks, events }: Group, all: number): Change {
  const { kind, what, effects, item } = spot;
  const labels = [...events].map(messageLabel);
  const interfaces = [...new Set([...events].map((one) => one.interface))];
  const sides = Object.keys(effects) as Side[];
  const where = item === undefined ? blockWords([...blocks]) || 'The message' : `${item} in ${blockWords([...blocks])}`;
  const must = sides.map((side) => `A ${side} must now ${effects[side]!}.`).join(' ');
  const one = { interface: single(interfaces), event: labels.length === 1 ? [...events][0]!.event : undefined };
  const named = { ...one, block: single([...blocks]), item };
  const present = Object.fromEntries(Object.entries(named).filter(([, name]) => name !== undefined));
  const text = [`${where} ${what}, in ${touched(labels, interfaces, all)}.`, must].filter(Boolean).join(' ');
  return { ...present, kind, text, breaking: sides.length > 0, sides, events: labels };
}
