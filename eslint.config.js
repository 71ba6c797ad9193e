import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const pure = ['domain/**', 'forms/**', 'engine/**'];
const impure = [
  { name: 'process', message: 'A pure room reads no environment.' },
  { name: 'fetch', message: 'A pure room does no input or output.' },
  { name: 'setTimeout', message: 'A pure room does not wait.' },
];
const clocks = [
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'A pure room takes the time as an argument.'],
  [
    'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    'A pure room takes the time as an argument.',
  ],
  ['CallExpression[callee.object.name="Math"][callee.property.name="random"]', 'A pure room throws no dice.'],
].map(([selector, message]) => ({ selector, message }));

export default tseslint.config(
  { ignores: ['dist/', '.data/', 'node_modules/', 'coverage/', 'web/public/', 'e2e/screenshots/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Temporal's first rule: a promise nobody waits for is work that may be lost.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-undef': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // Nest reads the types of constructor parameters at run time, so they must be imported as values.
    files: ['api/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  { files: ['web/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: pure,
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-globals': ['error', ...impure], 'no-restricted-syntax': ['error', ...clocks] },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', module: 'writable', URL: 'readonly', require: 'readonly' },
    },
  },
);
