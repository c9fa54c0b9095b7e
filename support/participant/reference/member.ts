import { randomBytes } from 'node:crypto';
import type { Message } from '../../catalogue';
import { errorsOf, participantErrors } from '../../errors';
import { actDefinition, createActor, type Market, type Party, type Records } from '../../market';
import type { DipClient, StandardItem } from '../../wire';
import { noHooks, type Hooks, type WebhookAnswer } from './hooks';
import { judge, statusOf } from './judge';
import { askAgain } from './missed';
import { createOutbox } from './outbox';
import type { Acting } from './trigger-api';

const raise = errorsOf(participantErrors);

/** One identity of the reference participant: its reducers, its way to the DIP and what it takes from webhooks. */
export interface Member extends Acting {
  /** Judges a webhook call and answers it; what follows from the publications is done after the answer. */
  take(payloads: readonly unknown[]): WebhookAnswer;
  /** Status messages (L2, L4) about what it sent; the answer of its webhook. */
  takeStatus(items: readonly StandardItem[]): { status: number };
}

/** Puts an identity to work. `log` gets one line per event. */
export function createMember(o: {
  party: Party;
  market: Market;
  client: Pick<DipClient, 'submit' | 'replay' | 'requeue'>;
  environmentTag: string;
  log(line: string): void;
  now?: () => Date;
  repeatAfterMs?: number;
  hooks?: Hooks;
}): Member {
  const hooks = o.hooks ?? noHooks;
  const now = o.now ?? (() => new Date());
  const points = new Map<string, { distributor: string; gspGroup: string }>();
  const notices = new Map<string, string[]>();
  const references = new Map<string, string>();
  const known = new Set<string>();

  const notice = (mpan: string, text: string) => {
    o.log(text);
    notices.set(mpan, [...(notices.get(mpan) ?? []), text]);
  };
  const mpanOf = ({ CommonBlock: { M0, M1 } }: Message) => M0?.MPANCore ?? M1?.principalMPAN ?? '';
  const outbox = createOutbox({
    client: o.client,
    log: o.log,
    hooks,
    ...(o.repeatAfterMs === undefined ? {} : { repeatAfterMs: o.repeatAfterMs }),
    onFailure: (message, reason) =>
      notice(mpanOf(message), `${message.CommonBlock.S1.senderUniqueReference} was not taken by the DIP: ${reason}`),
  });
  const actor = createActor({
    party: o.party,
    market: o.market,
    environmentTag: o.environmentTag,
    now,
    unique: () => randomBytes(8).toString('hex'),
    meteringPoint: (mpan) => points.get(mpan) ?? { distributor: '', gspGroup: '' },
    send: (envelopes) => {
      for (const { mpan, message } of envelopes) references.set(message.CommonBlock.S1.senderUniqueReference, mpan);
      void outbox.send(envelopes.flatMap(({ message }) => hooks.outgoing(message)));
    },
  });

  const ask = askAgain({ client: o.client, log: o.log, take, onFailure: notice });

  function run(name: string, mpan: string, args: Record<string, unknown>): string[] {
    if (actDefinition(name)?.kind === 'dip') {
      void ask(name, mpan, args);
      return [name];
    }
    const said = actor.act(mpan, name, args).map((message) => `${message.interface} [${message.event}]`);
    o.log(`${mpan} ${name}: ${said.join(', ') || 'nothing to send'}`);
    return said;
  }

  function book(message: Message): void {
    const point = message.CommonBlock.M0 ?? message.CommonBlock.M1;
    const mpan = mpanOf(message);
    known.add(mpan);
    if (point) points.set(mpan, { distributor: point.distributorDIPID, gspGroup: point.GSPGroupID });
    try {
      for (const effect of actor.receive(message)) o.log(`${mpan} ${effect.note}`);
    } catch (error) {
      notice(mpan, `could not be booked: ${(error as Error).message}`);
    }
  }

  function take(payloads: readonly unknown[]): WebhookAnswer {
    const judgements = hooks.judgedTogether(
      payloads.map((payload) =>
        hooks.judged(judge(payload, { self: o.party.dipId, environmentTag: o.environmentTag, now: now() }), payload),
      ),
      payloads,
    );
    for (const { item } of judgements) o.log(`publication ${item.transactionID}: ${item.message} ${item.help ?? ''}`);
    const taken = judgements.flatMap(({ message }) => (message ? [message] : []));
    // After the webhook's answer is on its way: a participant acknowledges first and works then.
    setImmediate(() => taken.flatMap(hooks.book).forEach(book));
    const status = statusOf({ taken: taken.length, of: judgements.length });
    return hooks.answer({ status, items: judgements.map(({ item }) => item) });
  }

  return {
    dipId: o.party.dipId,
    role: o.party.role,
    knows: (mpan) => known.has(mpan),
    act(name, mpan, args) {
      const kind = actDefinition(name)?.kind;
      if (name === 'loadMeteringPoint' || (name === 'createMpan' && args.distributor && args.gspGroup)) {
        points.set(mpan, { distributor: String(args.distributor), gspGroup: String(args.gspGroup) });
      }
      if ((kind === 'business' || kind === 'css') && !points.has(mpan)) {
        throw raise('REFERENCE_MPAN_UNKNOWN', { mpan, act: name });
      }
      known.add(mpan);
      return hooks.act({ name, mpan, args }).flatMap((act) => run(act.name, act.mpan, act.args));
    },
    records(mpan): Records {
      const own = actor.records(mpan);
      return hooks.records({ ...own, exceptions: [...(own.exceptions ?? []), ...(notices.get(mpan) ?? [])] });
    },
    take,
    takeStatus(items) {
      const taking = hooks.statuses(items);
      void outbox.send(taking.again.map((message) => ({ message })));
      for (const { senderUniqueReference, message, help } of taking.items) {
        const text = `status of ${senderUniqueReference}: ${message} ${help ?? ''}`.trimEnd();
        const mpan = references.get(senderUniqueReference ?? '');
        if (mpan !== undefined && !/^[A-Z]+0000\b/.test(message ?? '')) notice(mpan, text);
        else o.log(text);
      }
      return { status: taking.status };
    },
  };
}
