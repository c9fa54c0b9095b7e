import http from 'node:http';
import { z } from 'zod';
import { controlErrors, errorsOf, QualifyError, type Blame } from '../errors';
import { failure } from './schemas';

const raise = errorsOf(controlErrors);

export interface ControlCalls {
  headers: Record<string, string>;
  /** HUB_UNREACHABLE, HUB_TOKEN_WRONG, HUB_ANSWER_WRONG, and what the hub itself refuses with. */
  call<T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown): Promise<T>;
  close(): void;
}

/** Calls of a control API with a token, over connections that are kept. */
export function callControl(options: { url: string; token: string }): ControlCalls {
  const agent = new http.Agent({ keepAlive: true });
  const headers = { authorization: `Bearer ${options.token}`, 'content-type': 'application/json' };

  function open(method: string, path: string, body?: unknown): Promise<http.IncomingMessage> {
    return new Promise((resolve, reject) => {
      const request = http.request(new URL(path, options.url), { method, headers, agent }, resolve);
      request.on('error', (error) => reject(raise('HUB_UNREACHABLE', { url: options.url, problem: error.message })));
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  return {
    headers,
    async call(method, path, schema, body) {
      const response = await open(method, path, body);
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      if (response.statusCode === 401) throw raise('HUB_TOKEN_WRONG', {}, options.url);
      const answer = parseJson(Buffer.concat(chunks).toString('utf8'));
      if (response.statusCode !== 200) throw refused(answer, path);
      const parsed = schema.safeParse(answer);
      if (!parsed.success) throw raise('HUB_ANSWER_WRONG', { path });
      return parsed.data;
    },
    close: () => agent.destroy(),
  };
}

function refused(answer: unknown, path: string): QualifyError {
  const parsed = failure.safeParse(answer);
  if (!parsed.success) return raise('HUB_ANSWER_WRONG', { path });
  const { code, kind, message, fix, place } = parsed.data;
  return new QualifyError(code, kind as Blame, message, fix, place);
}

/** JSON, or undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
