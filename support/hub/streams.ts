import type http from 'node:http';
import type { ApiAnswer } from './api';

/** Server-sent events to whoever listens. */
export interface Streams<E> {
  /** Answers a call with a stream; `open` begins what feeds it and returns the way to stop that. */
  answer(open: (send: (event: E) => void) => () => void): ApiAnswer;
  toAll(event: E): void;
  close(): void;
}

export function createStreams<E extends object>(): Streams<E> {
  const open = new Set<{ send(event: E): void; flush(): void; response: http.ServerResponse; stop(): void }>();
  return {
    answer: (begin) => ({
      stream(response) {
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
        response.flushHeaders();
        // What is told in one turn of the loop goes out together: a call of the system costs more than the text.
        let text = '';
        const flush = () => {
          if (text) response.write(text);
          text = '';
        };
        const send = (event: E) => {
          if (!text) setImmediate(flush);
          text += `data: ${JSON.stringify(event)}\n\n`;
        };
        const stream = { send, flush, response, stop: begin(send) };
        open.add(stream);
        response.on('close', () => {
          stream.stop();
          open.delete(stream);
        });
      },
    }),
    toAll(event) {
      for (const stream of open) stream.send(event);
    },
    close() {
      for (const { response, stop, flush } of open) {
        stop();
        flush();
        response.end();
      }
    },
  };
}
