import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { allure2, allure3, javaIsThere, type AllureTool } from './allure-tools';
import { allureFolders } from './allure-results';
import { readBulkyPage, wholePage } from './bulky-page';
import { remoteNames } from './remote-names';
import { withoutRemote } from './remote-strip';
import { plain } from './text';
import { writeWhole } from './write-whole';

export type AllureOutcome = { file: string; problem?: undefined } | { file: null; problem: string };

/**
 * Makes `allure-report/index.html`, one file that loads nothing, from `allure-results/`: by Allure 2 where there is
 * Java, else by Allure 3. A report that cannot be made is told, not thrown: the verdicts stand without it.
 */
export async function generateAllureReport(
  folder: string,
  title: string,
  options: { tool?: AllureTool; limitMs?: number } = {},
): Promise<AllureOutcome> {
  const { results, report } = allureFolders(folder);
  await rm(report, { recursive: true, force: true });
  try {
    const tool = options.tool ?? ((await javaIsThere()) ? allure2() : allure3());
    const problem = await generate(tool, tool.args(results, report, title), options.limitMs ?? 180_000);
    if (problem) return await without(report, `${tool.name}: ${problem}`);
    const file = path.join(report, 'index.html');
    const page = await readBulkyPage(file);
    const text = withoutRemote(page.text);
    const names = remoteNames(text);
    if (names.length > 0) return await without(report, `${tool.name}: the page would load ${names.join(', ')}`);
    await writeWhole(file, wholePage(file, { ...page, text }));
    return { file };
  } catch (error) {
    return without(report, (error as Error).message);
  }
}

async function without(report: string, problem: string): Promise<AllureOutcome> {
  await rm(report, { recursive: true, force: true });
  return { file: null, problem };
}

/** Runs the tool; resolves with what went wrong, if anything did. */
function generate(tool: AllureTool, args: string[], limitMs: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(tool.program, args, {
      env: { ...process.env, ...tool.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
      windowsHide: true,
    });
    const keep = (chunk: Buffer) => (said = (said + chunk.toString('utf8')).slice(-2000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(undefined);
      const end = signal ? `stopped after ${limitMs / 1000} s` : `ended with code ${code}`;
      resolve(`${end}: ${plain(said).trim()}`);
    });
  });
}
