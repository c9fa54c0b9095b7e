import { X509Certificate } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { errorsOf, wireErrors } from '../errors';
import { certificatesIn, messageOf } from './pem';

const raise = errorsOf(wireErrors);
const block = /-----BEGIN CERTIFICATE-----([\s\S]+?)-----END CERTIFICATE-----/g;

/** A proxy in front that ends TLS and tells the client's certificate in a header. */
export interface ProxyOptions {
  /** Name of the header, any case. */
  header: string;
  /** Addresses of the proxy, or networks such as `10.0.0.0/8`. Nobody else is let in. */
  from: string[];
}

/** Whether an address is one of a list of addresses and networks. QualifyError WIRE_PROXY_ADDRESS. */
export function addressMatcher(from: readonly string[]): (address: string | undefined) => boolean {
  if (from.length === 0) throw raise('WIRE_PROXY_ADDRESS', { address: '' });
  const list = new BlockList();
  for (const entry of from) {
    const [address = '', prefix, ...rest] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const most = family === 'ipv6' ? 128 : 32;
    const bits = prefix === undefined ? most : /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1;
    if (!isIP(address) || rest.length > 0 || bits < 0 || bits > most)
      throw raise('WIRE_PROXY_ADDRESS', { address: entry });
    list.addSubnet(address, bits, family);
  }
  return (address) => {
    // An IPv4 client of a socket that takes both families.
    const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '') ?? '';
    const family = isIP(plain);
    return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  };
}

/**
 * The certificates of a header's value, the client's own first: PEM that is URL-encoded (nginx) or on one line, base64
 * of PEM or of DER, with the colons of RFC 9440 or without. A text says what is wrong with it.
 */
export function certificatesInHeader(value: string): X509Certificate[] | string {
  // A header that stood there twice comes joined by a comma: who of the two wrote it cannot be told.
  if (value.includes(',')) return 'the header holds more than one value';
  try {
    const plain = value.includes('%') ? decodeURIComponent(value) : value.trim();
    if (plain.includes('-----BEGIN')) return pemOnAnyLines(plain);
    const base64 = /^:?([A-Za-z0-9+/]+={0,2}):?$/.exec(plain)?.[1];
    if (base64 === undefined) return 'the header is neither PEM nor base64';
    const bytes = Buffer.from(base64, 'base64');
    if (!bytes.includes('-----BEGIN')) return [new X509Certificate(bytes)];
    return orNone(certificatesIn(bytes.toString('utf8')));
  } catch (cause) {
    return messageOf(cause);
  }
}

function pemOnAnyLines(text: string): X509Certificate[] | string {
  const bodies = [...text.matchAll(block)].map(([, body]) => body!.replace(/\s+/g, ''));
  return orNone(bodies.map((body) => new X509Certificate(Buffer.from(body, 'base64'))));
}

function orNone(found: X509Certificate[]): X509Certificate[] | string {
  return found.length > 0 ? found : 'the header holds no certificate';
}
