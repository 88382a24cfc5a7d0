import tseslint from 'typescript-eslint'
import { layersRule } from './scripts/lint/layers.mjs'

/** What only a browser or Node has, and what makes a result depend on when or where it was made. */
const OUTSIDE_CORE = [
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'self', 'HTMLElement'],
  ...['requestAnimationFrame', 'requestIdleCallback', 'Worker', 'OffscreenCanvas', 'Path2D'],
  ...['process', 'Buffer', 'require', '__dirname', '__filename', 'global', 'console'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'crypto', 'performance'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
]

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', 'coverage/', 'resources/'] },
  {
    files: ['**/*.{ts,mts,tsx,mjs}'],
    plugins: { banxin: { rules: { layers: layersRule } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parser: tseslint.parser },
    rules: {
      'banxin/layers': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'max-lines': ['error', { max: 300, skipComments: true }],
      'prefer-const': 'error',
      'no-var': 'error',
    },
  },
  {
    files: ['**/*.{ts,mts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...OUTSIDE_CORE.map((name) => ({ name, message: 'core is pure: pass it in.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'core is pure: pass a seeded source in.' },
        { object: 'Date', property: 'now', message: 'core has no clock: pass the date in.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'core has no clock: pass the date in.',
        },
      ],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo)$/]',
          message: 'Every test runs; one that needs something absent says so with skipIf.',
        },
        {
          selector:
            'MemberExpression[object.name="vi"][property.name=/^(mock|doMock|hoisted|resetModules)$/]',
          message: 'Files of one worker share their modules: spy, and restore at the end.',
        },
      ],
    },
  },
  { files: ['scripts/**', 'tests/bench/**'], rules: { 'no-console': 'off' } },
)
