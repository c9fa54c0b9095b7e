import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { home } from '../../session';
import { assertTold, start, startNode, write } from '../qualify.fixture';
import { catalogue, entries, piped, place, sample } from './catalogue.fixture';

test('list chooses by interface, process and role', async () => {
  const [one, several] = await Promise.all([
    catalogue('list', '--interface', 'if-031'),
    catalogue('list', '--json', '--process', 'BP001', '--role', 'SUP'),
  ]);
  assert.equal(one.code, 0, one.stderr);
  assert.match(one.stdout, /^IF-031 \[MSApp\] .*SUP → REGS.*\nIF-031 \[DSApp\] .*\n$/);
  assert.match(one.stderr, /^2 messages of 1 interface, release 2\.1\.0$/);
  const { schema, release, events } = JSON.parse(several.stdout) as {
    schema: number;
    release: string;
    events: { senders: string[]; recipients: Record<string, string[]>; processes: string[] }[];
  };
  assert.deepEqual([schema, release, several.stderr], [1, '2.1.0', '']);
  assert.ok(events.length > 5);
  for (const { senders, recipients, processes } of events) {
    assert.ok(processes.includes('BP001'));
    const { primary, secondary, always } = recipients;
    assert.ok([...senders, ...primary!, ...secondary!, ...always!].includes('SUP'));
  }
});

test('a message is named in three ways, and shown with its blocks, items and values', async () => {
  const [first, ...others] = await Promise.all([
    catalogue('show', 'IF-031', 'MSApp'),
    catalogue('show', 'IF-031', '[MSApp]'),
    catalogue('show', 'IF-031[MSApp]'),
    catalogue('show', 'if-031 [MSApp]'),
  ]);
  assert.equal(first!.code, 0, first!.stderr);
  assert.match(first!.stdout, /^sent by +SUP$/m);
  assert.match(first!.stdout, /^ +MPANCore {2}DI-063, an MPAN of 13 digits$/m);
  assert.match(first!.stdout, /^ +COS {2}change of supplier$/m);
  for (const other of others) assert.equal(other.stdout, first!.stdout);
});

test('an interface, a block, an item and a code are shown', async () => {
  const words = ['IF-031', 'B070', 'DI-063', 'appointmentScenario', 'REG1032'];
  const shown = await Promise.all(words.map((word) => catalogue('show', word)));
  shown.forEach(({ code, stderr, stdout }, index) => {
    assert.deepEqual([code, stderr], [0, ''], words[index]);
    assert.match(stdout, /\S+\n/);
  });
  assert.match(shown[1]!.stdout, /required in 7 messages\n.*IF-031 \[MSApp\]/);
  const json = JSON.parse((await catalogue('show', 'B070', '--json')).stdout) as { schema: number; kind: string };
  assert.deepEqual([json.schema, json.kind], [1, 'block']);
});

test('a sample of every message is valid, and a seed repeats it', async () => {
  const all = await catalogue('sample', '--all', '--seed', '7');
  assert.equal(all.code, 0, all.stderr);
  const lines = all.stdout.trimEnd().split('\n');
  const first = JSON.parse(lines[0]!) as { interface: string; event: string; payload: object };
  assert.ok(!first.event.startsWith('['), first.event);
  assert.deepEqual(Object.keys(first), ['interface', 'event', 'payload']);
  assert.equal((await catalogue('sample', '--all', '--seed', '7')).stdout, all.stdout);
  const checked = piped(all.stdout, 'validate', '-', '--json');
  assert.deepEqual(
    entries(checked).filter(({ valid }) => !valid),
    [],
  );
  assert.equal(entries(checked).length, lines.length);
  assert.equal(checked.code, 0, checked.stderr);
});

