import { eventDefinition, messageLabel } from '../catalogue';
import { at, fail, notApplicable, pass, type Rule } from './types';

const ids = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((id): id is string => typeof id === 'string' && id !== '') : [];

export const primaryRecipients: Rule = (entry, { parties }) => {
  const set = ids(at(entry.body, 'CommonBlock', 'A0', 'primaryRecipients'));
  if (set.length === 0) return notApplicable('the sender set no primary recipient');
  const definition = entry.interface && entry.event ? eventDefinition(entry.interface, entry.event) : undefined;
  if (!definition) return notApplicable('the event is not known');
  const { primary, secondary, always } = definition.recipients;
  const receives = new Set([...primary, ...secondary, ...always]);
  const wrong = set.flatMap((id) => {
    const role = parties.find((p) => p.dipId === id)?.role;
    if (role && receives.has(role)) return [];
    return [role ? `${id} is ${role}` : `${id} is not a party of this environment`];
  });
  if (wrong.length === 0) return pass;
  return fail(`${messageLabel(definition)} goes to ${[...receives].join(', ')}; ${wrong.join('; ')}`);
};

export const leavesD0ToDip: Rule = (entry) => {
  const common = at(entry.body, 'CommonBlock');
  const extra: string[] = [];
  if (at(common, 'D0') !== undefined) extra.push('D0');
  for (const name of ['secondaryRecipients', 'always'])
    if (ids(at(common, 'A0', name)).length) extra.push(`A0.${name}`);
  return extra.length ? fail(`expected no ${extra.join(', ')} in a submission: the DIP fills them in`) : pass;
};
