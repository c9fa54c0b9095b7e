// A bare node:https server with client certificates that parses what it is sent and answers: what the machine allows.
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { openCertificateStore } from '../../support/wire';
import { answerTo, type Item } from './bare-answer';

async function main(stateDir: string): Promise<void> {
  const { transport, ca } = await (await openCertificateStore(stateDir)).identity('simulated-dip');
  const options = { key: transport.key, cert: transport.certificate, ca, requestCert: true, rejectUnauthorized: true };
  const server = https.createServer({ ...options, maxHeaderSize: 32 * 1024 }, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const items = JSON.parse(Buffer.concat(parts).toString('utf8')) as Item[];
      const text = JSON.stringify(answerTo(items));
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
      response.writeHead(201, headers).end(text);
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const dip = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.stdout.write(`${JSON.stringify({ ready: true, dip })}\n`);
  });
  process.stdin.resume().once('end', () => process.exit(0));
}

void main(process.argv[2]!);
