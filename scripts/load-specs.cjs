// Loads every test file named in the arguments into this one process; node:test runs what they register.
const path = require('node:path');
const { test } = require('node:test');

for (const file of process.argv.slice(2)) {
  try {
    require(path.resolve(file));
  } catch (error) {
    // One file that cannot be loaded must not hide the results of the others.
    test(`${file} can be loaded`, () => {
      throw error;
    });
  }
}
