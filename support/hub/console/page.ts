import { createHash } from 'node:crypto';
import { script } from './script';
import { style } from './style';

const heads = (...names: string[]) => names.map((name) => `<th scope="col">${name}</th>`).join('');

function table(id: string, caption: string, columns: string[], tall = false): string {
  const box = tall ? 'scroll tall' : 'scroll';
  return `<div class="${box}" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${heads(...columns)}</tr></thead><tbody id="${id}"></tbody></table></div>`;
}

const party = ['Role', 'DIP ID', 'MPID', 'Name'];
const exchange = ['Time', 'Level', 'Code', 'Status', 'From → to', 'Message', 'MPAN', 'Text', 'Transaction', 'ms'];

/** The console: one page that asks no other host for anything. */
export const consolePage = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Simulated DIP</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Simulated DIP: <span id="who">…</span></h1>
<p><span id="health" role="status">…</span> <span class="dim" id="facts"></span></p>
<p id="problem" class="bad" role="alert" hidden></p>
</header>
<section id="faults" role="alert" aria-labelledby="faults-on" hidden><h2 id="faults-on">Faults are on</h2><ul id="fault-list"></ul></section>
<main>
<div id="tenant" hidden>
<p>Address <code id="dip"></code></p>
<section aria-labelledby="last"><h2 id="last">Exchanges <span class="dim" id="live"></span></h2>
<form id="filters"><label>Filter<input id="filter" type="search" placeholder="MPAN, transaction, code, party"></label>
<label>Level<select id="level"><option value="">all</option><option>L1</option><option>L2</option><option>L3</option><option>L4</option></select></label>
<span class="dim" id="count"></span></form>
${table('exchanges', 'The last exchanges, newest first', exchange, true)}
</section>
<section id="conversation" aria-labelledby="about" hidden><h2 id="about"></h2>
<button type="button" id="close">Close</button>
${table('answers', 'Answers of all four levels, by transaction', ['Time', 'Message', 'From', 'Transaction', 'L1', 'L2', 'L3', 'L4'])}
${table('course', 'Everything in order', exchange)}
</section>
<div class="columns">
<section aria-labelledby="waiting"><h2 id="waiting">Queues <span class="dim" id="backlog"></span></h2>
${table('queues', 'What waits, by recipient and channel', ['To', 'Channel', 'Waiting', 'Webhook'])}</section>
<section aria-labelledby="hooks"><h2 id="hooks">Webhooks</h2>
${table('webhooks', 'Registered webhooks', ['DIP ID', 'Channels', 'Address'])}</section>
<section aria-labelledby="mine"><h2 id="mine">Participant</h2>${table('own', 'Identities of the participant', party)}</section>
<section aria-labelledby="theirs"><h2 id="theirs">Simulated parties</h2>${table('simulated', 'Parties that the hub plays', party)}</section>
</div>
</div>
<div id="operator" hidden>
<section aria-labelledby="all"><h2 id="all">Participants</h2>
${table('tenants', 'Counts by participant; messages are seen with its own token only', ['Name', 'Identities', 'Health', 'Waiting', 'Stalled', 'Dead letters', 'Faults'])}
</section>
</div>
</main>
<script>${script}</script>
</body>
</html>
`;

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing but what stands in the page itself may run, and it may speak to its own host only. */
export const consoleHeaders: Record<string, string> = {
  'content-security-policy': [
    "default-src 'none'",
    `script-src ${sha256(script)}`,
    `style-src ${sha256(style)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};
