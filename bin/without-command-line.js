'use strict';
// Required before a worker of Cucumber: the package comes with its whole command line, a sixth of what a worker loads, for
// which it has no use.
const { replaceModule } = require('./replace-module.js');

if (process.env.CUCUMBER_WORKER_ID !== undefined) {
  const commandLine = class {
    constructor() {
      throw new Error('A worker has no command line.');
    }
  };
  replaceModule(['@cucumber/cucumber/package.json', './lib/cli/index.js'], { __esModule: true, default: commandLine });
}
