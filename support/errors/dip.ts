import type { ErrorDefinition } from './error';

export const dipErrors = {
  DIP_WEBHOOK_NOT_HTTPS: {
    kind: 'configuration',
    text: 'The webhook of {dipId} for {channel} is not an https URL: {url}',
    cause: 'The DIP calls webhooks over mutual TLS only.',
    fix: 'Give the full https URL of the receiver, for example https://127.0.0.1:8443/dip/IF-031.',
  },
  DIP_FAULT_NEEDS_WEBHOOK: {
    kind: 'configuration',
    text: 'The fault {fault} cannot be set for {to}: it is simulated in this process and has no webhook to refuse with',
    cause: 'A spoilt publication shows how a receiver refuses; a simulated party is no receiver under test.',
    fix: 'Set the fault for a DIP ID of the participant, or bind the position to the participant.',
  },
  DIP_NOT_ONE_CALL: {
    kind: 'configuration',
    text: 'These publications to {to} cannot travel in one call of its webhook: {ways}',
    cause: 'A call of a webhook holds publications of one channel, sent on behalf of one party.',
    fix: 'Name messages of one interface and of one sender.',
  },
  DIP_NOT_HELD: {
    kind: 'configuration',
    text: 'No {label} of MPAN {mpan} to {to} is held, so it cannot be released in that order. Held: {held}',
    cause: 'The message was not sent yet, the hold was set after it, or the label is not one of the catalogue.',
    fix: 'Set the hold before the messages, wait until they are accepted, and name them as IF-036 [MSAppActive].',
  },
} satisfies Record<string, ErrorDefinition>;
