/** The suffix of a test says what it needs: `.test` nothing, `.db.test` Postgres, `.flow.test` Temporal, `.jobs.test` queues. */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        experimental: { keepImportAttributes: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      },
      module: { type: 'es6' },
    },
  ],
};
const rooms = [
  'domain',
  'forms',
  'engine',
  'platform',
  'activities',
  'workflows',
  'api',
  'cli',
  'dev',
  'bench',
  'catalog',
  'docs',
];
const base = {
  transform,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};
const pattern = (rooms, suffix) => rooms.map((room) => `<rootDir>/${room}/**/*${suffix}.test.ts`);
export default {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: pattern([...rooms, 'web'], ''),
      testPathIgnorePatterns: ['\\.(db|flow|jobs)\\.test\\.ts$', '/node_modules/'],
    },
    {
      ...base,
      displayName: 'services',
      testMatch: [...pattern(rooms, '.db'), ...pattern(rooms, '.flow'), ...pattern(rooms, '.jobs')],
      globalSetup: '<rootDir>/dev/testing/start-services.ts',
      globalTeardown: '<rootDir>/dev/testing/stop-services.ts',
    },
    {
      ...base,
      displayName: 'screens',
      testEnvironment: '<rootDir>/web/testing/environment.ts',
      testMatch: ['<rootDir>/web/**/*.test.tsx'],
      moduleNameMapper: {
        '\\.css$': '<rootDir>/web/testing/style-stub.js',
        '^@rjsf/validator-ajv8$': '<rootDir>/web/testing/no-validator.js',
      },
    },
  ],
};
