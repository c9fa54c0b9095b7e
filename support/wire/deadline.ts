import { errorsOf, wireErrors } from '../errors';

const raise = errorsOf(wireErrors);

/** A signal that fires at the deadline or with the caller's own signal; its reason is the QualifyError to reject with. */
export function deadline(url: string, timeoutMs: number, own?: AbortSignal): { signal: AbortSignal; clear(): void } {
  const controller = new AbortController();
  const stop = () => controller.abort(raise('WIRE_INTERRUPTED', { url }, url));
  const timer = setTimeout(() => controller.abort(raise('WIRE_TIMEOUT', { url, timeoutMs }, url)), timeoutMs);
  if (own?.aborted) stop();
  own?.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer);
      own?.removeEventListener('abort', stop);
    },
  };
}
