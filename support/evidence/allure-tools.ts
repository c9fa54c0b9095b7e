import { spawn } from 'node:child_process';
import path from 'node:path';

/** A generator of Allure reports: a program with its arguments. No shell is involved, so Windows needs no quoting. */
export interface AllureTool {
  name: 'allure 2' | 'allure 3';
  program: string;
  args(results: string, report: string, title: string): string[];
  env: Record<string, string>;
}

const packageFolder = (name: string) => path.dirname(require.resolve(`${name}/package.json`));

/** Allure 2, run by Java straight from its jars: its start scripts need a shell and an executable bit. */
export function allure2(): AllureTool {
  const home = path.join(packageFolder('allure-commandline'), 'dist');
  const classpath = [path.join(home, 'lib', '*'), path.join(home, 'lib', 'config')].join(path.delimiter);
  return {
    name: 'allure 2',
    program: javaProgram(),
    args: (results, report, title) => {
      const generate = ['generate', '--single-file', '--clean', '--name', title, '--output', report, results];
      // On a machine of many cores the usual collector takes a third more memory, and more time, for one short job.
      return ['-XX:+UseSerialGC', '-classpath', classpath, 'io.qameta.allure.CommandLine', ...generate];
    },
    env: { APP_HOME: home, ALLURE_NO_ANALYTICS: 'true' },
  };
}

/** Allure 3, run by this Node. */
export function allure3(): AllureTool {
  // Its package.json is not exported, its entry point is.
  const cli = path.join(path.dirname(require.resolve('allure')), '..', 'cli.js');
  return {
    name: 'allure 3',
    program: process.execPath,
    args: (results, report, title) => {
      return [
        cli,
        'awesome',
        '--single-file',
        '--report-name',
        title,
        '--output',
        report,
        '--cwd',
        path.dirname(results),
        results,
      ];
    },
    env: { ALLURE_NO_ANALYTICS: 'true' },
  };
}

let java: Promise<boolean> | undefined;

/** Whether Java answers; asked once per process. */
export function javaIsThere(): Promise<boolean> {
  java ??= new Promise((resolve) => {
    const child = spawn(javaProgram(), ['-version'], { stdio: 'ignore', timeout: 15_000, windowsHide: true });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
  return java;
}

function javaProgram(): string {
  const home = process.env['JAVA_HOME'];
  return home ? path.join(home, 'bin', process.platform === 'win32' ? 'java.exe' : 'java') : 'java';
}
