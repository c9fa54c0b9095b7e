import type { Command } from 'commander';
import { coverageOf, type Coverage, type CoverageInput } from '../evidence';
import { coverageInput, runFolderOf } from './coverage-input';
import { sectionLines, sectionMarkdown } from './coverage-print';
import { sectionsOf } from './coverage-sections';
import type { Done } from './lazily';
import { print } from './output';
import { fitted, printed as pc } from './terminal';

const examples = `
Examples:
  qualify coverage                                   the last run, reports/latest.txt
  qualify coverage 20270210-100000-PIT-a1b2          a run by its name, or by its folder
  qualify coverage --process BP001 --role SUP        what was shown of one process, in one role
  qualify coverage --json                            every fact, with the scenarios that prove it`;

interface Flags {
  role?: string[];
  process?: string[];
  all?: boolean;
  json?: boolean;
  markdown?: boolean;
}

/** `qualify coverage`: what a run exchanged and proved, and what not. It reports: exit code 0 whatever it shows. */
export function coverageCommand(command: Command, done: Done): void {
  command
    .argument('[run]', 'folder or name of the run; without: the last one')
    .option('--role <role...>', 'roles of the participant, such as SUP')
    .option('--process <process...>', 'business processes, such as BP001, or DIP')
    .option('--all', 'list also messages that the roles neither send nor receive')
    .option('--json', 'print JSON')
    .option('--markdown', 'print Markdown')
    .addHelpText('after', examples)
    .action(async (run: string | undefined, flags: Flags) => {
      const only = { roles: flags.role ?? [], processes: flags.process ?? [] };
      const input = await coverageInput(runFolderOf(run, process.cwd()), only);
      const coverage = coverageOf(input);
      const all = flags.all ?? false;
      if (flags.json) print(JSON.stringify(asJson(input, coverage, all), null, 2));
      else print((flags.markdown ? asMarkdown : asText)(input, coverage, all).join('\n'));
      done(0);
    });
}

function headline({ run: { verdicts }, only }: CoverageInput, { roles }: Coverage): string {
  const { run, participant, stage, release } = verdicts;
  const narrowed = only.processes.length > 0 ? `; ${only.processes.join(', ')} only` : '';
  return fitted(`${run}: ${participant.name} as ${roles.join(', ')}, ${stage}, release ${release}${narrowed}`);
}

function asText(input: CoverageInput, coverage: Coverage, all: boolean): string[] {
  return [
    `${pc.bold('Coverage of')} ${headline(input, coverage)}`,
    ...coverage.notices.map((notice) => pc.yellow(`! ${fitted(notice)}`)),
    ...sectionsOf(coverage, all).flatMap(sectionLines),
  ];
}

function asMarkdown(input: CoverageInput, coverage: Coverage, all: boolean): string[] {
  return [
    `# Coverage of ${headline(input, coverage)}`,
    ...coverage.notices.flatMap((notice) => ['', `> ${fitted(notice)}`]),
    ...sectionsOf(coverage, all).flatMap(sectionMarkdown),
  ];
}

function asJson({ run: { verdicts, ledgerProblem }, only }: CoverageInput, coverage: Coverage, all: boolean): object {
  const { run, stage, release, participant, partial } = verdicts;
  const { outOfScope, ...rest } = coverage;
  return {
    ...{ schema: 1, run, stage, release, participant, partial },
    ledger: { intact: ledgerProblem === undefined, problem: ledgerProblem ?? null },
    only,
    ...rest,
    ...(all ? { outOfScope } : {}),
  };
}
