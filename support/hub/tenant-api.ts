import { z } from 'zod';
import { controlErrors, errorsOf } from '../errors';
import { wholeEntry } from '../ledger';
import {
  actRequest,
  callRequest,
  faultRequest,
  instructionRequest,
  leaseRequest,
  probeRequest,
  releaseRequest,
  reportRequest,
  type StreamEvent,
} from '../control';
import { createApi, posted, type Api } from './api';
import type { Controls } from './controls';
import { exchangeOf, type Exchange } from './exchange';
import { exchangesOf, limitOf } from './exchanges';
import { metricsType } from './metrics';
import { createStreams } from './streams';

const raise = errorsOf(controlErrors);

export interface TenantView {
  controls: Controls;
  /** How the tenant's world stands. */
  state(): object;
  /** The tenant's own numbers in the Prometheus text form. */
  metrics(): string;
}

/** The part of the control API that the bearer of a tenant's token may use. */
export function tenantApi({ controls, state, metrics }: TenantView): Api {
  const streams = createStreams<StreamEvent>();
  const watching = createStreams<Exchange>();
  let aborted: (StreamEvent & { type: 'abort' }) | undefined;

  return createApi(
    {
      'POST /leases': posted(leaseRequest, (request) => {
        // Who has not begun is not to begin.
        if (aborted) throw raise('RUN_INTERRUPTED', { reason: aborted.reason });
        return controls.lease(request);
      }),
      'POST /acts': posted(actRequest, (request) => controls.act(request)),
      'POST /probes': posted(probeRequest, (request) => controls.probed(request)),
      'POST /instructions': posted(instructionRequest, (request) => controls.instruct(request)),
      'POST /faults': posted(faultRequest, (request) => controls.fault(request)),
      'GET /faults': () => ({ json: { faults: controls.faults() } }),
      'DELETE /faults/:id': ({ params }) => {
        controls.endFault(params.id!);
        return { json: {} };
      },
      'POST /releases': posted(releaseRequest, (request) => controls.release(request)),
      'POST /reports': posted(reportRequest, (request) => controls.report(request)),
      'POST /calls': posted(callRequest, (request) => controls.deliverTogether(request)),
      'POST /idle': posted(z.object({}), () => controls.idle()),
      'POST /abort': posted(z.object({ reason: z.string() }), ({ reason }) => {
        aborted = { type: 'abort', reason };
        streams.toAll(aborted);
      }),
      'GET /records/:dipId/:mpan': ({ params }) => ({ json: controls.records(params.dipId!, params.mpan!) }),
      'GET /state': () => ({ json: state() }),
      'GET /metrics': () => ({ text: metrics(), type: metricsType }),
      'GET /mpans': ({ query }) => ({
        json: { mpans: controls.mpans(limitOf(query.get('limit')), query.get('segment')) },
      }),
      'GET /exchanges': ({ query }) => ({
        json: {
          exchanges: exchangesOf(controls.entries(), {
            mpan: query.get('mpan'),
            transaction: query.get('transaction'),
            limit: limitOf(query.get('limit')),
          }),
        },
      }),
      'GET /exchanges/stream': () => watching.answer((send) => controls.subscribe((entry) => send(exchangeOf(entry)))),
      'GET /stream': ({ query }) =>
        streams.answer((send) => {
          const mpan = query.get('mpan');
          const stop = controls.subscribe(
            (entry) => entry.mpan === mpan && send({ type: 'entry', entry: wholeEntry(entry) }),
            Number(query.get('from') ?? 1),
          );
          if (aborted) send(aborted);
          return stop;
        }),
    },
    () => {
      streams.close();
      watching.close();
    },
  );
}
