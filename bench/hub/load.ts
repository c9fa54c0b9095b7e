import http from 'node:http';
import https from 'node:https';
import type { Identity } from '../../support/wire';
import type { ReadyRequest } from './requests';

export const inFlight = 16;

/** Sends requests over kept-alive connections, a set number in flight at a time. */
export interface Load {
  /** Resolves when all are answered; rejects on another status than the one that is due. */
  send(requests: readonly ReadyRequest[], status?: number): Promise<void>;
  close(): void;
}

/** Over TLS with the identity's certificate, without one over plain HTTP. */
export function openLoad(base: string, identity?: Identity): Load {
  const { hostname, port } = new URL(base);
  const options = { keepAlive: true, maxSockets: inFlight };
  const agent = identity
    ? new https.Agent({
        ...options,
        key: identity.transport.key,
        cert: identity.transport.certificate,
        ca: identity.ca,
      })
    : new http.Agent(options);
  const { request } = identity ? https : http;

  function one({ path, headers, body }: ReadyRequest, due: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const call = request({ hostname, port, path, method: 'POST', headers, agent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          if (response.statusCode === due) return resolve();
          reject(new Error(`${path}: ${response.statusCode} ${Buffer.concat(parts).toString('utf8').slice(0, 500)}`));
        });
      });
      call.on('error', reject);
      call.end(body);
    });
  }

  return {
    async send(requests, status = 201) {
      let next = 0;
      const worker = async () => {
        while (next < requests.length) await one(requests[next++]!, status);
      };
      await Promise.all(Array.from({ length: inFlight }, worker));
    },
    close: () => agent.destroy(),
  };
}
