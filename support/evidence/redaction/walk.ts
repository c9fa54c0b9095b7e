import { packReport, personalClass, unpackReport, type PersonalClass } from '../../catalogue';

/** What a walk does with the leaves that it meets; each gives what is to stand there. */
export interface Visitor {
  /** A value that its key puts into a class. */
  value(of: PersonalClass, value: unknown): unknown;
  /** Any other text. */
  text(text: string): string;
}

/** Keys of what is always kept: parties, transactions, references. */
const kept = /^(?:transactionID|(?:sender|initial)?correlationID|senderUniqueReference|reference)$|(?:DIPID|MPID)$/i;
const deepest = 200;
const mostReport = 64 * 1024 * 1024;

/** A copy of a JSON value in which each leaf is what the visitor made of it. */
export function walk(value: unknown, visitor: Visitor, of?: PersonalClass, depth = 0): unknown {
  if (value === null || typeof value !== 'object') {
    if (of !== undefined) return visitor.value(of, value);
    return typeof value === 'string' ? visitor.text(value) : value;
  }
  // Nothing of ours is so deep; what nobody reads must not pass.
  if (depth > deepest) return null;
  if (Array.isArray(value)) return value.map((item) => walk(item, visitor, of, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, below(key, inner, visitor, of, depth + 1)]),
  );
}

function below(key: string, inner: unknown, visitor: Visitor, above: PersonalClass | undefined, depth: number) {
  if (kept.test(key)) return inner;
  if (/^compressedReport$/i.test(key) && typeof inner === 'string') return report(inner, visitor);
  return walk(inner, visitor, personalClass(key, above), depth);
}

/** A report is packed again where something in it was struck; one that cannot be read goes as consumption. */
function report(packed: string, visitor: Visitor): unknown {
  let content: unknown;
  try {
    content = unpackReport({ compressedReport: packed }, mostReport);
  } catch {
    return visitor.value('consumption', packed);
  }
  let changed = false;
  const noting: Visitor = {
    value(of, value) {
      const result = visitor.value(of, value);
      changed ||= result !== value;
      return result;
    },
    text(text) {
      const result = visitor.text(text);
      changed ||= result !== text;
      return result;
    },
  };
  const walked = walk(content, noting);
  return changed ? packReport(walked) : packed;
}
