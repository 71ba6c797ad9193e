/**
 * The arrows of docs/architecture.md: each room may import only what is named after it. Aliases and relative paths count
 * alike, since both are resolved to files. Tests may also use `dev/`, where the stand-ins of outside systems live.
 */
const arrows = {
  domain: [],
  forms: ['domain'],
  engine: ['forms', 'domain'],
  platform: ['domain', 'forms'],
  activities: ['platform', 'engine', 'forms', 'domain', 'workflows/messages.ts'],
  workflows: ['engine', 'forms', 'domain'],
  api: ['platform', 'engine', 'forms', 'domain', 'workflows/messages.ts'],
  web: ['engine', 'forms', 'domain'],
  cli: ['platform', 'engine', 'forms', 'domain', 'workflows/messages.ts', 'api'],
  dev: ['domain', 'forms', 'engine', 'platform', 'activities', 'workflows', 'api', 'cli', 'catalog'],
};
/** Rooms from which only types may be taken: the compiler removes these imports. */
const typesOnly = { workflows: ['activities'], web: ['api/contracts'] };

const rooms = Object.keys(arrows);
const pure = '^(domain|forms|engine)/';
const tests = '(\\.test\\.tsx?$|/testing/)';
const inside = (paths) =>
  `^(${paths.map((path) => (path.endsWith('.ts') ? path.replace('.', '\\.') : `${path}/`)).join('|')})`;
const room = (name, code, extra) => ({
  name: `${name}-${code ? 'code' : 'tests'}`,
  comment: `${name}/ may import only: ${[...arrows[name], ...(typesOnly[name] ?? []).map((each) => `types of ${each}`)].join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^${name}/`, ...(code ? { pathNot: tests } : { path: `^${name}/.*${tests}` }) },
  to: { path: inside([...rooms, 'catalog', 'e2e', 'bench']), pathNot: inside([name, ...arrows[name], ...extra]) },
});

const typeRule = (name) => ({
  name: `${name}-types-only`,
  comment: `${name}/ may take only types of ${typesOnly[name].join(', ')}`,
  severity: 'error',
  from: { path: `^${name}/`, pathNot: tests },
  to: { path: inside(typesOnly[name]), dependencyTypesNot: ['type-only'] },
});

module.exports = {
  forbidden: [
    ...rooms.map((name) => room(name, true, typesOnly[name] ?? [])),
    // A test of a room may set the stage with what stands behind it.
    ...rooms
      .filter((name) => !['domain', 'forms', 'engine', 'dev'].includes(name))
      .map((name) => room(name, false, ['dev', 'platform', 'activities', 'workflows', 'api/contracts'])),
    ...['domain', 'forms', 'engine'].map((name) => room(name, false, ['dev'])),
    ...Object.keys(typesOnly).map(typeRule),
    {
      name: 'domain-no-package',
      comment: 'domain/ imports nothing, not even a package',
      severity: 'error',
      from: { path: '^domain/', pathNot: tests },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'core'] },
    },
    {
      name: 'pure-no-input-output',
      comment: 'domain/, forms/ and engine/ do no input or output: they run in browsers and inside workflows',
      severity: 'error',
      from: { path: pure, pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workflows-deterministic',
      comment: 'a workflow has no files, no network, no clock of its own',
      severity: 'error',
      from: { path: '^workflows/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\.css$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
