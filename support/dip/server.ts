import { createMtlsServer, createVerifier, type TlsRefusal } from '../wire';
import { codeText } from '../catalogue';
import { dipErrors, errorsOf } from '../errors';
import { createAccessList } from './access-list';
import { authenticator } from './authentication';
import { createBusy } from './busy';
import { createCaller } from './caller';
import { createDelivery } from './delivery';
import { createDirectory } from './directory';
import { dispatcher } from './dispatch';
import { endpoints } from './endpoints';
import { entryMaker } from './entries';
import { createFaults, withFaults } from './faults';
import { createHolds } from './holds';
import { createIntake } from './intake';
import { createJournal } from './journal';
import { oneCall } from './one-call';
import type { Publication } from './publication';
import { createStatus } from './status';
import { createSubmissionFaults } from './submission-faults';
import { createSent } from './transactions';
import type { Dip, DipOptions } from './types';
import { webhookDelivery } from './webhook-delivery';
import { createWebhooks, statusChannel } from './webhooks';

const raise = errorsOf(dipErrors);
const needsWebhook = new Set(['broken-schema', 'wrong-signature', 'foreign-environment', 'white-space']);

/** Starts the simulated DIP on loopback (or `host`), HTTPS with client certificates. */
export async function startDip(o: DipOptions): Promise<Dip> {
  const clock = o.clock ?? (() => new Date());
  const access = createAccessList(o.access);
  const directory = createDirectory();
  const journal = createJournal(o.journalFile);
  const webhooks = createWebhooks();
  const faults = createFaults();
  const holds = createHolds();
  const submissionFaults = createSubmissionFaults();
  const busy = createBusy();
  const sent = createSent();
  const caller = createCaller(o);
  const entry = entryMaker(o.redact);
  const { record } = o;
  const sendToWebhook = webhookDelivery({ webhooks, caller, record, entry });
  const delivery = createDelivery({ busy, record, entry, sendToWebhook });
  const status = createStatus({ parties: o.parties, record, webhooks, caller, entry, busy, sent, clock });
  const intake = createIntake({
    environmentTag: o.environmentTag,
    parties: o.parties,
    record,
    access,
    journal,
    entry,
    clock,
    sent,
    dispatch: dispatcher({
      parties: o.parties,
      access,
      directory,
      publish: (p) => void (holds.keep(p) || deliver(p)),
      status: (dipId, code, item) => void status.send(dipId, { ...item, message: codeText(code) }),
    }),
  });

  /** Resolves when the publication and what its faults add to it are settled. */
  async function deliver(p: Publication): Promise<void> {
    await Promise.all(withFaults(p, faults.strike(p), clock()).map((one) => delivery.deliver(one)));
  }

  async function deliverInTurn(publications: Publication[]): Promise<void> {
    for (const p of publications) await deliver(p);
  }

  function assertWebhook(fault: string, to: string): void {
    if (delivery.attached(to)) throw raise('DIP_FAULT_NEEDS_WEBHOOK', { fault, to });
  }

  function onRefused({ reason, fingerprint, remote, detail }: TlsRefusal): void {
    const from = (fingerprint && access.ownerOf(fingerprint)) ?? 'unknown';
    record(
      entry({ kind: 'tls', from, to: 'DIP', name: reason, certificate: fingerprint, body: { remote, detail } }),
      {},
    );
  }

  const verify = createVerifier({ trust: o.trust, skewMs: o.limits.signatureSkewMs });
  const authenticate = authenticator(access, verify, clock);
  const server = await createMtlsServer({
    identity: o.identity,
    trust: o.trust,
    maxBodyBytes: o.limits.maxBodyBytes,
    onRequest: endpoints({
      ...{ authenticate, access, intake, status, webhooks, record, entry, clock },
      faults: submissionFaults,
    }),
    onRefused,
  });
  const url = await server.listen(o.port, o.host);

  return {
    url,
    seed: (mpan, e) => directory.seed(mpan, e),
    directory: (mpan) => directory.get(mpan),
    attach: (dipId, onPublication) => delivery.attach(dipId, onPublication),
    submit(dipId, channel, payloads) {
      const body = payloads.map((payload) => ({ payload }));
      const bytes = Buffer.from(JSON.stringify(body));
      // Parsed again, so that it is what the wire would carry and nobody else's object.
      return intake.submit(JSON.parse(bytes.toString('utf8')), {
        channel,
        caller: dipId,
        started: performance.now(),
        bytes,
      });
    },
    fault(request) {
      if (request.fault === 'hold') return holds.add(request);
      if (needsWebhook.has(request.fault)) assertWebhook(request.fault, request.to);
      faults.add(request);
    },
    faultSubmission: (request) => submissionFaults.add(request),
    release: (mpan, to, order) => void busy.during(deliverInTurn(holds.release(mpan, to, order))),
    deliverTogether(to, items) {
      assertWebhook('one call', to);
      const { together, rest } = oneCall(holds, to, items, clock());
      void busy.during(delivery.deliver(...together).then(() => deliverInTurn(rest)));
    },
    configureWebhook: (dipId, channel, callback) => webhooks.set(dipId, channel, callback),
    configureStatusWebhook: (dipId, callback) => webhooks.set(dipId, statusChannel, callback),
    sendStatus: (dipId, item) => status.send(dipId, item),
    idle: () => busy.idle(),
    async close() {
      caller.close();
      await server.close();
      await busy.idle();
      await journal.close();
    },
  };
}
