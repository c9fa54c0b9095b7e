// Pre-request script of the collection: signs each request as the DIP expects it, with nothing but Postman's own
// Web Crypto. It stands in the collection already; to sign requests of your own, paste it into theirs.
// Variables: apiKey, signingKey and signingCertificate, the latter two the whole text of the PEM files.

function needed(name) {
  const value = pm.variables.get(name);
  if (!value) throw new Error(`The variable ${name} is empty: put the text of its file there.`);
  return value;
}

const utf8 = (text) => new TextEncoder().encode(text);
const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
// A field of one line loses the line ends of a PEM text: only its base64 is taken, whatever stands between.
const bodiesOf = (pem, what) =>
  [...pem.matchAll(new RegExp(`-----BEGIN ${what}-----([^-]+)-----END`, 'g'))].map(([, text]) =>
    text.replace(/\s/g, ''),
  );

function certificateHeader(pem) {
  const blocks = bodiesOf(pem, 'CERTIFICATE').map((text) => text.match(/.{1,64}/g).join('\n'));
  if (blocks.length === 0) throw new Error('signingCertificate is no PEM certificate.');
  return btoa(blocks.map((text) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`).join(''));
}

async function signatureOf(text) {
  const [body] = bodiesOf(needed('signingKey'), 'PRIVATE KEY');
  if (!body) throw new Error('signingKey is no PKCS#8 key. Convert it: openssl pkcs8 -topk8 -nocrypt -in KEY-FILE');
  const der = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('pkcs8', der, rsa, false, ['sign']);
  return base64(await crypto.subtle.sign(rsa.name, key, utf8(text)));
}

// What bodies need anew each time: {{now}}, {{unique}} for a sender unique reference, {{inTwoWeeks}} at local midnight.
const date = new Date().toISOString();
const day = new Date(Date.now() + 14 * 86_400_000);
const isSummer = day.toLocaleString('en-GB', { timeZone: 'Europe/London', timeZoneName: 'short' }).endsWith('BST');
const random = [...crypto.getRandomValues(new Uint8Array(8))]
  .map((byte) => byte.toString(16).padStart(2, '0'))
  .join('');
pm.variables.set('now', `${date.slice(0, 19)}+00:00`);
pm.variables.set('unique', `${date.slice(0, 10).replaceAll('-', '')}-${random}`);
pm.variables.set('inTwoWeeks', `${day.toISOString().slice(0, 10)}T00:00:00+0${isSummer ? 1 : 0}:00`);

// Variables are filled in now, so that what is signed is what is sent.
const body = pm.variables.replaceIn(pm.request.body?.raw ?? '');
if (body) pm.request.body.update({ mode: 'raw', raw: body });
const url = pm.variables.replaceIn(pm.request.url.toString());

const hash = base64(await crypto.subtle.digest('SHA-256', utf8(body)));
const headers = {
  'X-API-Key': needed('apiKey').trim(),
  'X-DIP-Signature': await signatureOf(`${pm.request.method};${url.toLowerCase()};${date};${hash}`),
  'X-DIP-Signature-Date': date,
  'X-DIP-Content-Hash': hash,
  'X-DIP-Signature-Certificate': certificateHeader(needed('signingCertificate')),
};
for (const [key, value] of Object.entries(headers)) pm.request.headers.upsert({ key, value });
