import type http from 'node:http';
import type { z } from 'zod';
import { controlErrors, errorsOf } from '../errors';

const raise = errorsOf(controlErrors);

/** A call of the control API: its query, and what stands in the places of the path. */
export interface ApiCall {
  query: URLSearchParams;
  params: Readonly<Record<string, string>>;
  body: unknown;
}

/** What answers a call: JSON, text of another type, or a stream that goes on. */
export type ApiAnswer =
  | { json: unknown; status?: number }
  | { text: string; type: string; headers?: Record<string, string> }
  | { stream(response: http.ServerResponse): void };

export type ApiHandler = (call: ApiCall) => Promise<ApiAnswer> | ApiAnswer;

/** Routes by `POST /acts` or `GET /records/:dipId/:mpan`. */
export interface Api {
  find(method: string, path: string): { handle: ApiHandler; params: Record<string, string> } | undefined;
  /** Ends the streams that are open. */
  close(): void;
}

export function createApi(routes: Readonly<Record<string, ApiHandler>>, close: () => void = () => undefined): Api {
  const table = Object.entries(routes).map(([key, handle]) => {
    const [method, path] = key.split(' ') as [string, string];
    return { method, parts: path.split('/'), handle };
  });
  return {
    find(method, path) {
      const parts = path.split('/');
      for (const route of table) {
        if (route.method !== method || route.parts.length !== parts.length) continue;
        const params = match(route.parts, parts);
        if (params) return { handle: route.handle, params };
      }
      return undefined;
    },
    close,
  };
}

/** A route that takes a body of a schema and answers JSON. REQUEST_WRONG. */
export function posted<T>(
  schema: z.ZodType<T>,
  handle: (value: T, call: ApiCall) => Promise<object | void> | object | void,
): ApiHandler {
  return async (call) => {
    const parsed = schema.safeParse(call.body);
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      throw raise('REQUEST_WRONG', { problem: `${issue.path.join('.')}: ${issue.message}` });
    }
    return { json: (await handle(parsed.data, call)) ?? {} };
  };
}

// What can stand in a place of a path, by its name.
const forms: Readonly<Record<string, RegExp>> = { dipId: /^\d{10}$/, mpan: /^\d{13}$/ };
const anyForm = /^[\w-]+$/;

function match(wanted: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index]!;
    if (!part.startsWith(':')) {
      if (part !== value) return undefined;
      continue;
    }
    if (!(forms[part.slice(1)] ?? anyForm).test(value)) return undefined;
    params[part.slice(1)] = value;
  }
  return params;
}
