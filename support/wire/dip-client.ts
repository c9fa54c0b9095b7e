import axios, { AxiosResponse } from 'axios';
import { deadline } from './deadline';
import { requestFailure, requestUrl } from './failures';
import { Identity } from './identity';
import { answerLimit, createAgent, HttpAnswer, plainHeaders } from './post-signed';
import { createSigner, signatureHeaders } from './signer';
import { StandardItem } from './standard-response';

/** What is asked for of the past, as published: all keys must be there, null asks for anything. */
export interface MessageRequest {
  /** Date-times of the wire. */
  datetimeFrom: string | null;
  datetimeTo: string | null;
  /** With brackets: `[MSAppAccepted]`. */
  eventCode: string | null;
  MPAN: string | null;
  version: string | null;
  transactionIDs?: string[];
}

/** What a DIP user says to the DIP. Any HTTP status is an answer; what gives no answer rejects with a QualifyError. */
export interface DipClient {
  /** POST /dip-channel/{channel} with a JSON array of `{payload}`; `channel` is such as `IF-031`. */
  submit(channel: string, payloads: readonly unknown[]): Promise<HttpAnswer>;
  /** The same with the body as it is. */
  submitBytes(channel: string, body: Buffer): Promise<HttpAnswer>;
  /** Registers our webhook for the publications of a channel. */
  configureWebhook(channel: string, callbackUrl: string): Promise<HttpAnswer>;
  removeWebhook(channel: string): Promise<HttpAnswer>;
  /** Registers our webhook for status messages. */
  configureStatusWebhook(callbackUrl: string): Promise<HttpAnswer>;
  /** Asks for past publications of a channel in the answer. */
  replay(channel: string, request: MessageRequest): Promise<HttpAnswer>;
  /** Asks for past publications of a channel to be brought to the webhook again. */
  requeue(channel: string, request: MessageRequest): Promise<HttpAnswer>;
  /** POST /statusmessage. */
  sendStatus(items: readonly StandardItem[]): Promise<HttpAnswer>;
  /** Closes its connections. */
  close(): void;
}

/**
 * Makes a client with an axios instance and a keep-alive connection of its own. `baseUrl` may have a path;
 * `timeoutMs` (default 30,000) is from sending to the last byte of the answer.
 */
export function createDipClient(o: {
  identity: Identity;
  dipId: string;
  apiKey: string;
  baseUrl: string;
  timeoutMs?: number;
  /** How a request is signed; by default with `signatureHeaders`. */
  sign?: typeof signatureHeaders;
}): DipClient {
  const sign = o.sign ?? signatureHeaders;
  const base = requestUrl(o.baseUrl).href.replace(/\/+$/, '');
  const timeoutMs = o.timeoutMs ?? 30_000;
  const signer = createSigner(o.identity.signing);
  const agent = createAgent(o.identity);
  const http = axios.create({
    adapter: 'http',
    httpsAgent: agent,
    transformRequest: [],
    transformResponse: [],
    responseType: 'arraybuffer',
    maxRedirects: 0,
    maxBodyLength: Infinity,
    maxContentLength: answerLimit,
    proxy: false,
    validateStatus: () => true,
  });

  async function send(method: 'POST' | 'DELETE', path: string[], body: Buffer): Promise<HttpAnswer> {
    const url = requestUrl([base, ...path.map(encodeURIComponent)].join('/')).href;
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-api-key': o.apiKey,
      ...sign(signer, { method, url, body }),
    };
    const limit = deadline(url, timeoutMs);
    const started = performance.now();
    try {
      const answer: AxiosResponse<Buffer> = await http.request({
        method,
        url,
        headers,
        data: body,
        signal: limit.signal,
      });
      return {
        status: answer.status,
        headers: plainHeaders(answer.headers),
        body: Buffer.from(answer.data),
        ms: performance.now() - started,
      };
    } catch (error) {
      throw limit.signal.aborted ? limit.signal.reason : requestFailure(withoutRequest(error), url);
    } finally {
      limit.clear();
    }
  }

  const post = (path: string[], body: unknown) => send('POST', path, Buffer.from(JSON.stringify(body), 'utf8'));
  return {
    submit: (channel, payloads) =>
      post(
        ['dip-channel', channel],
        payloads.map((payload) => ({ payload })),
      ),
    submitBytes: (channel, body) => send('POST', ['dip-channel', channel], body),
    configureWebhook: (channel, callbackURL) => post(['dip-channel', channel, 'pubconfig', o.dipId], { callbackURL }),
    // An empty object, since the known signing scripts hash `{}` where a request has no body.
    removeWebhook: (channel) => send('DELETE', ['dip-channel', channel, 'pubconfig', o.dipId], Buffer.from('{}')),
    configureStatusWebhook: (callbackURL) => post(['statusmessage', 'config', o.dipId], { callbackURL }),
    replay: (channel, request) => post(['dip-channel', channel, 'replay', o.dipId], request),
    requeue: (channel, request) => post(['dip-channel', channel, 'requeue', o.dipId], request),
    sendStatus: (items) => post(['statusmessage'], items),
    close: () => agent.destroy(),
  };
}

// An axios error carries the request with its keys: only the network error beneath it goes on.
function withoutRequest(error: unknown): unknown {
  if (!axios.isAxiosError(error)) return error;
  return Object.assign(new Error(error.message), { code: error.code });
}
