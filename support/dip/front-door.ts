import {
  createMtlsServer,
  type IncomingRequest,
  type MtlsServerOptions,
  type OutgoingAnswer,
  type TlsRefusal,
} from '../wire';
import { standardItem, standardResponse } from './answers';
import { refusalTexts } from './authentication';
import type { Dip } from './types';

type OfServer =
  'identity' | 'trust' | 'fingerprints' | 'proxy' | 'maxBodyBytes' | 'maxHeaderBytes' | 'timeouts' | 'publicBase';

/** The listener's own options, and who is behind it. */
export interface FrontDoorOptions extends Pick<MtlsServerOptions, OfServer | 'onFault'> {
  /** Each request goes to one of them and to no other. */
  dips(): readonly Dip[];
  /** Told of who belongs to none of them, where there are several: a reason, and where it came from. */
  onStranger?(stranger: { reason: string; detail: string; fingerprint?: string; remote: string }): void;
  /** 0 takes a free one. */
  port?: number;
  host?: string;
}

export interface FrontDoor {
  /** Base of the message API, https; http behind a proxy. */
  url: string;
  /** Replaces the authorities whose client certificates are let in. */
  setTrust(pems: string[]): void;
  close(): Promise<void>;
}

/** The one listener of all DIPs in a process: HTTPS with client certificates, on loopback unless told otherwise. */
export async function startFrontDoor({
  dips,
  onStranger,
  port,
  host,
  ...options
}: FrontDoorOptions): Promise<FrontDoor> {
  const only = () => {
    const all = dips();
    return all.length === 1 ? all[0] : undefined;
  };
  const ownerOf = (fingerprint: string | undefined) =>
    fingerprint === undefined ? undefined : dips().find((dip) => dip.knowsCertificate(fingerprint));

  // The key says whose request it is; a wrong one is told to whom the certificate belongs.
  function dipOf({ headers, clientFingerprint }: IncomingRequest): Dip | undefined {
    const key = headers['x-api-key'];
    const keyed = typeof key === 'string' && key !== '' ? dips().find((dip) => dip.knowsKey(key)) : undefined;
    return keyed ?? ownerOf(clientFingerprint) ?? only();
  }

  async function onRequest(r: IncomingRequest): Promise<OutgoingAnswer> {
    const dip = dipOf(r);
    if (dip) return dip.handle(r);
    const detail = 'neither the API key nor the certificate is known';
    onStranger?.({ reason: 'unknown-caller', detail, fingerprint: r.clientFingerprint, remote: 'unknown' });
    // The same as for a key that is known and does not fit: nobody learns which keys there are.
    const now = new Date();
    return { status: 401, body: standardResponse(now, [standardItem(now, refusalTexts.unauthorised)]) };
  }

  function onRefused(refusal: TlsRefusal): void {
    const dip = ownerOf(refusal.fingerprint) ?? only();
    if (dip) dip.refusedConnection(refusal);
    else onStranger?.(refusal);
  }

  const onBadRequest: MtlsServerOptions['onBadRequest'] = (bad) => {
    const dip = ownerOf(bad.fingerprint) ?? only();
    if (dip) dip.refusedRequest(bad);
    else onStranger?.(bad);
  };

  const server = await createMtlsServer({ ...options, onRequest, onRefused, onBadRequest });
  const url = await server.listen(port, host);
  return { url, setTrust: (pems) => server.setTrust(pems), close: () => server.close() };
}
