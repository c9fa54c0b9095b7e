// Who may import whom. `errors` may be imported by all; what is not listed imports nothing of ours.
const mayImport = {
  errors: [],
  catalogue: [],
  requirements: ['catalogue'],
  wire: [],
  ledger: [],
  process: [],
  tables: [],
  checks: ['catalogue', 'wire', 'ledger'],
  market: ['catalogue'],
  dip: ['catalogue', 'wire', 'ledger'],
  participant: ['catalogue', 'wire', 'market', 'process'],
  stage: ['catalogue', 'participant', 'tables'],
  doctor: ['stage', 'participant', 'wire', 'catalogue', 'market', 'process'],
  control: ['catalogue', 'ledger'],
  hub: ['control', 'dip', 'market', 'checks', 'stage', 'wire', 'ledger', 'catalogue', 'process'],
  conversation: ['catalogue', 'ledger', 'checks'],
  session: ['control', 'stage', 'participant', 'verdict', 'process', 'market', 'ledger', 'wire', 'catalogue', 'doctor'],
  world: ['session', 'control', 'conversation', 'stage', 'participant', 'verdict', 'market', 'ledger', 'catalogue'],
  // The ledger's own schemas and types stand in the verdicts file.
  verdict: ['checks', 'ledger'],
  evidence: ['verdict', 'conversation', 'ledger', 'catalogue', 'wire', 'requirements', 'tables'],
};
const allButWorld = Object.keys(mayImport).filter((folder) => folder !== 'world');
const folders = { ...mayImport, cli: allButWorld };

// A `.fixture.ts` beside tests is what several of them share.
const tests = '\\.(spec|e2e|fixture)\\.ts$';
const doors = '^support/[^/]+/index\\.ts$';
const below = (names) => `^support/(${names.join('|')})/`;

const folderRules = Object.entries(folders).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  comment: `support/${folder} may import ${[...allowed, 'errors'].join(', ')} and nothing else of ours.`,
  severity: 'error',
  from: { path: below([folder]), pathNot: tests },
  to: { path: '^(support|steps|scripts|bench)/', pathNot: below([folder, 'errors', 'testing', ...allowed]) },
}));

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    ...folderRules,
    rule(
      'known-folder',
      'Every folder of support/ stands in the table of .dependency-cruiser.cjs.',
      { path: '^support/', pathNot: below([...Object.keys(folders), 'testing']) },
      { path: '^support/' },
    ),
    rule(
      'door',
      "A folder's index.ts is its only door.",
      { path: '^support/([^/]+)/' },
      { path: '^support/', pathNot: ['^support/$1/', doors] },
    ),
    rule(
      'door-from-outside',
      "A folder's index.ts is its only door.",
      { path: '^(steps|scripts|bench)/' },
      { path: '^support/', pathNot: doors },
    ),
    rule(
      'steps-import-world',
      'A step body is one call on the World; Given, When and Then come from world, too.',
      { path: '^steps/', pathNot: tests },
      { pathNot: '^support/world/index\\.ts$' },
    ),
    rule('cli-is-the-top', 'Nothing imports cli.', { pathNot: '^support/cli/' }, { path: '^support/cli/' }),
    rule(
      'steps-are-loaded',
      'Cucumber loads the steps; nothing imports them.',
      { pathNot: '^steps/' },
      { path: '^steps/' },
    ),
    rule(
      'cucumber-in-world-and-session',
      'Only world and session know Cucumber.',
      { path: '^(support|bench)/', pathNot: ['^support/(world|session)/', tests] },
      { path: 'node_modules/@cucumber/cucumber/' },
    ),
    rule(
      'testing-in-tests',
      'Only tests import support/testing.',
      { pathNot: [tests, '^support/testing/'] },
      { path: '^support/testing/' },
    ),
    rule('tests-stay-apart', 'Nothing imports a test.', { pathNot: tests }, { path: tests }),
    rule(
      'heavy-things-late',
      'Loaded inside a function: every worker pays for what a door pulls in.',
      { path: '^support/', pathNot: tests },
      {
        path: 'node_modules/(playwright|playwright-core|allure|typescript)/',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'no-circle',
      'Modules that import one another cannot be read one by one.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('resolvable', 'The module is not there.', {}, { couldNotResolve: true }),
    rule(
      'no-development-package',
      'A package that the product needs belongs to `dependencies`.',
      { path: '^(support|steps)/', pathNot: [tests, '^support/testing/'] },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types', 'import'],
    },
  },
};
