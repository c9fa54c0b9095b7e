'use strict';
// Cucumber loads plugins as JavaScript; the session itself is TypeScript, or compiled in dist/.
const { load } = require('../../bin/load.js');

module.exports = {
  type: 'plugin',
  optionsKey: 'qualify',
  coordinator: (context) => load('support/session/coordinator').coordinator(context),
};
