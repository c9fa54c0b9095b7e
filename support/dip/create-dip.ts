import { randomBytes } from 'node:crypto';
import { dipErrors, errorsOf } from '../errors';
import { createVerifier, sha256Hex, type TlsRefusal } from '../wire';
import { createAccessList } from './access-list';
import { authenticator } from './authentication';
import { createBusy } from './busy';
import { createConsumptionReplay } from './consumption-replay';
import { createCaller } from './caller';
import { createCorrelationIds } from './correlation-id';
import { createDelivery } from './delivery';
import { createDirectory } from './directory';
import { router } from './dispatch';
import { endpoints } from './endpoints';
import { entryMaker } from './entries';
import { createFaults } from './faults';
import { createIntake } from './intake';
import { type Journal, openJournal, type Owed } from './journal';
import { keptPublications } from './kept-publications';
import type { Publication } from './publication';
import { past } from './replay';
import { createSpentSignatures } from './spent-signatures';
import { createStatus } from './status';
import { transactions } from './transactions';
import type { Dip, DipOptions } from './types';
import { webhookDelivery } from './webhook-delivery';
import { createWebhooks, statusChannel } from './webhooks';

const raise = errorsOf(dipErrors);

const day = 24 * 60 * 60 * 1000;
const defaultBacklog = 2000;
const defaultReplay = 1000;
/** What a call of a webhook holds where its configuration says nothing; the count is the published example. */
const callLimits = { messages: 100, bytes: 8 * 1024 * 1024 };

/** The key outlives a restart, so that correlation ids that were issued before it are known. */
function keyOf(journal: Pick<Journal, 'remember' | 'remembered'>): Buffer {
  const known = journal.remembered().get('correlation-key');
  if (typeof known === 'string') return Buffer.from(known, 'hex');
  const key = randomBytes(32);
  journal.remember('correlation-key', key.toString('hex'));
  return key;
}

