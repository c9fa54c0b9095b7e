// The least that the path of a message can cost with what the hub is built on: signature verified, message read and
// checked, one line with its body in a ledger, an answer, and a signed call that takes along what waits. No rules, no
// routing, no journal, no records of deliveries: what a hub does beyond it is the distance to this.
import { randomUUID } from 'node:crypto';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { validateMessage, type Message } from '../../support/catalogue';
import { createLedger } from '../../support/ledger';
import { createAgent, createSigner, createVerifier, openCertificateStore, postSigned } from '../../support/wire';
import { answerTo, type Item } from './bare-answer';

const mostInCall = 100;

async function main(stateDir: string, ledgerFile: string, webhook: string): Promise<void> {
  const identity = await (await openCertificateStore(stateDir)).identity('simulated-dip');
  const { transport, ca } = identity;
  const verified = createVerifier({ trust: [ca] });
  const ledger = createLedger({ file: ledgerFile, keepBytes: 1_000_000 });
  const options = { key: transport.key, cert: transport.certificate, ca, requestCert: true, rejectUnauthorized: true };
  const server = https.createServer({ ...options, maxHeaderSize: 32 * 1024 }, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      const url = `https://${request.headers.host}${request.url}`;
      const signature = verified({ method: 'POST', url, headers: request.headers, body });
      const items = JSON.parse(body.toString('utf8')) as Item[];
      const good = signature.ok && items.every(({ payload }) => validateMessage(payload, 'ingress').ok);
      for (const { payload } of items) {
        const bodyText = JSON.stringify(payload);
        const { senderDIPID: from } = payload.CommonBlock.S1;
        ledger.append({ source: 'dip', kind: 'accepted', from, to: 'DIP', bodyText });
        waiting.push(payload as unknown as Message);
      }
      const text = JSON.stringify(answerTo(items));
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
      response.writeHead(good ? 201 : 400, headers).end(text);
      if (!calling) void deliver();
    });
  });

  const waiting: Message[] = [];
  let calling = false;
  const call = { agent: createAgent(identity), signer: createSigner(identity.signing), url: webhook, timeoutMs: 5_000 };
  async function deliver(): Promise<void> {
    calling = true;
    while (waiting.length > 0) {
      const payloads = waiting.splice(0, mostInCall).map(({ CommonBlock, CustomBlock }) => {
        const D0 = { transactionID: randomUUID(), replayIndicator: false };
        return { payload: { CommonBlock: { ...CommonBlock, D0 }, CustomBlock } };
      });
      await postSigned({ ...call, body: Buffer.from(JSON.stringify(payloads)) });
    }
    calling = false;
  }

  server.listen(0, '127.0.0.1', () => {
    const dip = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.stdout.write(`${JSON.stringify({ ready: true, dip })}\n`);
  });
  process.stdin.resume().once('end', () => process.exit(0));
}

void main(process.argv[2]!, process.argv[3]!, process.argv[4]!);
