import type { ErrorDefinition } from './error';

export const campaignErrors = {
  SUBJECT_UNKNOWN: {
    kind: 'configuration',
    text: 'There is no run and no campaign {name}',
    cause: 'The name is misspelt, the run was removed, or it was written elsewhere with --out.',
    fix: '{hint}Name the folder of a run, a run under reports/, a campaign, or "latest" for the last run.',
  },
  CAMPAIGN_NAME_WRONG: {
    kind: 'configuration',
    text: '"{name}" cannot be the name of a campaign',
    cause:
      'The name becomes a folder: small letters, digits, dots and hyphens, at most 64, beginning with a letter or digit.',
    fix: 'Choose a name such as sit-cycle-2.',
  },
  CAMPAIGN_UNKNOWN: {
    kind: 'configuration',
    text: 'There is no campaign {name}',
    cause: 'The name is misspelt, or no run was added to it yet.',
    fix: '{hint}Make it with its first run: qualify campaign add {name} RUN',
  },
  CAMPAIGN_UNREADABLE: {
    kind: 'configuration',
    text: 'The record of the campaign cannot be trusted: {problem}',
    cause: 'campaign.ndjson was edited, cut off, or written by another version of the harness.',
    fix: 'Restore the file from a copy, or begin a new campaign and add the runs again.',
  },
  CAMPAIGN_RUN_TWICE: {
    kind: 'configuration',
    text: 'Run {run} is in campaign {name} already',
    cause: 'It was added before, perhaps under another path.',
    fix: 'Leave it out; "qualify campaign show {name}" lists the runs that are in it.',
  },
  CAMPAIGN_RUN_OTHER: {
    kind: 'configuration',
    text: 'Run {run} is of another {what}: {value}; campaign {name} is of {expected}',
    cause: 'A campaign is one test phase of one system: one participant, one stage, one release.',
    fix: 'Add the run to a campaign of its own.',
  },
  CAMPAIGN_RUN_PLACE: {
    kind: 'configuration',
    text: 'Run {run} does not lie below {reports}',
    cause: 'A campaign names its runs relative to the folder of the runs, so that the folder can be moved as a whole.',
    fix: 'Copy the whole run folder there under its name, or name its folder with --reports.',
  },
  CAMPAIGN_SCENARIO_UNKNOWN: {
    kind: 'configuration',
    text: 'No run of the campaign has the scenario {scenario}',
    cause: 'The id is misspelt, or the scenario was never run.',
    fix: '{hint}"qualify campaign show {name}" lists what was run.',
  },
  CAMPAIGN_RATIONALE_HALF: {
    kind: 'configuration',
    text: '{given} needs {missing}',
    cause: 'Results of an earlier build count only by a reason that somebody answers for.',
    fix: 'Give both: --rationale "why they still hold" --by "name of the person". --scenario limits it to those scenarios.',
  },
  CAMPAIGN_EMPTY: {
    kind: 'configuration',
    text: 'Of campaign {name} no run can be read: {problem}',
    cause: 'Its run folders were removed, or changed since they were added.',
    fix: 'Bring the run folders back as they were, or begin a new campaign.',
  },
  RUN_FROM_CAMPAIGN: {
    kind: 'configuration',
    text: '--from takes one run, and this is a campaign',
    cause: 'The runs of a campaign may have had several selections.',
    fix: 'Name one of its runs; "qualify campaign show NAME" lists them.',
  },
  RUN_FROM_AND: {
    kind: 'configuration',
    text: '{option} does not go together with --from',
    cause: 'Both say which scenarios run.',
    fix: 'Leave one of them out.',
  },
  RUN_FROM_PROFILE: {
    kind: 'configuration',
    text: 'Run {run} was of {participant}, and no profile is named',
    cause: 'Profiles are never taken from a run: they name addresses, keys and files.',
    fix: 'Name the profile of the participant with --participant FILE.',
  },
  RUN_FROM_NOTHING: {
    kind: 'configuration',
    text: 'Of run {run} no scenario is left to repeat: {count} of its scenarios are no longer in the features',
    cause: 'The run selected nothing, or another scenario set made it.',
    fix: 'Choose scenarios with --process or --scenario.',
  },
  PRUNE_FAILED: {
    kind: 'configuration',
    text: 'Run {run} could not be deleted: {problem}',
    cause: 'A file of it is open elsewhere, or the folder is not writable.',
    fix: 'Close what uses it and prune again; what was deleted before it stays noted in pruned.ndjson.',
  },
  PRUNE_RULE_WRONG: {
    kind: 'configuration',
    text: 'Say which runs to delete: --older-than 30d or --keep 50, not both',
    cause: 'Without a rule nothing is deleted, and two rules would leave it open which one holds.',
    fix: 'Give one of them. Without --yes the runs are only listed.',
  },
} satisfies Record<string, ErrorDefinition>;
