import { IncomingMessage, ServerResponse } from 'node:http';

const discardMs = 1000;

/** The body is over the limit; what came of it is dropped. */
export class BodyTooLarge extends Error {}
/** The client went away before its body was whole. */
export class BodyCutShort extends Error {}

/** Whether the content-length alone says that the body is too large. */
export function declaredTooLarge(request: IncomingMessage, limit: number): boolean {
  return Number(request.headers['content-length'] ?? 0) > limit;
}

/** The whole body. Rejects with BodyTooLarge as soon as the limit is passed, with BodyCutShort where it ends early. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (declaredTooLarge(request, limit)) return reject(new BodyTooLarge());
    const parts: Buffer[] = [];
    let size = 0;
    const keep = (part: Buffer) => {
      size += part.length;
      if (size <= limit) return void parts.push(part);
      request.off('data', keep).pause();
      reject(new BodyTooLarge());
    };
    request.on('data', keep);
    request.once('end', () => resolve(Buffer.concat(parts, size)));
    request.once('error', (cause) => reject(new BodyCutShort(cause.message)));
    request.once('close', () => reject(new BodyCutShort()));
  });
}

/**
 * Answers 413 and ends the connection. A client that is still writing would lose the answer to a reset, so what it
 * sends is thrown away until it stops, for a second at most.
 */
export function refuseBody(request: IncomingMessage, response: ServerResponse, continued: boolean): void {
  response.writeHead(413, { connection: 'close', 'content-length': 0 });
  if (!continued) return void response.end();
  response.flushHeaders();
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, discardMs);
  request.once('end', end).once('close', end).resume();
}
