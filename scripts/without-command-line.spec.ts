import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

const preload = path.join(__dirname, '../bin/without-command-line.js');

/** Whether a process that loads Cucumber has loaded its command line. */
function loadsCommandLine(env: NodeJS.ProcessEnv): boolean {
  const { CUCUMBER_WORKER_ID: _, ...rest } = process.env;
  const script = `
    const { Given, Before, World } = require('@cucumber/cucumber');
    if (![Given, Before, World].every((one) => typeof one === 'function')) throw new Error('not all is there');
    console.log(Object.keys(require.cache).some((file) => /cucumber.lib.configuration.argv_parser/.test(file)));`;
  const args = ['--require', preload, '-e', script];
  const out = execFileSync(process.execPath, args, { cwd: __dirname, env: { ...rest, ...env }, encoding: 'utf8' });
  return out.trim() === 'true';
}

test('a worker loads Cucumber without its command line, and any other process with it', () => {
  assert.equal(loadsCommandLine({ CUCUMBER_WORKER_ID: '0' }), false);
  assert.equal(loadsCommandLine({}), true);
});
