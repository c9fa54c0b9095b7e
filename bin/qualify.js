#!/usr/bin/env node
'use strict';
const { load } = require('./load.js');

// Whoever reads our output may stop reading, as `head` does: that is no error.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

load('support/cli/main')
  .main(process.argv)
  .then(
    (code) => {
      process.exitCode = code;
    },
    (error) => {
      console.error(error);
      process.exitCode = 3;
    },
  );
