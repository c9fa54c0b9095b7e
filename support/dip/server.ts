import { createDip } from './create-dip';
import { startFrontDoor } from './front-door';
import type { Dip, DipOptions } from './types';

/** One simulated DIP behind a front door of its own, on loopback (or `host`); `url` is the base of its message API. */
export async function startDip(o: DipOptions & { port?: number; host?: string }): Promise<Dip & { url: string }> {
  const dip = await createDip(o);
  const { identity, trust, port, host } = o;
  const door = await startFrontDoor({
    ...{ identity, trust, port, host },
    maxBodyBytes: o.limits.maxBodyBytes,
    ...(o.byFingerprint && { fingerprints: () => new Set(o.access.flatMap((one) => one.transportFingerprints)) }),
    dips: () => [dip],
  });
  return {
    ...dip,
    url: door.url,
    async close() {
      await door.close();
      await dip.close();
    },
  };
}
