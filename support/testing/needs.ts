import path from 'node:path';
import { chromiumPath, isFile, javaPath, which, type Environment } from '../process';

/** npm's own script, to be run with `process.execPath`: `npm` itself is a shell script, which Windows cannot start. */
export function npmScript(env: Environment = process.env): string | undefined {
  const beside = path.dirname(process.execPath);
  return [
    env.npm_execpath ?? '',
    path.join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    path.join(beside, 'node_modules/npm/bin/npm-cli.js'),
  ].find((file) => /npm-cli\.js$/.test(file) && isFile(file));
}

/** `script` of util-linux; that of other systems takes other options. */
function scriptPath(env: Environment): string | undefined {
  return process.platform === 'linux' ? which('script', env) : undefined;
}

const things = {
  chromium: { find: chromiumPath, text: 'no Chromium: install it, or name it in CHROMIUM_PATH' },
  java: { find: javaPath, text: 'no Java: install a JRE, or name it in JAVA_HOME' },
  openssl: { find: (env: Environment) => which('openssl', env), text: 'no openssl on the PATH' },
  npm: { find: npmScript, text: 'npm is not installed beside this node' },
  script: { find: scriptPath, text: 'no script (util-linux), which lends a terminal' },
  git: { find: (env: Environment) => which('git', env), text: 'no git on the PATH' },
};

export type Thing = keyof typeof things;

/**
 * Options of a test that cannot run everywhere: `test('…', needs('java'), …)`. Where the thing is absent the test is
 * left out by name, but with `CI=true` it runs and fails: see `mustFind`.
 */
export function needs(thing: Thing, env: Environment = process.env): { skip: string | false } {
  const missing = things[thing].find(env) === undefined;
  return { skip: missing && env.CI !== 'true' ? `left out: ${things[thing].text}` : false };
}

/** The path of what a test needs; throws with the way to get it. */
export function mustFind(thing: Thing, env: Environment = process.env): string {
  const found = things[thing].find(env);
  if (found === undefined) throw new Error(`This test needs something that is absent: ${things[thing].text}`);
  return found;
}
