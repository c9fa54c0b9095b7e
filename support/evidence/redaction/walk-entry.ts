import { walk, type Visitor } from './walk';

/** What a ledger line is walked with: its sentences may quote values of messages, its URLs encode them. */
export interface EntryVisitor extends Visitor {
  sentence(text: string): string;
  url(text: string): string;
}

type Plain = Record<string, unknown>;

/** A copy of a ledger line in which each leaf that may tell of a customer is what the visitor made of it. */
export function walkEntry(entry: Plain, visitor: EntryVisitor): Plain {
  const result = { ...entry };
  if (typeof entry.mpan === 'string') result.mpan = visitor.value('mpan', entry.mpan);
  if (typeof entry.url === 'string') result.url = visitor.url(entry.url);
  if (typeof entry.step === 'string') result.step = visitor.text(entry.step);
  if (entry.headers) result.headers = headers(entry.headers as Record<string, string>, visitor);
  if (Array.isArray(entry.checks)) result.checks = (entry.checks as Plain[]).map((check) => reasoned(check, visitor));
  if (entry.body !== undefined) result.body = walk(entry.body, bodyVisitor(visitor));
  return result;
}

function reasoned(check: Plain, visitor: EntryVisitor): Plain {
  return typeof check.reason === 'string' ? { ...check, reason: visitor.sentence(check.reason) } : check;
}

/** Signature, hash and certificate are of the original, and stay. */
function headers(given: Record<string, string>, visitor: EntryVisitor): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, /^x-dip-/.test(name) ? value : visitor.text(value)]),
  );
}

// An answer may say in words what is wrong with a message; a value on its own has no space.
function bodyVisitor(visitor: EntryVisitor): Visitor {
  return {
    value: (of, value) => visitor.value(of, value),
    text: (text) => (text.includes(' ') ? visitor.sentence(text) : visitor.text(text)),
  };
}
