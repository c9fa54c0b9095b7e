'use strict';
// Cucumber for `qualify run`: loads itself and the session while the command still checks what it was asked for, and begins
// when it is told its arguments.
const path = require('node:path');
const { load } = require('./load.js');

const cucumber = path.dirname(require.resolve('@cucumber/cucumber/package.json'));
// Called by its path: a command of that name on the PATH may be another version.
const command = path.join(cucumber, 'bin/cucumber.js');

// The command may be gone, or refuse the run, before there is one.
const dismissed = () => process.exit();
process.once('disconnect', dismissed);
process.once('message', ({ begin }) => {
  process.off('disconnect', dismissed);
  process.argv = [process.execPath, command, ...begin];
  require(command);
});

require(path.join(cucumber, 'lib/cli/run.js'));
load('support/session/coordinator');
