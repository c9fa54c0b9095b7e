import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCertificateStore } from './certificate-store';
import { Identity } from './identity';
import { createMtlsServer, IncomingRequest, MtlsServerOptions } from './server';
import { TlsRefusal } from './tls-refusal';

const day = 24 * 60 * 60 * 1000;

/** A folder that is gone when the process ends. */
export function scratchDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'qualify-wire-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

async function open(daysAgo: number, names: string[]): Promise<Identity[]> {
  const store = await openCertificateStore(scratchDir(), () => new Date(Date.now() - daysAgo * day));
  return Promise.all(names.map((name) => store.identity(name)));
}

let made: Promise<{ dip: Identity; supplier: Identity; foreign: Identity; expired: Identity }> | undefined;

/** Identities of one authority (`dip`, `supplier`), of another one (`foreign`), and of an old one (`expired`). */
export function identities() {
  made ??= (async () => {
    const [[dip, supplier], [foreign], [expired]] = await Promise.all([
      open(0, ['dip', 'supplier']),
      open(0, ['foreign']),
      open(200, ['expired']),
    ]);
    return { dip: dip!, supplier: supplier!, foreign: foreign!, expired: expired! };
  })();
  return made;
}

/** A server on a free port that keeps what it was asked and whom it refused. */
export async function startServer(options: Partial<MtlsServerOptions> = {}) {
  const { dip } = await identities();
  const requests: IncomingRequest[] = [];
  const refusals: TlsRefusal[] = [];
  const server = await createMtlsServer({
    identity: dip,
    trust: [dip.ca],
    maxBodyBytes: 64 * 1024,
    onRequest: async (r) => {
      requests.push(r);
      return { status: 201, body: { got: r.body.length } };
    },
    onRefused: (refusal) => refusals.push(refusal),
    ...options,
  });
  const url = await server.listen();
  const setTrust = (pems: string[]) => server.setTrust(pems);
  return { url, requests, refusals, setTrust, close: () => server.close() };
}

/** Matcher of a QualifyError by its code. */
export function coded(code: string): (error: unknown) => boolean {
  return (error) => {
    if ((error as { code?: string }).code === code) return true;
    throw error;
  };
}
