/** What the console does in the browser: asks with the token of the fragment, and writes text, never markup. */
export const script = `
'use strict';
const $ = (id) => document.getElementById(id);
const given = new URLSearchParams(location.hash.slice(1)).get('token');
if (given) {
  sessionStorage.setItem('token', given);
  history.replaceState(null, '', location.pathname);
}
const token = sessionStorage.getItem('token');
const most = 500;
let rows = [];
let chosen = null;

async function ask(path, signal) {
  const answer = await fetch(path, { headers: { authorization: 'Bearer ' + token }, cache: 'no-store', signal });
  if (answer.status === 401) throw new Error('The token is missing or wrong: open this page as /#token=…');
  if (!answer.ok) throw new Error('The hub answered ' + answer.status + '.');
  return answer;
}

function cell(row, value, className) {
  const td = row.insertCell();
  if (className) td.className = className;
  if (value instanceof Node) td.append(value);
  else td.textContent = value === null || value === undefined || value === '' ? '–' : String(value);
}

function fill(id, items, cells, none) {
  const body = $(id);
  body.replaceChildren();
  for (const item of items) cells(body.insertRow(), item);
  if (items.length > 0) return;
  const td = body.insertRow().insertCell();
  td.colSpan = 12;
  td.className = 'dim';
  td.textContent = none;
}

function choose(kind, value) {
  if (!value) return '–';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.textContent = value;
  button.addEventListener('click', () => void converse(kind, value, true));
  return button;
}

const roles = new Map();
const party = (dipId) => (roles.has(dipId) ? roles.get(dipId) + ' ' : '') + dipId;
const time = (at) => at.slice(11, 23);
const codeClass = ({ code, status, level, kind }) => {
  if (code === 'MSG0000' || (!code && status >= 200 && status < 300)) return 'good';
  if (level === 'L3' && status >= 200 && status < 300) return 'good';
  return level || kind === 'refused' ? 'bad' : '';
};
const message = (row) => (row.interface ? row.interface + (row.event ? ' [' + row.event + ']' : '') : null);

function exchangeCells(tr, row) {
  cell(tr, time(row.at));
  cell(tr, row.level || row.kind);
  cell(tr, row.code, codeClass(row));
  cell(tr, row.status);
  cell(tr, party(row.from) + ' → ' + party(row.to));
  cell(tr, message(row));
  cell(tr, choose('mpan', row.mpan));
  cell(tr, [row.text, row.failed.length ? 'failed: ' + row.failed.join(', ') : ''].filter(Boolean).join(' · '), 'text');
  cell(tr, choose('transaction', row.transaction));
  cell(tr, row.ms);
}

function fits(row) {
  const text = $('filter').value.trim().toLowerCase();
  const level = $('level').value;
  if (level && row.level !== level) return false;
  if (!text) return true;
  return [row.from, row.to, message(row), row.code, row.mpan, row.transaction, row.reference, row.kind]
    .some((value) => value && value.toLowerCase().includes(text));
}

function showRows() {
  const shown = rows.filter(fits).slice(-most).reverse();
  fill('exchanges', shown, exchangeCells, rows.length ? 'Nothing fits the filter.' : 'Nothing yet.');
  $('count').textContent = shown.length + ' of the last ' + rows.length;
}

async function converse(kind, value, scroll) {
  chosen = { kind, value };
  const path = '/exchanges?limit=1000&' + new URLSearchParams({ [kind]: value });
  const { exchanges } = await (await ask(path)).json();
  $('conversation').hidden = false;
  $('about').textContent = (kind === 'mpan' ? 'MPAN ' : 'Transaction ') + value;
  const by = new Map();
  for (const row of exchanges) {
    const key = row.transaction || row.reference || row.kind + ' ' + row.seq;
    by.set(key, [...(by.get(key) || []), row]);
  }
  const at = (level) => (list) => list.filter((row) => row.level === level)
    .map((row) => [row.level === 'L1' ? '' : party(row.level === 'L2' ? row.to : row.from), row.code || row.status].filter(Boolean).join(' ')).join(', ');
  fill('answers', [...by], (tr, [key, list]) => {
    cell(tr, time(list[0].at));
    cell(tr, message(list[0]) || list[0].code || list[0].kind);
    cell(tr, party(list[0].from));
    cell(tr, choose('transaction', list[0].transaction));
    for (const level of ['L1', 'L2', 'L3', 'L4']) cell(tr, at(level)(list));
  }, 'Nothing of it is in memory.');
  fill('course', exchanges, exchangeCells, 'Nothing of it is in memory.');
  if (scroll) $('conversation').scrollIntoView();
}

function showState(state) {
  const health = state.health;
  $('health').textContent = health.ok ? 'in order' : 'trouble: ' + health.reasons.join(', ');
  $('health').className = health.ok ? 'good' : 'bad';
  $('who').textContent = state.operator ? 'Operator' : state.tenant;
  $('tenant').hidden = Boolean(state.operator);
  $('operator').hidden = !state.operator;
  const faults = state.operator ? Object.entries(health.faults).map(([kind, count]) => ({ kind, count })) : state.faults;
  $('faults').hidden = faults.length === 0;
  $('fault-list').replaceChildren(...faults.map((fault) => {
    const item = document.createElement('li');
    const { kind, id, since, struck, left, ...rest } = fault;
    const told = Object.entries(rest).map(([key, value]) => key + ' ' + value).join(', ');
    item.textContent = [kind, told, since && 'since ' + since.slice(0, 19).replace('T', ' '), struck !== undefined && 'struck ' + struck, id].filter(Boolean).join(' · ');
    return item;
  }));
  if (state.operator) {
    fill('tenants', state.tenants, (tr, one) => {
      cell(tr, one.tenant);
      cell(tr, one.parties);
      cell(tr, one.health.ok ? 'in order' : one.health.reasons.join(', '), one.health.ok ? 'good' : 'bad');
      cell(tr, one.backlog);
      cell(tr, one.stalled);
      cell(tr, one.deadLetters);
      cell(tr, Object.keys(one.health.faults).join(', '), 'warn');
    }, 'No participant is registered.');
    return;
  }
  $('dip').textContent = state.dip;
  $('facts').textContent = 'environment ' + state.environment.name + ' · tag ' + state.environment.tag + ' · release ' + state.environment.release;
  $('backlog').textContent = 'waiting ' + state.backlog + ' · dead letters ' + state.deadLetters;
  for (const one of [...state.simulated, ...state.participant]) roles.set(one.dipId, one.role);
  const partyCells = (tr, one) => { cell(tr, one.role); cell(tr, one.dipId); cell(tr, one.mpid); cell(tr, one.name); };
  fill('own', state.participant, partyCells, 'None.');
  fill('simulated', state.simulated, partyCells, 'None.');
  const hooks = new Map();
  for (const { dipId, channel, url } of state.webhooks) {
    const key = dipId + ' ' + url;
    hooks.set(key, { dipId, url, channels: [...(hooks.get(key)?.channels || []), channel] });
  }
  fill('webhooks', [...hooks.values()], (tr, one) => {
    cell(tr, one.dipId); cell(tr, one.channels.join(', '), 'text'); cell(tr, one.url, 'text');
  }, 'None is registered.');
  fill('queues', state.queues, (tr, one) => {
    cell(tr, one.to); cell(tr, one.channel); cell(tr, one.waiting);
    cell(tr, one.stalled ? 'does not answer' : 'answers', one.stalled ? 'bad' : '');
  }, 'Nothing waits.');
}

let refreshing = null;
function refreshSoon() {
  refreshing ??= setTimeout(() => {
    refreshing = null;
    void refresh();
  }, 1000);
}

async function refresh() {
  try {
    const state = await (await ask('/state')).json();
    showState(state);
    say('');
    return state;
  } catch (error) {
    say(error.message);
    return null;
  }
}

function say(text) {
  $('problem').textContent = text;
  $('problem').hidden = text === '';
}

async function watch() {
  try {
    const answer = await ask('/exchanges/stream');
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    rows = (await (await ask('/exchanges?limit=' + most)).json()).exchanges;
    showRows();
    $('live').textContent = 'live';
    let rest = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      const parts = (rest + value).split('\\n\\n');
      rest = parts.pop();
      for (const part of parts) rows.push(JSON.parse(part.slice(6)));
      rows = rows.slice(-2 * most);
      showRows();
      refreshSoon();
      if (chosen && !$('conversation').hidden) void converse(chosen.kind, chosen.value, false);
    }
  } catch (error) {
    say(error.message);
  }
  $('live').textContent = 'interrupted; trying again';
  setTimeout(() => void watch(), 3000);
}

$('filters').addEventListener('input', showRows);
$('filters').addEventListener('submit', (event) => event.preventDefault());
$('close').addEventListener('click', () => { chosen = null; $('conversation').hidden = true; });
if (!token) say('The token is missing: open this page as /#token=…');
else void refresh().then((state) => {
  if (state && !state.operator) void watch();
  setInterval(() => void refresh(), 10000);
});
`;
