/** A message that a line of the generator sends; the messages of one line are sent one after the other. */
export interface Sent {
  line: number;
  /** Its place in the line. */
  place: number;
  channel: string;
  to: readonly string[];
}

/** One message that arrived at a webhook, in order of arrival. */
export interface Arrived {
  to: string;
  channel: string;
  reference: string;
  transactionID: string;
}

export interface Flow {
  /** By sender unique reference. */
  sent: ReadonlyMap<string, Sent>;
  /** The transaction id of a 201; null where only a later refusal told that it had been accepted. */
  accepted: ReadonlyMap<string, string | null>;
  arrived: readonly Arrived[];
}

/** What is wrong with a flow: loss, disorder, invention. Duplicates are none of them. */
export function problemsOf({ sent, accepted, arrived }: Flow): string[] {
  const problems: string[] = [];
  const first = new Set<string>();
  const ids = new Map<string, string>();
  const reached = new Map<string, number>();
  for (const { to, channel, reference, transactionID } of arrived) {
    const origin = sent.get(reference);
    if (!origin || !origin.to.includes(to) || origin.channel !== channel) {
      problems.push(`invention: ${reference} came to ${to} on ${channel}`);
      continue;
    }
    const id = ids.get(reference) ?? accepted.get(reference) ?? transactionID;
    ids.set(reference, id);
    if (id !== transactionID) problems.push(`invention: ${reference} came as ${transactionID}, it was ${id}`);
    const key = `${to} ${reference}`;
    if (first.has(key)) continue;
    first.add(key);
    const queue = `${to} ${channel} ${origin.line}`;
    const before = reached.get(queue) ?? -1;
    if (origin.place < before) {
      problems.push(`disorder: ${reference} (${origin.place}) came to ${to} on ${channel} after ${before}`);
    }
    reached.set(queue, Math.max(before, origin.place));
  }
  for (const reference of accepted.keys()) {
    const lost = sent.get(reference)?.to.filter((to) => !first.has(`${to} ${reference}`)) ?? [];
    if (lost.length > 0) problems.push(`loss: ${reference} never came to ${lost.join(', ')}`);
  }
  return problems;
}