/** Makes the world of one tenant of the simulated DIP. It does nothing until requests or parties come. */
export async function createDip(o: DipOptions): Promise<Dip> {
  const clock = o.clock ?? (() => new Date());
  const journal = await openJournal({ keepMs: day, ...o.journal, clock, onFault: o.onFault });
  const access = createAccessList(o.access);
  const directory = createDirectory(journal);
  const correlationIds = createCorrelationIds(keyOf(journal));
  const webhooks = createWebhooks({
    hosts: o.webhookHosts,
    remember: (key, value) => journal.remember(key, value),
    initial: journal.remembered(),
  });
  const busy = createBusy();
  const transaction = transactions(journal);
  const caller = createCaller(o);
  const entry = entryMaker(o.redact);
  const { record } = o;
  const kept = keptPublications(journal, o.parties);
  let deadLetters = 0;

  function settle(owed: Owed, how: 'delivered' | 'dead'): void {
    if (how === 'dead') deadLetters += 1;
    journal.settle(owed, how);
  }

  const delivery = createDelivery({
    ...{ busy, record, entry, settle },
    restore: kept.restore,
    backlog: o.limits.backlog ?? defaultBacklog,
    limitsOf(to, channel) {
      const { maxMessageCount = callLimits.messages, maxPayloadSize } = webhooks.get(to, channel) ?? {};
      return {
        messages: maxMessageCount,
        bytes: maxPayloadSize === undefined ? callLimits.bytes : maxPayloadSize * 1000,
      };
    },
    gate(first, waiting) {
      const gate = faults.gate(first, waiting);
      // A recipient that a fault keeps waiting slows no sender down.
      if (gate) delivery.stall(first.to, first.channel, true);
      void gate?.then(() => delivery.stall(first.to, first.channel, false));
      return gate;
    },
    sendToWebhook: webhookDelivery({
      ...{ webhooks, caller, record, entry, settle },
      up: (first) => faults.up(first),
      stall: (to, channel, stalled) => delivery.stall(to, channel, stalled),
    }),
  });
  const status = createStatus({
    ...{ parties: o.parties, record, webhooks, caller, entry, busy, journal, transaction, clock },
  });
  const intake = createIntake({
    ...{ environmentTag: o.environmentTag, parties: o.parties, record, access, journal, entry, clock },
    correlation: {
      issue: correlationIds.issue,
      issued: o.unknownCorrelation === 'take' ? undefined : correlationIds.issued,
    },
    route: router({ parties: o.parties, directory }),
    room: delivery.room,
    slowMs: o.limits.slowMs,
    publish,
    accepted(message, taken) {
      if (message.CommonBlock.S0.interfaceID === 'IF-015') void busy.during(replayConsumption(message, taken));
    },
    status: (dipId, item) => void status.send(dipId, item),
  });
  const replayConsumption = createConsumptionReplay({
    ...{ journal, directory, parties: o.parties, environmentTag: o.environmentTag, clock, publish },
  });

  const faults = createFaults({
    ...{ record, entry, clock },
    knows: {
      dipIds: () => [...o.parties, ...o.access].map(({ dipId }) => dipId),
      attached: delivery.attached,
    },
    deliver: (p) => delivery.deliver(p),
    dropped: ({ owed }) => owed && settle(owed, 'dead'),
  });

  function publish(p: Publication): void {
    const message = kept.seenBy(p.to, p.message);
    void faults.publish(message === p.message ? p : { ...p, message });
  }

  async function deliverInTurn(publications: Publication[]): Promise<void> {
    for (const p of publications) await faults.pass(p);
  }

  function assertWebhook(fault: string, to: string): void {
    if (delivery.attached(to)) throw raise('DIP_FAULT_NEEDS_WEBHOOK', { fault, to });
  }

  const verify = createVerifier({
    trust: o.trust,
    skewMs: o.limits.signatureSkewMs,
    ...(o.byFingerprint && { fingerprints: () => access.fingerprints.signing }),
  });
  const spent = createSpentSignatures({ skewMs: o.limits.signatureSkewMs, clock });
  const handle = endpoints({
    authenticate: authenticator(access, verify, clock, spent),
    ...{ access, intake, status, webhooks, record, entry, clock, busy },
    faults,
    past: (query) =>
      past(query, { journal, messageOf: kept.messageFor(query.to), limit: o.limits.replay ?? defaultReplay }),
    requeue(to, found) {
      for (const one of found) publish(kept.again(to, one));
    },
  });

  return {
    handle,
    refusedConnection({ reason, fingerprint, remote, detail }: TlsRefusal) {
      const from = (fingerprint && access.ownerOf(fingerprint)) ?? 'unknown';
      const what = { kind: 'tls' as const, from, to: 'DIP', name: reason, certificate: fingerprint };
      record(entry({ ...what, body: { remote, detail } }), {});
    },
    refusedRequest({ reason, fingerprint, remote, detail, status: httpStatus, method }) {
      const from = (fingerprint && access.ownerOf(fingerprint)) ?? 'unknown';
      const what = { kind: 'refused' as const, from, to: 'DIP', name: reason, httpStatus, method };
      record(entry({ ...what, body: { remote, detail } }), {});
    },
    knowsKey: (apiKey) => access.byKey(sha256Hex(apiKey)) !== undefined,
    knowsCertificate: (fingerprint) => access.ownersOf(fingerprint).length > 0,
    status: () => ({ queues: delivery.status(), webhooks: webhooks.list(), deadLetters }),
    seed: (mpan, e) => directory.seed(mpan, e),
    directory: (mpan) => directory.get(mpan),
    attach: (dipId, onPublication) => delivery.attach(dipId, onPublication),
    submit(dipId, channel, payloads) {
      const bytes = Buffer.from(JSON.stringify(payloads.map((payload) => ({ payload }))));
      const origin = { channel, caller: dipId, started: performance.now(), bytes };
      // Parsed again, so that it is what the wire would carry and nobody else's object.
      return busy.during(intake.submit(JSON.parse(bytes.toString('utf8')), origin));
    },
    fault: (spec, origin) => faults.add(spec, origin),
    faults: () => faults.list(),
    endFault: (id) => faults.end(id),
    release: (mpan, to, order) => void busy.during(deliverInTurn(faults.release(mpan, to, order))),
    deliverTogether(to, items) {
      assertWebhook('one call', to);
      const { together, rest } = faults.oneCall(to, items);
      void busy.during(delivery.deliver(...together).then(() => deliverInTurn(rest)));
    },
    configureWebhook: (dipId, channel, callback) => webhooks.set(dipId, channel, callback),
    configureStatusWebhook: (dipId, callback) => webhooks.set(dipId, statusChannel, callback),
    sendStatus: (dipId, item) => status.send(dipId, item),
    resume() {
      status.resume();
      void delivery.redeliver(journal.owed());
    },
    idle: () => faults.idle(busy.idle()),
    async close() {
      caller.close();
      faults.close();
      delivery.abandon();
      await busy.idle();
      await journal.close();
    },
  };
}