test('a sample takes values of its own, and says where D0 belongs', async () => {
  const set = [
    '--set',
    'CommonBlock.M0.MPANCore=2000000000037',
    'CustomBlock.B070.contractReferenceMeteringService=null',
  ];
  const own = await catalogue('sample', 'IF-031', 'MSApp', ...set);
  assert.match(own.stdout, /"MPANCore": "2000000000037"/);
  assert.match(own.stdout, /"contractReferenceMeteringService": null/);
  const published = await catalogue('sample', 'IF-031[MSApp]', '--egress');
  assert.match(published.stdout, /"D0": \{/);
  assert.match(piped(published.stdout, 'validate', '-').stderr, /^1 message: 1 valid/);
  assert.equal(piped(published.stdout, 'validate', '-', '--direction', 'egress').code, 0);
  const withoutD0 = piped(
    JSON.stringify(await sample('IF-031', 'MSApp')),
    'validate',
    '-',
    '--direction',
    'egress',
    '--json',
  );
  assert.deepEqual([withoutD0.code, entries(withoutD0)[0]!.errors[0]!.path], [1, 'CommonBlock.D0']);
});

test('a mistake is told on one screen with the nearest name', async () => {
  write(place, 'sent.json', '[]');
  write(place, 'cut.json', '{"CommonBlock": {\n  "S0": ');
  const mistakes: [args: string[], code: string, says: RegExp][] = [
    [['show', 'IF-31'], 'INTERFACE_UNKNOWN', /Nearest: IF-031/],
    [['show', 'IF-031', 'MSAp'], 'EVENT_UNKNOWN', /Nearest: IF-031 \[MSApp\]/],
    [['show', 'B71'], 'CATALOGUE_WORD_UNKNOWN', /Nearest: B071/],
    [['list', '--process', 'BP1'], 'CATALOGUE_FILTER_UNKNOWN', /BP001/],
    [['list', '--interface', 'IF-999'], 'INTERFACE_UNKNOWN', /IF-999/],
    [['list', '--release', '2.1.1'], 'RELEASE_UNKNOWN', /2\.1\.0/],
    [['sample', 'IF-031'], 'EVENT_NOT_SAID', /MSApp, DSApp/],
    [['sample'], 'USAGE_WRONG', /--all/],
    [['list', '--releases', '--role', 'SUP'], 'USAGE_WRONG', /--releases/],
    [['sample', 'IF-031', 'MSApp', '--set', 'MPANCore=1'], 'SAMPLE_PATH_UNKNOWN', /CommonBlock\.M0\.MPANCore/],
    [['sample', 'IF-031', 'MSApp', '--set', 'MPANCore'], 'OPTION_WRONG', /path=value/],
    [['validate', 'snet.json'], 'MESSAGES_UNREADABLE', /Nearest: sent\.json/],
    [['validate', 'sent.json'], 'MESSAGES_ABSENT', /no message/],
    [['validate', 'cut.json'], 'JSON_CUT_OFF', /cut\.json:2:9/],
    [['validate', 'cut.json', '--direction', 'up'], 'USAGE_WRONG', /ingress/],
    [['shwo'], 'USAGE_WRONG', /show/],
    [['import', 'gone', '--release', '9.9.9'], 'RELEASE_PATH_MISSING', /gone/],
    [['diff', '2.1.0', '2.1.1'], 'RELEASE_UNKNOWN', /2\.1\.0/],
  ];
  const waiting = [...mistakes];
  async function lane(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [args, code, says] = next;
      const ended = await catalogue(...args);
      assertTold(ended, code);
      assert.match(ended.stderr, says, args.join(' '));
    }
  }
  await Promise.all([lane(), lane(), lane()]);
});

test('every subcommand has help with examples, and help of the program loads no command', async () => {
  const commands = ['list', 'show', 'sample', 'validate', 'import', 'diff'];
  const all = await Promise.all(commands.map((command) => catalogue(command, '--help')));
  all.forEach(({ code, stdout, stderr }, index) => {
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, new RegExp(`^Usage: qualify catalogue ${commands[index]} [^]*Examples:`));
  });
  const [asWord, program] = await Promise.all([
    start(place, ['help', 'catalogue', 'diff']).ended,
    startNode(place, [
      '-e',
      `const { load } = require(${JSON.stringify(path.join(home, 'bin/load.js'))});
      load('support/cli/main').main(['node', 'qualify', '--help']).then(() => {
        const heavy = Object.keys(require.cache).filter((name) => /node_modules.(zod|yaml|@cucumber)./.test(name));
        console.error(heavy.length);
      });`,
    ]).ended,
  ]);
  assert.equal(asWord.stdout, all[5]!.stdout);
  assert.match(program.stdout, /catalogue/);
  assert.equal(program.stderr, '0');
});
