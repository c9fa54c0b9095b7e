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
  DIP_FAULT_WRONG: {
    kind: 'configuration',
    text: 'The fault {kind} cannot be turned on: {problem} ({hint})',
    cause:
      'It names something that is not there, or an option that this kind of fault does not have, and would never do what was meant.',
    fix: 'Correct what is named; docs/faults.md lists the kinds with their options.',
  },
  DIP_FAULT_UNKNOWN: {
    kind: 'configuration',
    text: 'No fault {id} is on. On: {on}',
    cause: 'It has ended: it struck as often as it was told to, its time was over, or somebody ended it.',
    fix: 'See GET /faults of the control API for those that are on.',
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
  DIP_JOURNAL_IN_USE: {
    kind: 'configuration',
    text: 'The journal in {dir} is in use by process {pid}',
    cause: 'Two hubs were started on one state folder; each would deliver what the other accepted.',
    fix: 'Stop the other process, or give this hub a folder of its own.',
  },
  DIP_JOURNAL_NOT_WRITTEN: {
    kind: 'environment',
    text: 'The journal in {dir} cannot be written: {problem}',
    cause: 'The disk is full, or the folder cannot be written.',
    fix: 'Free disk space or repair the rights of the folder. Submissions are accepted again as soon as a write succeeds.',
  },
  DIP_JOURNAL_DAMAGED: {
    kind: 'environment',
    text: 'The journal file cannot be read from byte {offset} on: {problem}',
    cause:
      'The file was changed, or the disk lost a part of it. A write that was cut off at its end is no such damage.',
    fix: 'Restore the file, or move it away: what it held is then neither delivered nor replayed.',
  },
  DIP_JOURNAL_CLOSED: {
    kind: 'harness',
    text: 'The journal is closed: nothing is accepted any more',
    cause: 'A submission came while the DIP was being stopped.',
    fix: 'Submit again when it has been started again.',
  },
  DIP_WEBHOOK_HOST: {
    kind: 'configuration',
    text: 'The webhook of {dipId} for {channel} may not be called: {host} is not among the hosts that are allowed',
    cause: 'The hub calls only the hosts of its list, so that nobody can point it at a machine of others.',
    fix: 'Add the host to webhookHosts, by its name, as *.example.org, or by its address; or give another URL.',
  },
  DIP_WEBHOOK_HOST_PATTERN: {
    kind: 'configuration',
    text: '"{pattern}" is no host that webhooks could be allowed on',
    cause: 'It has a scheme, a port or a path, or a star that does not stand for whole labels at the front.',
    fix: 'Give names (hooks.example.org), all names below one (*.example.org), addresses or networks (10.0.0.0/8).',
  },
} satisfies Record<string, ErrorDefinition>;
