import { ErrorDefinition } from './error';

/** Codes of everything that can go wrong with certificates, keys, TLS and HTTP. */
export const wireErrors = {
  WIRE_FILE_MISSING: {
    kind: 'configuration',
    text: 'There is no {what} at {file}',
    cause: 'The path is wrong, relative to another folder, or the file has not been put there yet.',
    fix: 'Correct the path, or put the PEM file there; see that this user may read it.',
  },
  WIRE_CERTIFICATE_UNREADABLE: {
    kind: 'configuration',
    text: 'The {what} is not a PEM certificate ({detail})',
    cause: 'The file is DER or PFX, holds a key instead of a certificate, or is cut short.',
    fix: 'Convert it with "openssl x509 -in FILE -out certificate.pem", or "openssl pkcs12" where it is a PFX file.',
  },
  WIRE_CERTIFICATE_EXPIRED: {
    kind: 'configuration',
    text: 'The {what} expired on {date}',
    cause: 'The certificate was not renewed in time.',
    fix: 'Renew the certificate and put the new one, with its key, into the profile.',
  },
  WIRE_CERTIFICATE_NOT_YET_VALID: {
    kind: 'configuration',
    text: 'The {what} is not valid before {date}',
    cause: "The certificate was issued for a later date, or this machine's clock is behind.",
    fix: 'Check the clock of this machine, or use a certificate that is valid today.',
  },
  WIRE_KEY_UNREADABLE: {
    kind: 'configuration',
    text: 'The {what} is not a readable PEM private key',
    cause: 'The key is protected by a passphrase, is not PEM, or the file holds something else.',
    fix: 'Give an unprotected PKCS#8 key ("openssl pkcs8 -topk8 -nocrypt") in a file that only its owner can read.',
  },
  WIRE_KEY_MISMATCH: {
    kind: 'configuration',
    text: 'The {what} does not belong to its certificate',
    cause: 'Key and certificate come from two different requests, or transport and signing files are swapped.',
    fix: 'Pair each certificate with the private key that its signing request was made from.',
  },
  WIRE_SIGNING_KEY_NOT_RSA: {
    kind: 'configuration',
    text: 'The {what} is a key of kind {kind}; DIP signatures are RSA with SHA-256',
    cause:
      'The transport key was given as the signing key, or the signing certificate was ordered with another kind of key.',
    fix: 'Give the RSA key of the signing certificate.',
  },
  WIRE_TRUST_EMPTY: {
    kind: 'configuration',
    text: 'The trusted certificates hold no readable PEM certificate ({detail})',
    cause: 'The file of the certificate authority is empty, is DER, or holds something else.',
    fix: "Give the certificate authority's certificate (root, and any intermediate) in PEM form.",
  },
  WIRE_STORE_UNUSABLE: {
    kind: 'environment',
    text: 'Certificates cannot be kept in {dir} ({detail})',
    cause: 'The folder cannot be written or read by this user, or the disk is full.',
    fix: 'Make the folder writable for this user, or choose another state folder.',
  },
  WIRE_IDENTITY_NAME: {
    kind: 'harness',
    text: 'An identity cannot be named "{name}"',
    cause: 'A certificate name has from 1 to 64 characters.',
    fix: 'Report it: the harness asked for an identity with such a name.',
  },
  WIRE_PORT_UNUSABLE: {
    kind: 'environment',
    text: 'Port {port} of {host} cannot be listened on ({detail})',
    cause: 'Another process listens there, or this user may not open that port.',
    fix: 'Stop the other process, or choose another port (0 takes any free one).',
  },
  WIRE_URL_INVALID: {
    kind: 'configuration',
    text: '"{url}" is not an https URL',
    cause: 'The address is incomplete or begins with http.',
    fix: 'Give the whole address, such as https://dip.example/api; the DIP speaks TLS only.',
  },
  WIRE_HOST_UNKNOWN: {
    kind: 'environment',
    text: 'The host of {url} has no address',
    cause: 'The host name is misspelt, or the name server cannot be reached from here.',
    fix: 'Check the spelling of the host, the network and any VPN.',
  },
  WIRE_CONNECTION_REFUSED: {
    kind: 'environment',
    text: 'Nothing listens at {url}',
    cause: 'The service is not running, or listens on another port.',
    fix: 'Start the service, or correct host and port.',
  },
  WIRE_CONNECTION_LOST: {
    kind: 'environment',
    text: 'The connection to {url} ended without an answer ({detail})',
    cause:
      'The service stopped, something between closed the connection, or it does not accept our client certificate.',
    fix: "Read the other end's log; see that it trusts our client certificate.",
  },
  WIRE_TIMEOUT: {
    kind: 'environment',
    text: 'No answer from {url} within {timeoutMs} ms',
    cause: 'The service is slow or stuck, or a firewall drops the packets.',
    fix: 'See that the service answers; raise the time-out where the delay is expected.',
  },
  WIRE_INTERRUPTED: {
    kind: 'harness',
    text: 'The request to {url} was called off',
    cause: 'The run was interrupted or is closing.',
    fix: 'Run it again where it was not meant to stop.',
  },
  WIRE_TLS_UNTRUSTED: {
    kind: 'configuration',
    text: 'The server certificate of {url} is not trusted ({detail})',
    cause: 'It comes from an authority outside our list, or is for another host name.',
    fix: 'Add its certificate authority to the trusted ones, or use the host name that the certificate names.',
  },
  WIRE_PEER_CERTIFICATE_EXPIRED: {
    kind: 'environment',
    text: 'The server certificate of {url} is outside its validity ({detail})',
    cause: 'The other end did not renew its certificate, or one of the two clocks is wrong.',
    fix: 'Have the certificate renewed; check the clock of this machine.',
  },
  WIRE_TLS_REFUSED: {
    kind: 'configuration',
    text: 'The server at {url} refused our client certificate ({detail})',
    cause: 'The certificate is expired, or its authority is not one that the server trusts.',
    fix: 'Have our certificate, or its authority, registered at the other end.',
  },
  WIRE_TLS_FAILED: {
    kind: 'environment',
    text: 'There is no TLS with {url} ({detail})',
    cause: 'The port speaks plain HTTP, or no TLS version from 1.2 on is offered.',
    fix: 'Check the port, and that the service offers TLS 1.2 or 1.3.',
  },
  WIRE_ANSWER_TOO_LARGE: {
    kind: 'environment',
    text: 'The answer of {url} is larger than {limit} bytes',
    cause: 'The address is not that of a DIP or of a webhook.',
    fix: 'Check the address: a StandardResponse is a few kilobytes.',
  },
  WIRE_PROXY_ADDRESS: {
    kind: 'configuration',
    text: '"{address}" is no address of a proxy',
    cause: 'The list of addresses that the proxy connects from is empty, or names a host.',
    fix: 'Give IP addresses or networks, such as 10.0.0.7, 10.0.0.0/8 or fd00::/8.',
  },
} satisfies Record<string, ErrorDefinition>;
