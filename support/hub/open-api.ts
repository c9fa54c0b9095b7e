import { createApi, type Api } from './api';
import { consoleHeaders, consolePage } from './console/page';
import { together } from './health';
import type { Tenant } from './tenant';

/** What may be had without a token: the empty console, and whether the hub is in order. */
export function openApi(tenants: () => readonly Tenant[]): Api {
  return createApi({
    'GET /': () => ({ text: consolePage, type: 'text/html; charset=utf-8', headers: consoleHeaders }),
    'GET /health': () => {
      const health = together(tenants().map((tenant) => tenant.health()));
      return { json: health, status: health.ok ? 200 : 503 };
    },
  });
}
