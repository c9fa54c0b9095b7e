import type { ProbeRequest, Recorded } from '../control';
import type { LedgerEntry, LedgerInput, WireFacts } from '../ledger';
import type { Redactor } from '../wire';

type Recorder = (input: LedgerInput, facts: WireFacts) => LedgerEntry;

/** Writes what a probe of the participant answered into the ledger, its secrets struck. */
export function probeRecorder(record: Recorder, redact: Redactor): (request: ProbeRequest) => Recorded {
  return ({ dipId, mpan, step, probe, method, url, status, data, bodySha256, ms }) => {
    const { value: body, rules: redacted } = redact.value(data);
    const { seq } = record(
      {
        ...{ kind: 'probe', source: 'participant', from: dipId, to: 'harness', mpan, step, name: probe },
        ...{ method, url: redact.text(url), httpStatus: status, body, bodySha256, redacted, ms },
      },
      {},
    );
    return { seq };
  };
}
