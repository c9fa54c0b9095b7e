import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { z } from 'zod';
import { home } from '../session';
import { createAgent } from '../wire';
import type { Participant } from './hub.fixture';

const folder = path.join(home, 'docs/clients/postman');
const variable = z.object({ key: z.string(), value: z.string() });
const collectionSchema = z.object({
  item: z.array(
    z.object({
      name: z.string(),
      request: z.object({
        method: z.string(),
        header: z.array(variable),
        url: z.object({ raw: z.string() }),
        body: z.object({ raw: z.string() }).optional(),
      }),
    }),
  ),
  event: z.tuple([z.object({ listen: z.literal('prerequest'), script: z.object({ exec: z.array(z.string()) }) })]),
  variable: z.array(variable),
});

export const signingScript = (): string => readFileSync(path.join(folder, 'sign.js'), 'utf8');
export const placeholders = (): string =>
  readFileSync(path.join(folder, 'placeholders.postman_environment.json'), 'utf8');

export const collectionText = (): string => readFileSync(path.join(folder, 'dip.postman_collection.json'), 'utf8');
export const collection = () => collectionSchema.parse(JSON.parse(collectionText()));

/** A request as Postman would send it. */
export interface Prepared {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

/**
 * Does to a request of the collection what Postman does before it sends it. Stood in are `pm` (variables, and the parts
 * of the request that the script reads and changes) and the sandbox around it: an async function in a context that has
 * the standard globals alone, as Postman's has. Web Crypto is that of Node.
 */
export async function prepare(name: string, values: Readonly<Record<string, string>>): Promise<Prepared> {
  const { item, event, variable: usual } = collection();
  const request = item.find((one) => one.name === name)?.request;
  if (!request) throw new Error(`The collection has no request ${name}`);
  const variables = new Map([...usual.map(({ key, value }) => [key, value] as const), ...Object.entries(values)]);
  const replaceIn = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (whole, key: string) => variables.get(key) ?? whole);
  const headers = Object.fromEntries(request.header.map(({ key, value }) => [key, value]));
  const body = request.body && {
    raw: request.body.raw,
    update({ raw }: { mode: 'raw'; raw: string }) {
      body!.raw = raw;
    },
  };
  const pm = {
    variables: {
      get: (key: string) => variables.get(key),
      set: (key: string, value: string) => void variables.set(key, value),
      replaceIn,
    },
    request: {
      method: request.method,
      url: { toString: () => request.url.raw },
      headers: { upsert: ({ key, value }: { key: string; value: string }) => void (headers[key] = value) },
      body,
    },
  };
  const { crypto, atob, btoa } = globalThis;
  const context = createContext({ pm, crypto, atob, btoa, TextEncoder });
  await (runInContext(`(async () => {\n${event[0].script.exec.join('\n')}\n})()`, context) as Promise<void>);
  return { method: request.method, url: replaceIn(request.url.raw), headers, body: replaceIn(body?.raw ?? '') };
}

/** Sends it as a participant, over TLS. */
export async function send(
  of: Pick<Participant, 'identity'>,
  { method, url, headers, body }: Prepared,
): Promise<{ status: number; text: string }> {
  const agent = createAgent(of.identity);
  const request = https.request(url, {
    method,
    agent,
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
  });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const text = (await response.setEncoding('utf8').toArray()).join('');
  agent.destroy();
  return { status: response.statusCode!, text };
}
