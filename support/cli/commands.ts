import { createRequire } from 'node:module';
import type { LazyCommand } from './lazily';

// Not by import: a command pays only for its own modules.
const load = createRequire(__filename);

/** The commands of `qualify`, in the order of its help. */
export const commands: Record<string, LazyCommand> = {
  run: {
    what: 'test a participant and write the evidence',
    load: () => (load('./run') as typeof import('./run')).runCommand,
  },
  list: {
    what: 'show the scenarios that apply',
    load: () => (load('./list') as typeof import('./list')).listCommand,
  },
  plan: {
    what: 'show what the selected scenarios need: test MPANs, triggers, people, time',
    load: () => (load('./plan') as typeof import('./plan')).planCommand,
  },
  pool: {
    what: 'show, export and forget test MPANs: which there are, and which your system must hold',
    usage: '[options] <command>',
    load: () => (load('./pool') as typeof import('./pool')).poolCommand,
  },
  doctor: {
    what: 'look for everything that can be wrong before a run; starts nothing',
    load: () => (load('./doctor') as typeof import('./doctor')).doctorCommand,
  },
  init: {
    what: 'write a commented profile of your system, with test certificates; overwrites nothing',
    load: () => (load('./init') as typeof import('./init')).initCommand,
  },
  report: {
    what: 'write summary, JUnit and Allure report of a run again; index and prune all runs',
    usage: '[options] <run> | index | prune',
    load: () => (load('./report') as typeof import('./report')).reportCommand,
  },
  coverage: {
    what: 'show what a run exchanged and proved, and what not, with the reason',
    usage: '[options] [run]',
    load: () => (load('./coverage') as typeof import('./coverage')).coverageCommand,
  },
  rttm: {
    what: 'write the traceability matrix: requirement by scenario by verdict, as XLSX and CSV',
    usage: '[options] [run|campaign]',
    load: () => (load('./rttm') as typeof import('./rttm')).rttmCommand,
  },
  completion: {
    what: 'write the test completion report of a run or campaign',
    usage: '[options] [run|campaign]',
    load: () => (load('./completion') as typeof import('./completion')).completionCommand,
  },
  campaign: {
    what: 'gather the runs of one test phase: what counts of them, and what is missing',
    usage: '[options] <command>',
    load: () => (load('./campaign') as typeof import('./campaign')).campaignCommand,
  },
  compare: {
    what: 'compare two runs or campaigns: what broke, what was mended, what else differs',
    usage: '[options] <a> <b>',
    load: () => (load('./compare') as typeof import('./compare')).compareCommand,
  },
  pack: {
    what: 'pack the evidence of a run or campaign, as a draft or a submission, signed with your own key',
    usage: '[options] [run|campaign]',
    load: () => (load('./pack') as typeof import('./pack')).packCommand,
  },
  verify: {
    what: 'verify an evidence pack, offline: what was altered, who signed, what that proves and what not',
    usage: '[options] <pack>',
    load: () => (load('./verify') as typeof import('./verify')).verifyCommand,
  },
  open: {
    what: 'look through the evidence of a run, campaign or pack in a browser, on this machine only',
    usage: '[options] [pack|run|campaign]',
    load: () => (load('./open') as typeof import('./open')).openCommand,
  },
  hub: {
    what: 'start the simulated DIP as a service that systems are pointed at',
    load: () => (load('./hub') as typeof import('./hub')).hubCommand,
  },
  participant: {
    what: 'start a reference participant at a DIP that shares the state folder',
    load: () => (load('./participant') as typeof import('./participant')).participantCommand,
  },
  prove: {
    what: 'run the reference participant with each of its faults and check that every one is found',
    load: () => (load('./prove') as typeof import('./prove')).proveCommand,
  },
  catalogue: {
    what: 'look messages up, make samples, check messages and compare releases',
    usage: '[options] <command>',
    load: () => (load('./catalogue/command') as typeof import('./catalogue/command')).catalogueCommand,
  },
};
