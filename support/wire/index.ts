/**
 * Bytes and connections: the signed text and its headers, certificates, TLS agents and servers, the DIP user's client
 * and webhook receiver, and what strikes secrets from records.
 */
export { canonicalText } from './canonical';
export { openCertificateStore, type CertificateStore } from './certificate-store';
export { checkChain, type ChainCheck } from './check-chain';
export { createDipClient, type DipClient, type MessageRequest } from './dip-client';
export { contentHash, sha256Hex } from './hash';
export { loadIdentity, type Identity, type IdentityFiles, type KeyPair } from './identity';
export { issueAuthority, issueTransport } from './issue';
export { lookAt, type Look } from './look';
export { certificateFingerprint } from './pem';
export { createAgent, postSigned, type HttpAnswer, type SignedPost } from './post-signed';
export { writePrivate } from './private-file';
export type { ProxyOptions } from './proxy';
export { quickSearch } from './quick-search';
export { createRedactor, struck, type Redactor } from './redactor';
export {
  createMtlsServer,
  type IncomingRequest,
  type MtlsServer,
  type MtlsServerOptions,
  type OutgoingAnswer,
  type ServerTimeouts,
} from './server';
export { createSigner, signAsync, signatureHeaders, signatureHeadersAsync, type Signer } from './signer';
export {
  standardItemSchema,
  standardResponseSchema,
  statusItem,
  type StandardItem,
  type StandardResponse,
} from './standard-response';
export { type TlsRefusal, type TlsRefusalReason } from './tls-refusal';
export type { BadRequest, BadRequestReason } from './bad-request';
export {
  createVerifier,
  type SignatureFault,
  type SignatureVerdict,
  type SignedRequest,
  type Verifier,
} from './verifier';
export {
  createWebhookReceiver,
  type WebhookReceiver,
  type WebhookReceiverOptions,
  type WebhookRefusal,
} from './webhook-receiver';
