import { eventDefinition, messageLabel } from '../catalogue';
import { reportIt } from '../checks';
import type { Fault } from './fault';
import { inWords } from './positions';
import type { ConversationContext } from './types';

/** What the reader does next, in market words. */
export function nextStep({ blame, code, root }: Fault, ctx: ConversationContext): string {
  const { from, message } = root.leg;
  const who = inWords(from);
  const label = messageLabel(message);
  if (blame === 'harness') return reportIt;
  if (blame === 'environment')
    return `Ask whoever runs ${code === 'LEG_NOT_DELIVERED' ? 'the DIP' : who} what became of ${label} for MPAN ${ctx.mpan}, then run the scenario again.`;
  switch (code) {
    case 'LEG_REQUEST_REFUSED':
      return `Look up the code of the refusal, correct the request and its source data for MPAN ${ctx.mpan}, and run the scenario again.`;
    case 'LEG_WEBHOOK_FAILED':
      return `Look at the log of the webhook of ${who} for that time; a publication that is not taken in cannot be acted on.`;
    case 'LEG_CONTENT':
      return `Compare the fields above with what ${who} holds of MPAN ${ctx.mpan} and with the message that ${label} is drawn up from.`;
    case 'LEG_ORDER':
      return `Look at what made the system of ${who} send ${label} before it had received the message that calls for it.`;
    case 'LEG_MISADDRESSED':
      return `Look at where the system of ${who} takes the primary recipients of ${label} from: an answer goes to who asked.`;
    case 'LEG_LATE':
      return `Look at what held ${label} back in the system of ${who}: a batch, a queue, or a task for a person.`;
    default: {
      const request = eventDefinition(message.interface, message.event)?.answers;
      const cause = request ? `that ${messageLabel(request)} was taken up` : 'that the business act was started';
      return `In the system of ${who}, look ${cause} for MPAN ${ctx.mpan}, and whether ${label} waits in its outbound queue or was held as an exception.`;
    }
  }
}
