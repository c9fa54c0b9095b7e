import { connect } from 'node:net';
import { z } from 'zod';
import { firstLine, startProcess } from '.';
import { launchAhead } from './launch';

// What the tests start: `ready`, `nonsense`, `silent`, `told` (or nothing), `early`, `ahead`, which only launches
// another, or `parent LOG PORT`, which starts a child of its own.
const [mode = '', logFile = '', port = ''] = process.argv.slice(2);
const say = (text: string) => process.stdout.write(`${text}\n`);

function live(): void {
  process.stdin.resume();
  process.stdin.once('end', () => process.exit(0));
}

process.stderr.write('a line for the log\n');
if (mode === 'early') process.exitCode = 7;
else if (mode === 'told' || mode === '')
  void firstLine().then(
    (said) => (live(), say(JSON.stringify({ ready: true, pid: process.pid, said: said ?? 'nothing' }))),
  );
else if (mode === 'ahead') {
  const { pid } = launchAhead(__filename.replace(/\.\w+$/, ''));
  say(JSON.stringify({ ready: true, pid }));
} else live();
if (mode === 'ready') say(JSON.stringify({ ready: true, pid: process.pid }));
if (mode === 'nonsense') say('hello');
if (mode === 'connected') connect(Number(port), '127.0.0.1', () => say('{"ready":true}'));
if (mode === 'parent') {
  const child = { name: 'The child', script: __filename.replace(/\.\w+$/, ''), args: ['connected', '', port], logFile };
  void startProcess({ ...child, ready: z.object({ ready: z.literal(true) }) }).then(() =>
    say(JSON.stringify({ ready: true, pid: process.pid })),
  );
}
