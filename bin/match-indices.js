'use strict';
// Required before Cucumber, by it and its workers: it asks a package where the groups of a step's expression stand, which
// reads each expression with a parser written in JavaScript. Node can tell by itself.
const { createRequire } = require('node:module');

/** With the flag `d`, by the expression without. */
const measuring = new WeakMap();

function execWithIndices(regexp, text) {
  let own = measuring.get(regexp);
  if (!own) measuring.set(regexp, (own = regexp.hasIndices ? regexp : new RegExp(regexp.source, `${regexp.flags}d`)));
  own.lastIndex = regexp.lastIndex;
  const match = own.exec(text);
  regexp.lastIndex = own.lastIndex;
  return match;
}

// As our own dependency is found, its dependencies are.
const via = ['@cucumber/cucumber/package.json', '@cucumber/cucumber-expressions'];
try {
  const from = via.reduce((file, name) => createRequire(file).resolve(name), module.filename);
  const file = createRequire(from).resolve('regexp-match-indices');
  require.cache[file] = Object.assign(new module.constructor(file, module), {
    filename: file,
    paths: module.paths,
    loaded: true,
    exports: execWithIndices,
  });
} catch {
  // A Cucumber without that package.
}

exports.execWithIndices = execWithIndices;
