import type { Coverage, Gap, ItemFact } from '../evidence';
import { codeWay, gaps, messageWay } from './coverage-gaps';
import { matrix, processes } from './coverage-processes';
import { shareText, type Section } from './coverage-section';
import { counted } from './output';

const notProved = 'exchanged, not proved';

/** The tables of a coverage, in the order in which they are read. `all`: what is out of scope, too. */
export function sectionsOf(coverage: Coverage, all: boolean): Section[] {
  return [
    processes(coverage),
    messages(coverage),
    byRole(coverage),
    codes(coverage),
    values(coverage),
    ...gaps(coverage),
    elsewhere(coverage),
    ...(coverage.offDip.length > 0 ? [offDip(coverage)] : []),
    matrix(coverage),
    ...(all ? [outOfScope(coverage)] : []),
  ];
}

function messages({ messages: { items, ...share } }: Coverage): Section {
  const went = items.filter(({ exchanged }) => exchanged > 0).sort((a, b) => (a.label < b.label ? -1 : 1));
  const rows = went.map((one) => [
    one.label,
    messageWay(one),
    one.grade ?? notProved,
    String(one.exchanged),
    one.provedBy.length > 0 ? counted(one.provedBy.length, 'scenario') : reasonOf(one.gap),
  ]);
  const head = ['message', 'participant', 'proof', 'times', 'by'];
  return { title: 'By interface and event', head, rows, total: shareText(share, 'messages') };
}

const reasonOf = (gap: Gap | null) => gap?.reason.replace(`${notProved}: `, '') ?? '';

function byRole({ messages: { byRole: shares, ...share } }: Coverage): Section {
  const rows = shares.map((one) => [messageWay(one), `${one.proved} of ${one.total}`]);
  const head = ['participant', 'messages proved'];
  return { title: 'By role and direction', head, rows, total: shareText(share, 'messages') };
}

function codes({ codes: { items, ...share } }: Coverage): Section {
  const rows = items
    .filter(({ exchanged }) => exchanged > 0)
    .map((one) => [
      one.code,
      codeWay(one),
      one.where.join(', '),
      one.grade ?? notProved,
      one.modes.join(', ') || '-',
      one.grade ? one.text : `${one.text}: ${reasonOf(one.gap)}`,
    ]);
  const head = ['code', 'participant', 'in', 'proof', 'mode', 'text'];
  return { title: 'By response code', head, rows, total: shareText(share, 'codes') };
}

function values({ values: { items, ...share } }: Coverage): Section {
  const rows = items.map(({ item, values: all }) => {
    const proved = all.filter(({ grade }) => grade !== null).map(nameOf);
    const went = all.filter(({ grade, exchanged }) => grade === null && exchanged > 0).map(nameOf);
    const never = all.filter(({ exchanged }) => exchanged === 0).map(nameOf);
    const parts = [
      proved.join(' '),
      went.length > 0 && `${notProved}: ${went.join(' ')}`,
      never.length > 0 && `never: ${never.join(' ')}`,
    ];
    return [item, `${proved.length} of ${all.length}`, parts.filter(Boolean).join('; ')];
  });
  const head = ['item', 'values proved', 'which'];
  return { title: 'By value of the enumerated items in these messages', head, rows, total: shareText(share, 'values') };
}

const nameOf = ({ value }: ItemFact['values'][number]) => value;

function elsewhere({ elsewhere: items }: Coverage): Section {
  const rows = items.map(({ label, exchanged }) => [label, String(exchanged)]);
  const total = `${counted(items.length, 'message')} went between other parties; nothing of the participant is proved by them`;
  return { title: 'Between other parties only', head: ['message', 'times'], rows, total };
}

function offDip({ offDip: items }: Coverage): Section {
  const rows = items.map(({ message, from, to, shown, scenarios }) => {
    const ways = Object.entries(shown).filter(([, times]) => times > 0);
    const text = ways.map(([how, times]) => `${how} (${times})`).join(', ');
    return [message, `${from} to ${to.join(', ')}`, text, scenarios.join(', ')];
  });
  const total = `${counted(items.length, 'leg')} off the DIP; none of them counts among the messages`;
  return { title: 'Off the DIP', head: ['leg', 'parties', 'shown by', 'scenarios'], rows, total };
}

function outOfScope({ outOfScope: labels, roles }: Coverage): Section {
  const row = [labels.join(', ')];
  const total = `${counted(labels.length, 'message')}: ${roles.join(', ')} may neither send nor receive them`;
  return { title: 'Out of scope', head: ['messages'], rows: labels.length > 0 ? [row] : [], total };
}
