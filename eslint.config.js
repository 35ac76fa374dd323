import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The rooms of src/, in the order data flows through them. A room imports only from itself and from rooms before it. */
const rooms = ['settings', 'aws', 'sources', 'pack', 'engines', 'evidence', 'self-test', 'report', 'store', 'publish'];

const importDirection = rooms.map((room, index) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': ['error', {
      patterns: [
        ...rooms.slice(index + 1).map((later) => ({
          group: [`../${later}/**`, `../../${later}/**`, `../../../${later}/**`],
          message: `src/${room} comes before src/${later}: data flows ${rooms.join(' → ')}.`,
        })),
        { group: ['**/run.js', '**/cli.js', '**/main.js'], message: 'Rooms do not import the doors or the pipeline.' },
      ],
    }],
  },
}));

/** evidence/ and report/ (but for report/pdf/) are pure: time, identity and text are handed in. */
const pure = {
  files: ['src/evidence/**/*.ts', 'src/report/**/*.ts'],
  ignores: ['src/report/pdf/**'],
  rules: {
    'no-restricted-globals': ['error', { name: 'process', message: 'Pure room: hand it in.' }, { name: 'fetch', message: 'Pure room: no network.' }],
    'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'Pure room: the clock is handed in.' }],
    'no-restricted-syntax': ['error',
      { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Pure room: the clock is handed in.' },
      { selector: 'ImportDeclaration[source.value=/^node:(fs|http|https|net|child_process|os|process|worker_threads)/]', message: 'Pure room: no disk, network or environment.' },
    ],
  },
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'demo-output/', 'bench-output/', 'docs/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['src/**/*.ts', '__tests__/**/*.ts'] })),
  { files: ['src/**/*.ts', '__tests__/**/*.ts'], languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  ...importDirection,
  pure,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', module: 'readonly', URL: 'readonly', Buffer: 'readonly', performance: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', fetch: 'readonly', AbortSignal: 'readonly' } },
  },
);
