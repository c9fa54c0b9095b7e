import { resolve } from 'node:path';
import type { Command } from 'commander';
import { writeEvidence } from '../evidence';
import type { Done } from './lazily';
import { print, say } from './output';

/** `qualify report`: the evidence of a run, written again from its files. */
export function reportCommand(command: Command, done: Done): void {
  command.argument('<run>', 'folder of the run').action(async (folder: string) => {
    const { summary, allure, allureProblem } = await writeEvidence(resolve(folder), { onProgress: say });
    if (allureProblem) say(`No Allure report: ${allureProblem}`);
    print(summary);
    if (allure) print(allure);
    done(0);
  });
}
