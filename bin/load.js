'use strict';
// Loads one of our modules: from dist/ when that is newer than the sources, or when there are none (an installed
// package); else from the sources.
const { existsSync, readdirSync, statSync } = require('node:fs');
const path = require('node:path');

// This file also stands in dist/bin/.
const home = ['..', '../..'].map((up) => path.resolve(__dirname, up)).find((dir) => existsSync(`${dir}/package.json`));

/** The newest change below a folder, in ms. Folders count too: a file that was removed leaves no date of its own. */
function newest(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return Math.max(latest, newest(full));
    return /\.(spec|e2e|fixture)\.ts$/.test(entry.name) ? latest : Math.max(latest, statSync(full).mtimeMs);
  }, statSync(folder).mtimeMs);
}

function buildIsCurrent() {
  if (!existsSync(path.join(home, 'support'))) return true;
  const stamp = path.join(home, 'dist/.built');
  if (!existsSync(stamp)) return false;
  const changes = [newest(path.join(home, 'support')), newest(path.join(home, 'steps'))];
  return Math.max(...changes, statSync(path.join(home, 'package.json')).mtimeMs) < statSync(stamp).mtimeMs;
}

function chooseFolder() {
  const compiled = path.join(home, 'dist');
  // Whatever process of ours started this one has looked already.
  const chosen = process.env.QUALIFY_CODE;
  const isCompiled = [compiled, home].includes(chosen) ? chosen === compiled : buildIsCurrent();
  process.env.QUALIFY_CODE = isCompiled ? compiled : home;
  if (isCompiled) return compiled;
  // In the environment, so that the processes we start read the same settings from any folder.
  process.env.TS_NODE_PROJECT = path.join(home, 'tsconfig.json');
  if (!process[Symbol.for('ts-node.register.instance')]) require('ts-node').register({ cwd: home });
  return home;
}

// At once: Cucumber's workers only require this file, to be able to load the steps.
const folder = chooseFolder();

/** Where the code of this process lies: the package, or its dist/. One process runs either, never both. */
exports.codeFolder = () => folder;

/** `load('support/cli/main')`. */
exports.load = (name) => require(path.join(folder, name));
