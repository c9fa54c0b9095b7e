import { z } from 'zod';
import { Fingerprints } from './client-admission';
import { Identity } from './identity';
import { createMtlsServer, IncomingRequest, MtlsServerOptions, OutgoingAnswer } from './server';
import { messageTime, StandardItem, standardItemSchema, StandardResponse, statusItem } from './standard-response';
import { createVerifier, SignatureFault, SignatureVerdict } from './verifier';

/** Why a webhook call is refused: its signature, a signer that is not the DIP, or a body that is not as published. */
export type WebhookRefusal = SignatureFault | 'signer-unknown' | 'body-unreadable';

export interface WebhookReceiverOptions {
  identity: Identity;
  /** PEMs of the authorities of the DIP's certificates. */
  trust: string[];
  /** Client certificates that are let in whoever issued them. */
  fingerprints?: Fingerprints;
  /** SHA-256 fingerprints of the DIP's signing certificates; without them any trusted one signs for the DIP. */
  dipFingerprints?: string[];
  /** `senderID` of the answers that the receiver gives itself; by default the identity's name. */
  dipId?: string;
  /** How far the signature's date may be from now; not looked at without it. */
  skewMs?: number;
  /** Default 10 MiB. */
  maxBodyBytes?: number;
  /** How the signature of a call is checked; by default with `createVerifier`. */
  verify?(r: IncomingRequest): SignatureVerdict;
  publicBase?: string;
  onPublications(items: { payload: unknown }[], r: IncomingRequest): Promise<{ status: number; items: StandardItem[] }>;
  /** A status that it returns is answered in place of 201, without a body. */
  onStatus(items: StandardItem[], r: IncomingRequest): Promise<{ status: number } | void>;
  /** Told of every refusal; the item that it returns, if any, is answered instead of the default one. */
  onRefused?(reason: WebhookRefusal, r: IncomingRequest, detail: string): StandardItem | void;
  onTlsRefused?: MtlsServerOptions['onRefused'];
  onFault?: MtlsServerOptions['onFault'];
}

export interface WebhookReceiver {
  listen(port?: number, host?: string): Promise<string>;
  close(): Promise<void>;
}

const publicationsSchema = z.array(z.looseObject({ payload: z.unknown() })).min(1);
const statusesSchema = z.array(standardItemSchema).min(1);
const helpLimit = 500;

/**
 * A DIP user's webhook: a POST whose path ends in `/status` brings status messages, any other one publications. The
 * DIP's signature is verified over the bytes. A bad one is answered 400 with RCP9999, a body that cannot be read 400
 * with RCP1001; nothing of either reaches the callbacks.
 */
export async function createWebhookReceiver(o: WebhookReceiverOptions): Promise<WebhookReceiver> {
  const verify = o.verify ?? createVerifier({ trust: o.trust, skewMs: o.skewMs });
  const senderID = o.dipId ?? o.identity.name;

  async function onRequest(r: IncomingRequest): Promise<OutgoingAnswer> {
    if (r.method !== 'POST') return { status: 405, headers: { allow: 'POST' } };
    const verdict = verify(r);
    if (!verdict.ok) return refuse(verdict.fault, r, verdict.detail);
    if (o.dipFingerprints && !o.dipFingerprints.includes(verdict.fingerprint)) {
      return refuse('signer-unknown', r, `signed by ${verdict.fingerprint}, which is not a certificate of the DIP`);
    }
    return pathOf(r.path).endsWith('/status') ? takeStatus(r) : takePublications(r);
  }

  async function takePublications(r: IncomingRequest): Promise<OutgoingAnswer> {
    const read = parse(r.body, publicationsSchema);
    if (!read.ok) return refuse('body-unreadable', r, read.problem);
    const { status, items } = await o.onPublications(
      read.value.map(({ payload }) => ({ payload })),
      r,
    );
    return respond(status, items);
  }

  async function takeStatus(r: IncomingRequest): Promise<OutgoingAnswer> {
    const read = parse(r.body, statusesSchema);
    if (!read.ok) return refuse('body-unreadable', r, read.problem);
    const turnedAway = await o.onStatus(read.value, r);
    if (turnedAway && turnedAway.status !== 201) return { status: turnedAway.status };
    const sentTimestamp = messageTime(new Date());
    const taken = ({ transactionID, senderUniqueReference, correlationID, senderID: recipientID }: StandardItem) =>
      statusItem({
        transactionID,
        senderUniqueReference,
        correlationID,
        sentTimestamp,
        senderID,
        recipientID,
        message: 'RCP0000 - Message Success',
      });
    return respond(201, read.value.map(taken));
  }

  function refuse(reason: WebhookRefusal, r: IncomingRequest, detail: string): OutgoingAnswer {
    const message = reason === 'body-unreadable' ? 'RCP1001 - Schema Failure' : 'RCP9999 - Message Signature Invalid';
    const help = `${reason}: ${detail}`.slice(0, helpLimit);
    const own = statusItem({ sentTimestamp: messageTime(new Date()), senderID, message, help });
    return respond(400, [o.onRefused?.(reason, r, detail) ?? own]);
  }

  return createMtlsServer({
    identity: o.identity,
    trust: o.trust,
    ...(o.fingerprints ? { fingerprints: o.fingerprints } : {}),
    maxBodyBytes: o.maxBodyBytes ?? 10 * 1024 * 1024,
    publicBase: o.publicBase,
    onRequest,
    onRefused: (refusal) => o.onTlsRefused?.(refusal),
    onFault: o.onFault,
  });
}

function respond(status: number, messageArray: StandardItem[]): OutgoingAnswer {
  return { status, body: { messageArray, timestamp: messageTime(new Date()) } satisfies StandardResponse };
}

function pathOf(target: string): string {
  return target.split('?', 1)[0]!;
}

function parse<T>(body: Buffer, schema: z.ZodType<T>): { ok: true; value: T } | { ok: false; problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8'));
  } catch {
    return { ok: false, problem: 'the body is not JSON' };
  }
  const read = schema.safeParse(json);
  if (read.success) return { ok: true, value: read.data };
  const issue = read.error.issues[0]!;
  return { ok: false, problem: `${issue.path.map(String).join('.') || 'body'}: ${issue.message}` };
}
