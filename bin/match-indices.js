'use strict';
// Required before Cucumber, by it and its workers: it asks a package where the groups of a step's expression stand, which
// reads each expression with a parser written in JavaScript. Node can tell by itself.
const { replaceModule } = require('./replace-module.js');

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
const via = ['@cucumber/cucumber/package.json', '@cucumber/cucumber-expressions', 'regexp-match-indices'];
replaceModule(via, execWithIndices);

exports.execWithIndices = execWithIndices;
