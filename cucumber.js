'use strict';
const path = require('node:path');
const { codeFolder } = require('./bin/load.js');

const code = path.relative(__dirname, codeFolder());
const built = code === 'dist';
const steps = {
  // Workers begin without what this process has loaded.
  requireModule: [path.join(__dirname, 'bin/load.js')],
  require: built
    ? ['dist/support/world/index.js', 'dist/steps/**/*.steps.js']
    : ['support/world/index.ts', 'steps/**/*.steps.ts'],
};
const run = { ...steps, plugin: [built ? './dist/support/session/plugin.js' : './support/session/plugin.js'] };

module.exports = {
  default: run,
  // PIT on the bundled reference supplier: npx cucumber-js -p pit
  pit: { ...run, pluginOptions: { qualify: { stage: 'PIT' } } },
  // Finds undefined and ambiguous steps without running any.
  dry: { ...steps, dryRun: true },
};
