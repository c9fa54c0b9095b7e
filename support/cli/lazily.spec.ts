import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Command } from 'commander';
import { addLazily, helpAsOption, type LazyCommand } from './lazily';

test('help of a command is asked for as an option', () => {
  const asOption = (text: string) => helpAsOption(text.split(' '), ['catalogue']).join(' ');
  assert.equal(asOption('help'), '--help');
  assert.equal(asOption('help run'), 'run --help');
  assert.equal(asOption('help catalogue diff'), 'catalogue diff --help');
  assert.equal(asOption('catalogue help diff'), 'catalogue diff --help');
  for (const text of ['report help', 'run --scenario help', 'catalogue show help', '--help']) {
    assert.equal(asOption(text), text);
  }
});

test('a command is loaded when it is called, and no other is', async () => {
  const loaded: string[] = [];
  const lazy = (name: string): LazyCommand => ({
    what: `does ${name}`,
    load: () => {
      loaded.push(name);
      return (command, done) => void command.option('--code <n>').action(({ code }) => done(Number(code)));
    },
  });
  let exitCode = -1;
  const program = new Command('tool');
  addLazily(program, { one: lazy('one'), two: { ...lazy('two'), usage: '<file>' } }, (code) => (exitCode = code));
  assert.match(program.helpInformation(), /one \[options\] +does one\n +two <file> +does two/);
  assert.deepEqual(loaded, []);
  await program.parseAsync(['node', 'tool', 'two', '--code', '7']);
  assert.deepEqual([loaded, exitCode], [['two'], 7]);
});
