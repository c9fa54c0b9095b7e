// A webhook to look at what the DIP delivers: prints each publication and answers 201.
//   node webhook.js my-system 1100000001 9443
// The folder is the one that `qualify init` wrote. TLS lets in only who has a certificate of that authority; a system
// of yours also verifies the signature of each call, which this one does not.
const { readFileSync } = require('node:fs');
const https = require('node:https');

const [folder = 'my-system', dipId = '1100000001', port = '9443'] = process.argv.slice(2);
const read = (name) => readFileSync(`${folder}/certificates/${name}.pem`);

function answerTo(item) {
  const { D0, S1 } = item.payload?.CommonBlock ?? {};
  return {
    transactionID: D0?.transactionID ?? item.transactionID ?? null,
    senderUniqueReference: S1?.senderUniqueReference ?? item.senderUniqueReference ?? null,
    correlationID: D0?.initialCorrelationID ?? item.correlationID ?? null,
    sentTimestamp: now(),
    senderID: dipId,
    recipientID: '0000000000',
    DIPConnectionProviderID: null,
    message: 'RCP0000 - Message Success',
    help: null,
    serviceTicketURL: null,
  };
}

function lineOf(item) {
  const { S0, D0, M0, R0 } = item.payload?.CommonBlock ?? {};
  if (!S0) return `status message  ${item.message}  ${item.transactionID ?? ''}`;
  const outcome = R0 ? ` ${R0.responseCode} ${(R0.responseMessages ?? []).join(', ')}` : '';
  const again = D0?.replayIndicator ? ' again' : '';
  return `${S0.interfaceID} ${S0.eventCode} ${M0?.MPANCore ?? ''} ${D0?.transactionID ?? ''}${outcome}${again}`;
}

const now = () => new Date().toISOString().replace(/\.\d+Z$/, '+00:00');

const tls = {
  key: read(`${dipId}-transport-key`),
  cert: read(`${dipId}-transport`),
  ca: read('authority'),
  requestCert: true,
};

const server = https.createServer(tls, (request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const body = JSON.parse(parts.join(''));
    const items = Array.isArray(body) ? body : body.messageArray;
    for (const item of items) console.log(lineOf(item));
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ messageArray: items.map(answerTo), timestamp: now() }));
  });
});
server.listen(Number(port), '127.0.0.1', () => console.log(`https://127.0.0.1:${server.address().port}`));
