#!/usr/bin/env node
'use strict';
const { load } = require('./load.js');

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
