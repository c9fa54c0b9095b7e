// npm test: the unit tests in one process, once more under another time zone, then each end-to-end file by itself.
import { addCounts, formatCounts } from './lib/counts';
import { findFiles, runTests } from './lib/test-run';

const folders = ['support', 'steps', 'scripts', 'bench'];
const otherZone = 'America/New_York';
const options = ['--unit', '--e2e'];

async function main(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg.startsWith('-') && !options.includes(arg));
  if (unknown) return refuse(`Unknown option ${unknown}. Known: ${options.join(', ')}, and parts of file names.`);
  const patterns = args.filter((arg) => !arg.startsWith('-'));
  const wants = (option: string) => args.includes(option) || !options.some((other) => args.includes(other));
  const specs = wants('--unit') ? findFiles(folders, '.spec.ts', patterns) : [];
  const ends = wants('--e2e') ? findFiles(folders, '.e2e.ts', patterns) : [];
  if (!specs.length && (!ends.length || (wants('--unit') && !patterns.length))) {
    return refuse(`Found no test files under ${folders.join(', ')} ${patterns.join(' ')}`);
  }

  const unit = `unit tests, ${specs.length} files`;
  const groups: { title: string; files: string[]; env?: Record<string, string> }[] = [
    { title: unit, files: specs },
    { title: `${unit}, again with TZ=${otherZone}`, files: specs, env: { TZ: otherZone } },
    ...ends.map((file) => ({ title: file, files: [file] })),
  ];
  const results = [];
  for (const { title, files, env } of groups.filter((group) => group.files.length)) {
    console.log(`\n== ${title}`);
    results.push({ title, ...(await runTests(files, { env })) });
  }

  console.log(`\n== all ${results.length} groups\n${formatCounts(addCounts(results.map((result) => result.counts)))}`);
  const failed = results.filter((result) => !result.ok);
  for (const { title, counts } of failed) console.log(`failed: ${title}${counts.tests ? '' : ' (it ran no test)'}`);
  return failed.length ? 1 : 0;
}

function refuse(text: string): number {
  console.error(text);
  return 1;
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
