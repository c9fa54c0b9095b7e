import { factAt } from '../registration/facts';
import { alignments, handOver } from '../registration/alignment';
import { isLoaded, type LoadedRegister, type Register } from '../registration/register';
import { type Group, type Member, type RelationKind, withGroup } from '../registration/relations';
import type { Change, Update, UpdateRow } from './update';

const any = ['REG0000', 'REG0007', 'REG1051', 'REG1059'];
const linked = [...any, 'REG1050', 'REG1053', 'REG1054'];
const related = [...any, 'REG1060', 'REG1067'];

/** MPANs that belong together: IF-019 about the principal MPAN, answered by IF-020. */
export const relationshipRows: Readonly<Record<string, UpdateRow>> = {
  'IF-019 [LinkedImportExportCreate]': { answer: 'IF-020', codes: [...linked, 'REG1052'], change: add },
  'IF-019 [LinkedImportExportAdd]': {
    answer: 'IF-020',
    codes: [...linked, 'REG1055', 'REG1056', 'REG1057'],
    change: add,
  },
  'IF-019 [LinkedImportExportRemove]': { answer: 'IF-020', codes: [...linked, 'REG1055', 'REG1058'], change: remove },
  'IF-019 [RelatedCreate]': { answer: 'IF-020', codes: [...related, 'REG1061', 'REG1068'], change: add },
  'IF-019 [RelatedAdd]': {
    answer: 'IF-020',
    codes: [...related, 'REG1062', 'REG1063', 'REG1064', 'REG1066'],
    change: add,
  },
  'IF-019 [RelatedRemove]': { answer: 'IF-020', codes: [...related, 'REG1062', 'REG1065'], change: remove },
};

export const kindOf = ({ event }: Pick<Update, 'event'>): RelationKind =>
  event.startsWith('Linked') ? 'linked' : 'related';

/** The subsidiary MPANs that the request names. */
export const named = ({ custom }: Pick<Update, 'custom'>): string[] =>
  (custom.B090List ?? []).map((it) => it.subsidiaryMPAN);

/** What the Registration Service holds of another MPAN; undefined where it is not loaded. */
export function otherRegister({ context }: Pick<Update, 'context'>, mpan: string): LoadedRegister | undefined {
  const held = context.elsewhere?.(mpan) as Register | undefined;
  return held && isLoaded(held) ? held : undefined;
}

/** The subsidiaries join the group, or form one, and take the services of the principal. */
function add(update: Update): Change {
  const { register, context } = update;
  const kind = kindOf(update);
  const before = register.relations[kind];
  const joining = named(update).map((mpan) => memberOf(mpan, otherRegister(update, mpan)));
  const group: Group = {
    principal: memberOf(context.mpan, register),
    subsidiaries: [...(before?.subsidiaries ?? []), ...joining],
  };
  const next = { ...register, relations: withGroup(register.relations, kind, group) };
  return { register: next, others: alignments(next, context).filter((it) => it.args.kind === kind) };
}

/** Who leaves keeps the services that it has; a group of one is none. */
function remove(update: Update): Change {
  const { register, context } = update;
  const kind = kindOf(update);
  const before = register.relations[kind];
  if (!before) return { register };
  const leaving = named(update);
  const subsidiaries = before.subsidiaries.filter((it) => !leaving.includes(it.mpan));
  const group = subsidiaries.length > 0 ? { ...before, subsidiaries } : null;
  const next = { ...register, relations: withGroup(register.relations, kind, group) };
  const left = before.subsidiaries.filter((it) => leaving.includes(it.mpan)).map((it) => handOver(it.mpan, kind, null));
  return { register: next, others: [...left, ...alignments(next, context).filter((it) => it.args.kind === kind)] };
}

function memberOf(mpan: string, register: LoadedRegister | undefined): Member {
  const supplier = register?.supplier;
  return {
    mpan,
    energyDirection: (register && factAt(register.facts, 'B023')?.energyDirection) ?? 'I',
    supplier: supplier ? { dipId: supplier.dipId, mpid: supplier.mpid } : null,
  };
}
