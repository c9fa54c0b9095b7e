import { validateMessage, type Message } from '.';

/** A copy of a message with one place set to a value, or removed when the value is undefined. */
export function broken(message: Message, path: string, value?: unknown): unknown {
  const copy: unknown = structuredClone(message);
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  const last = keys.pop()!;
  const parent = keys.reduce((so, key) => (so as Record<string, unknown>)[key], copy) as Record<string, unknown>;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

/** Paths of the problems of a payload. */
export const pathsOf = (payload: unknown, direction: 'ingress' | 'egress' = 'ingress') => {
  const result = validateMessage(payload, direction);
  return result.ok ? [] : result.problems.map((problem) => problem.path);
};
