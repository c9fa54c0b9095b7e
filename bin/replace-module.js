'use strict';
const { createRequire } = require('node:module');

/** Lets `exports` stand for the last module of `via`, each a dependency of the one before. Where there is none, nothing happens. */
exports.replaceModule = (via, exports) => {
  try {
    const file = via.reduce((from, name) => createRequire(from).resolve(name), module.filename);
    const own = new module.constructor(file, module);
    require.cache[file] = Object.assign(own, { filename: file, paths: module.paths, loaded: true, exports });
  } catch {
    // Another version of the packages.
  }
};
