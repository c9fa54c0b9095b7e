import { IncomingMessage, ServerResponse } from 'node:http';

/** How long what a refused client still sends is thrown away, so that it reads the answer and no reset. */
export const discardMs = 2000;

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
      parts.length = 0;
      reject(new BodyTooLarge());
    };
    request.on('data', keep);
    request.once('end', () => resolve(parts.length === 1 ? parts[0]! : Buffer.concat(parts, size)));
    request.once('error', (cause) => reject(new BodyCutShort(cause.message)));
    // Every request closes; an error is made only where the body was not whole.
    request.once(
      'close',
      () => request.complete || reject(new BodyCutShort('the connection ended before the body did')),
    );
  });
}

/**
 * Answers without having read the body and ends the connection. A client that is still writing would lose the answer
 * to a reset, so what it sends is thrown away until it stops, for two seconds at most. `continued` is whether it was
 * told to send its body.
 */
export function answerUnread(
  request: IncomingMessage,
  response: ServerResponse,
  { status, continued, headers }: { status: number; continued: boolean; headers?: Record<string, string> },
): void {
  response.writeHead(status, { ...headers, connection: 'close', 'content-length': 0 });
  if (!continued || request.complete) return void response.end();
  response.flushHeaders();
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, discardMs);
  request.once('end', end).once('close', end).resume();
}
