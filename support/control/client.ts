import http from 'node:http';
import { createParser } from 'eventsource-parser';
import { z } from 'zod';
import { callControl, parseJson } from './call';
import {
  activeFault,
  activeFaults,
  lease,
  recorded,
  streamEvent,
  type ActiveFault,
  type ActRequest,
  type CallRequest,
  type FaultRequest,
  type InstructionRequest,
  type Lease,
  type LeaseRequest,
  type ProbeRequest,
  type Recorded,
  type ReleaseRequest,
  type ReportRequest,
  type StreamEvent,
} from './schemas';

const done = z.object({});

/** What a stream tells: an event of the hub, or that there is no hub any more. */
export type StreamNews = StreamEvent | { type: 'lost'; reason: string };

export interface ControlClient {
  lease(request: LeaseRequest): Promise<Lease>;
  act(request: ActRequest): Promise<void>;
  /** Records what a probe of the participant answered. */
  probed(request: ProbeRequest): Promise<Recorded>;
  instruct(request: InstructionRequest): Promise<void>;
  /** Turns a fault on; `endFault` takes its id. DIP_FAULT_WRONG, DIP_FAULT_NEEDS_WEBHOOK. */
  fault(request: FaultRequest): Promise<ActiveFault>;
  /** The faults that are on. */
  faults(): Promise<ActiveFault[]>;
  /** DIP_FAULT_UNKNOWN. */
  endFault(id: string): Promise<void>;
  release(request: ReleaseRequest): Promise<void>;
  deliverTogether(request: CallRequest): Promise<void>;
  /** A simulated recipient refuses afterwards what was delivered to it. */
  report(request: ReportRequest): Promise<void>;
  /** Records of a simulated party. */
  records(dipId: string, mpan: string): Promise<unknown>;
  /**
   * Calls back for every ledger entry of an MPAN from `seq` on, when the run is to end, and when the hub is lost.
   * Returns the way to stop.
   */
  stream(mpan: string, seq: number, listener: (event: StreamNews) => void): () => void;
  /** Ends every wait of every worker. */
  abort(reason: string): Promise<void>;
  /** Resolves when the simulated DIP has nothing more to deliver. */
  idle(): Promise<void>;
  close(): void;
}

/** Speaks with the hub's control API on loopback. */
export function createControlClient(options: { url: string; token: string }): ControlClient {
  const { call, headers, close } = callControl(options);

  return {
    lease: (request) => call('POST', '/leases', lease, request),
    act: async (request) => void (await call('POST', '/acts', done, request)),
    probed: (request) => call('POST', '/probes', recorded, request),
    instruct: async (request) => void (await call('POST', '/instructions', done, request)),
    fault: (request) => call('POST', '/faults', activeFault, request),
    faults: async () => (await call('GET', '/faults', activeFaults)).faults,
    endFault: async (id) => void (await call('DELETE', `/faults/${encodeURIComponent(id)}`, done)),
    report: async (request) => void (await call('POST', '/reports', done, request)),
    release: async (request) => void (await call('POST', '/releases', done, request)),
    deliverTogether: async (request) => void (await call('POST', '/calls', done, request)),
    records: (dipId, mpan) => call('GET', `/records/${dipId}/${mpan}`, z.unknown()),
    stream(mpan, seq, listener) {
      const parser = createParser({
        onEvent: (event) => {
          const parsed = streamEvent.safeParse(parseJson(event.data));
          if (parsed.success) listener(parsed.data);
        },
      });
      let request: http.ClientRequest | undefined = http.request(
        new URL(`/stream?mpan=${mpan}&from=${seq}`, options.url),
        { headers },
        (response) => {
          response.setEncoding('utf8');
          response.on('data', (text: string) => parser.feed(text));
          // A hub that is killed breaks the stream off without an end.
          response.on('error', () => undefined);
          response.on('close', () => request && listener({ type: 'lost', reason: 'the hub has ended' }));
        },
      );
      request.on(
        'error',
        (error) => request && listener({ type: 'lost', reason: `the hub is gone (${error.message})` }),
      );
      request.end();
      return () => {
        const ending = request;
        request = undefined;
        ending?.destroy();
      };
    },
    abort: async (reason) => void (await call('POST', '/abort', done, { reason })),
    idle: async () => void (await call('POST', '/idle', done, {})),
    close,
  };
}
