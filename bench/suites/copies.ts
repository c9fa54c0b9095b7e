import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type Pickle } from '@cucumber/messages';

const source = 'features/mpan-ownership/bp001-change-of-supplier.feature';
const copied = '@MQ-BP001-010';
const perFile = 50;

/** What a project needs to run, besides its features. */
const parts = ['bin', 'dist', 'support', 'steps', 'fixtures', 'cucumber.js', 'package.json', 'tsconfig.json'];

/** Whether a project runs its build. From sources each process compiles what it loads: slower and larger. */
export async function isBuilt(home: string): Promise<boolean> {
  const program = "require('./bin/load.js').codeFolder()";
  const { stdout } = await promisify(execFile)(process.execPath, ['-p', program], { cwd: home });
  return stdout.trim().endsWith('dist');
}

/** A copy of this project, without features; it runs its build where this one does. */
export async function copyProject(root: string, home: string): Promise<void> {
  const built = await isBuilt(root);
  await mkdir(home, { recursive: true });
  for (const part of parts.filter((name) => existsSync(path.join(root, name)))) {
    await cp(path.join(root, part), path.join(home, part), { recursive: true });
  }
  await symlink(path.join(root, 'node_modules'), path.join(home, 'node_modules'), 'dir');
  // The build must be newer than every source that was copied in the same moment.
  const soon = new Date(Date.now() + 2_000);
  if (built) await utimes(path.join(home, 'dist/.built'), soon, soon);
  else await rm(path.join(home, 'dist'), { recursive: true, force: true });
  if ((await isBuilt(home)) !== built) throw new Error('the copy does not run what the project runs');
}

/** Puts a scenario of the project so many times into the features of its copy, each time with an id of its own. */
export async function writeCopies(root: string, home: string, count: number): Promise<void> {
  const newId = IdGenerator.incrementing();
  const document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(
    await readFile(path.join(root, source), 'utf8'),
  );
  const pickle = compile({ ...document, uri: source }, source, newId).find(({ tags }) =>
    tags.some(({ name }) => name === copied),
  );
  if (!pickle) throw new Error(`there is no ${copied} in ${source}`);
  const folder = path.join(home, 'features/mpan-ownership');
  await rm(path.join(home, 'features'), { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (let first = 0; first < count; first += perFile) {
    const numbers = Array.from({ length: Math.min(perFile, count - first) }, (_, index) => first + index);
    const text = ['Feature: Copies', ...numbers.flatMap((number) => copyOf(pickle, number))].join('\n');
    await writeFile(path.join(folder, `copies-${first}.feature`), `${text}\n`);
  }
}

function copyOf({ tags, steps }: Pickle, number: number): string[] {
  const others = tags.map(({ name }) => name).filter((name) => name !== copied);
  const lines = steps.flatMap(({ text, argument }) => {
    const rows = argument?.dataTable?.rows ?? [];
    return [`* ${text}`, ...rows.map(({ cells }) => `  | ${cells.map(({ value }) => value).join(' | ')} |`)];
  });
  const id = `@MQ-BP001-${String(number).padStart(3, '0')}`;
  return ['', `  ${[id, ...others].join(' ')}`, `  Scenario: Copy ${number}`, ...lines.map((line) => `    ${line}`)];
}
