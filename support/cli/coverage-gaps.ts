import type { Coverage, Direction, Gap } from '../evidence';
import type { Section } from './coverage-section';

/** `SUP sends` */
export const messageWay = (one: { role: string; direction: Direction }) =>
  `${one.role} ${one.direction === 'sent' ? 'sends' : 'receives'}`;
/** `SUP is given` */
export const codeWay = (one: { role: string; direction: Direction }) =>
  `${one.role} ${one.direction === 'sent' ? 'gives' : 'is given'}`;

/** What was not exchanged at all, under the reason that it has in common. */
export function gaps({ messages, codes }: Coverage): Section[] {
  return [
    gapSection(
      'Messages that were not exchanged, and why',
      messages.items.map((one) => ({ ...one, name: one.label, who: messageWay(one) })),
    ),
    gapSection(
      'Response codes that did not come, and why',
      codes.items.map((one) => ({ ...one, name: one.code, who: codeWay(one) })),
    ),
  ];
}

interface Lacking {
  who: string;
  name: string;
  exchanged: number;
  gap: Gap | null;
}

function gapSection(title: string, items: readonly Lacking[]): Section {
  const open = items.filter(({ exchanged }) => exchanged === 0);
  const groups = new Map<string, { head: string[]; names: string[] }>();
  for (const { who, name, gap } of open) {
    const head = [who, gap?.reason ?? ''];
    const key = head.join('\n');
    const group = groups.get(key) ?? { head, names: [] };
    group.names.push(name);
    groups.set(key, group);
  }
  const rows = [...groups.values()].map(({ head, names }) => [...head, String(names.length), names.join(', ')]);
  const total = `${open.length} of ${items.length} did not come`;
  return { title, head: ['participant', 'why', 'number', 'which'], rows, total, stacked: true };
}
