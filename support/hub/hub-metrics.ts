import type { Metrics } from './metrics';
import type { Tenant } from './tenant';

/** Gauges that are read from the worlds of the tenants when somebody asks. */
export function tenantGauges(metrics: Metrics, tenants: () => readonly Tenant[]): void {
  metrics.gauge('dip_backlog', 'Messages that wait for their recipient, by interface.', () =>
    tenants().flatMap(({ name, dip }) => {
      const waiting = new Map<string, number>();
      for (const queue of dip.status().queues) {
        waiting.set(queue.channel, (waiting.get(queue.channel) ?? 0) + queue.waiting);
      }
      return [...waiting].map(([channel, value]) => ({ labels: { tenant: name, interface: channel }, value }));
    }),
  );
  metrics.gauge('dip_stalled_queues', 'Recipients and channels whose webhook does not answer.', () =>
    tenants().map(({ name, dip }) => ({
      labels: { tenant: name },
      value: dip.status().queues.filter(({ stalled }) => stalled).length,
    })),
  );
  metrics.gauge('dip_faults_on', 'Faults that are on.', () =>
    tenants().map((tenant) => ({
      labels: { tenant: tenant.name },
      value: Object.values(tenant.health().faults).reduce((sum, count) => sum + count, 0),
    })),
  );
  metrics.gauge('dip_healthy', '1 when the world of the tenant is in order.', () =>
    tenants().map((tenant) => ({ labels: { tenant: tenant.name }, value: tenant.health().ok ? 1 : 0 })),
  );
}

/** What the process itself takes. */
export function processMetrics(metrics: Metrics): void {
  const one = (value: number) => [{ labels: {}, value }];
  metrics.gauge('process_resident_memory_bytes', 'Memory of the process.', () => one(process.memoryUsage().rss));
  metrics.gauge('nodejs_heap_size_used_bytes', 'Heap in use.', () => one(process.memoryUsage().heapUsed));
  metrics.gauge('process_uptime_seconds', 'Time since the start.', () => one(Math.round(process.uptime())));
}
