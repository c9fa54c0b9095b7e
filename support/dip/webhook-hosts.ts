import { BlockList, isIP } from 'node:net';
import { dipErrors, errorsOf } from '../errors';

const raise = errorsOf(dipErrors);
const name = /^(\*\.)?[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;

/**
 * Whether the host of a URL is on a list: exact names, `*.example.org` for all names below it, addresses, networks.
 * Names are compared as they stand and never looked up; null allows any. QualifyError DIP_WEBHOOK_HOST_PATTERN.
 */
export function hostMatcher(hosts: readonly string[] | null): (url: URL) => boolean {
  if (hosts === null) return () => true;
  const names = new Set<string>();
  const parents: string[] = [];
  const addresses = new BlockList();
  for (const pattern of hosts) {
    const plain = bare(pattern);
    if (addAddress(addresses, plain)) continue;
    if (!name.test(plain)) throw raise('DIP_WEBHOOK_HOST_PATTERN', { pattern });
    if (plain.startsWith('*.')) parents.push(plain.slice(1));
    else names.add(plain);
  }
  return (url) => {
    const host = bare(url.hostname);
    const family = isIP(host);
    if (family !== 0) return addresses.check(host, family === 6 ? 'ipv6' : 'ipv4');
    return names.has(host) || parents.some((parent) => host.endsWith(parent) && host.length > parent.length);
  };
}

function addAddress(list: BlockList, pattern: string): boolean {
  const [address = '', prefix, ...rest] = pattern.split('/');
  const version = isIP(address);
  const family = version === 6 ? 'ipv6' : 'ipv4';
  const most = version === 6 ? 128 : 32;
  if (version === 0) return false;
  const bits = prefix === undefined ? most : /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1;
  if (rest.length > 0 || bits < 0 || bits > most) throw raise('DIP_WEBHOOK_HOST_PATTERN', { pattern });
  list.addSubnet(address, bits, family);
  return true;
}

// As URLs have it: lower case, an IPv6 address in brackets; the dot of the root says nothing.
function bare(host: string): string {
  return host
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}
