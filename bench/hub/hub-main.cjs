'use strict';
// The hub as it is, which also tells what it uses when it is asked: memory after collecting garbage, or time on a core.
process.on('message', (what) => {
  // Collecting garbage drops compiled code, too: only who asks for memory pays for that.
  if (what === 'memory') for (let i = 0; i < 3; i++) globalThis.gc?.();
  process.send({ memory: process.memoryUsage(), cpu: process.cpuUsage() });
});
require('../../bin/load').load('support/hub/main');
