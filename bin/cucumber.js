'use strict';
// Cucumber for `qualify run`: loads itself and the session while the command does the same, and begins when it is told what
// to run. The processes that the run will start, `hub` and `participant` in its arguments, load themselves meanwhile.
const path = require('node:path');
const { codeFolder, load } = require('./load.js');

const { launchAhead } = load('support/process/launch');
const scripts = { hub: 'support/hub/main', participant: 'support/participant/reference/main' };
for (const name of process.argv.slice(2)) launchAhead(path.join(codeFolder(), scripts[name]));

load('support/session/for-command').hearCommand();
