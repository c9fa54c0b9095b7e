import { sampleMessage, type Message } from '../../support/catalogue';
import { createSigner, signatureHeaders } from '../../support/wire';
import type { Member } from './market';

/** A request that is ready to be sent: nothing about it is worked out any more when it goes. */
export interface ReadyRequest {
  path: string;
  headers: Record<string, string>;
  body: Buffer;
  /** Messages in its body. */
  messages: number;
}

let references = 0;
const mark = 'S-IF-021-REFERENCE';

/** Makes bodies of IF-021 [ActivePower] with 48 half-hours, each message with a reference of its own. */
export function halfHourly(sender: Member, mpans: readonly string[]): (messages: number) => Buffer {
  const templates = mpans.map((mpan) => {
    const at = new Date();
    const message: Message = sampleMessage('IF-021', 'ActivePower', { from: sender.dipId, role: 'SDS', mpan, at });
    message.CommonBlock.S1.senderUniqueReference = mark;
    return JSON.stringify(message).split(mark) as [string, string];
  });
  return (messages) => {
    const items = Array.from({ length: messages }, () => {
      references += 1;
      const [before, after] = templates[references % templates.length]!;
      const reference = `S-IF-021-${sender.dipId}-SDS-20260101-${references.toString(16).padStart(16, '0')}`;
      return `{"payload":${before}${reference}${after}}`;
    });
    return Buffer.from(`[${items.join(',')}]`);
  };
}

/** Signs bodies for one endpoint of the DIP at `base`. */
export function signerOf(sender: Member, base: string, path: string): (body: Buffer, messages: number) => ReadyRequest {
  const signer = createSigner(sender.identity.signing);
  return (body, messages) => ({
    path,
    headers: {
      'content-type': 'application/json',
      'content-length': String(body.length),
      'x-api-key': sender.apiKey,
      ...signatureHeaders(signer, { method: 'POST', url: `${base}${path}`, body }),
    },
    body,
    messages,
  });
}
