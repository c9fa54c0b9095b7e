import { personalClasses } from '../../catalogue';
import type { Gathered } from './gather';
import type { Policy } from './policy';
import type { Redaction } from './record';
import type { Rewritten } from './rewrite-ledger';

type Struck = Redaction['struck'];

/** What a reader is told of what was struck, earlier ones included. */
export function struckOf({
  todo,
  found,
  told,
  earlier,
}: {
  todo: Policy;
  found: Gathered;
  told: Rewritten;
  earlier: Struck;
}): Struck {
  const now: Struck = personalClasses.flatMap((of) => {
    const [values, lines, treatment] = [found.values.get(of)!.size, told.lines.get(of) ?? 0, todo[of]];
    return treatment === 'keep' || values + lines === 0
      ? []
      : [{ rule: `policy:${of}`, class: of, treatment, values, lines }];
  });
  if (told.unreadable > 0) now.push({ rule: 'unreadable', treatment: 'mask', values: 0, lines: told.unreadable });
  const again = new Set(now.map(({ rule }) => rule));
  return [...earlier.filter(({ rule }) => !again.has(rule)), ...now];
}
