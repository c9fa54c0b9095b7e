import type { FaultKind, FaultSpec } from './types';

type Option = Exclude<keyof FaultSpec, 'kind'>;

interface Kind {
  /** What of a spec means something for it. */
  options: readonly Option[];
  /** It shows how a webhook behaves: nothing for a party in this process. */
  needsWebhook?: true;
  /** It strikes until it is ended, unless `times` is told. */
  endless?: true;
}

const submission = ['from', 'channel', 'event', 'mpan', 'times'] as const;
const publication = ['to', ...submission] as const;
const webhook = { options: publication, needsWebhook: true } as const;

export const kinds: Readonly<Record<FaultKind, Kind>> = {
  hold: { options: publication, endless: true },
  delay: { options: [...publication, 'delayMs'] },
  drop: { options: publication },
  duplicate: { options: publication },
  reorder: { options: [...publication, 'by'] },
  'as-replay': { options: publication },
  'and-replay': { options: publication },
  'white-space': webhook,
  'with-nulls': { options: publication },
  'large-body': webhook,
  'large-body-expect': webhook,
  'broken-schema': webhook,
  'wrong-signature': webhook,
  'foreign-environment': webhook,
  'corrupt-body': webhook,
  'wrong-certificate': webhook,
  'expired-certificate': webhook,
  reset: webhook,
  'slow-body': { ...webhook, options: [...publication, 'delayMs'] },
  unavailable: { options: [...submission, 'retryAfterS'] },
  'lose-answer': { options: submission },
  unresolved: { options: [...submission, 'code'] },
  answer: { options: [...submission, 'status', 'retryAfterS'] },
  outage: { options: ['to', 'from', 'channel', 'event', 'mpan', 'forMs', 'pace', 'retryAfterS'], endless: true },
};
