// Lints features/: `--json` for machines, `--top DIR` for another project folder.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { formatFinding } from './feature-lint/finding';
import { lintFeatures } from './feature-lint/lint';
import { root } from './lib/process';

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' }, top: { type: 'string' } } });
  const result = await lintFeatures(path.resolve(values.top ?? root));
  const counts = `${result.files} feature files, ${result.scenarios} scenarios, ${result.findings.length} findings`;
  if (values.json) console.log(JSON.stringify({ schema: 1, ...result }, null, 2));
  else console.log([...result.findings.map(formatFinding), counts].join('\n'));
  return result.findings.length ? 1 : 0;
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
