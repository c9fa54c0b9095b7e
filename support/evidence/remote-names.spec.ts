import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remoteNames } from './remote-names';
import { withoutRemote } from './remote-strip';

const data = (type: string, text: string) => `data:${type};base64,${Buffer.from(text).toString('base64')}`;

const remote: Record<string, string> = {
  'a script': '<script async src="https://example.org/a.js"></script>',
  'a script without scheme or quotes': '<script src=//example.org/a.js></script>',
  'a style sheet': "<link rel='stylesheet' href='http://example.org/a.css'>",
  'an image': '<img alt="a > b" src="https://example.org/a.png">',
  'a set of images': '<img srcset="a.png 1x, https://example.org/b.png 2x">',
  'an encoded address': '<img src="https&#58;&#x2f;/example.org/a.png">',
  'a frame': '<iframe src="https://example.org"></iframe>',
  'a style url': '<style>body{background:url( "https://example.org/a.png")}</style>',
  'a style import': '<style>@import "https://example.org/a.css";</style>',
  'a style attribute': '<p style="background:url(https://example.org/a.png)">',
  'an image in a drawing': '<svg><image xlink:href="https://example.org/a.png"/></svg>',
  'a fetch': '<script>fetch("https://example.org/a")</script>',
  'a tag manager': '<script>s.src = base + "www.googletagmanager.com/gtag/js?id=1"</script>',
  'a script in a data URL': `<script src="${data('text/javascript', 'import("https://example.org/a.js")')}"></script>`,
  'a style in a data URL': `<link rel="stylesheet" href="${data('text/css', '@font-face{src:url(//example.org/f)}')}">`,
  'what follows a comment mark in a script': '<script>"<!--"</script><img src="https://example.org/a"><!-- -->',
  'a reload': '<meta http-equiv="refresh" content="0; url=https://example.org">',
};

for (const [what, html] of Object.entries(remote)) {
  test(`remoteNames sees ${what}`, () => assert.equal(remoteNames(html).length > 0, true));
}

test('remoteNames passes links, namespaces, comments, data and relative addresses', () => {
  const harmless = [
    '<a href="https://example.org">read on</a>',
    '<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>',
    '<!-- <img src="https://example.org/a.png"> -->',
    `<img src="${data('image/png', 'x')}"><script src="local.js"></script>`,
    '<script>const home = "https://example.org"; // fetch it by hand</script>',
    '<p>https://example.org and url(https://example.org)</p>',
  ];
  for (const html of harmless) assert.deepEqual(remoteNames(html), [], html);
});

test('withoutRemote takes out what loads, keeps the rest, and adds a policy', () => {
  const page = `<html><head><title>x</title></head><body><script>keep()</script>${remote['a script']}${remote['an image']}
<script>function gtag(){} gtag('config', 'G-1');</script></body></html>`;
  const clean = withoutRemote(page);
  assert.deepEqual(remoteNames(clean), []);
  assert.match(clean, /<head>\s*<meta http-equiv="Content-Security-Policy"/);
  assert.match(clean, /<script>keep\(\)<\/script>/);
  assert.doesNotMatch(clean, /gtag|example\.org/);
});
