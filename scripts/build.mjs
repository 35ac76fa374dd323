/** Bundles the Action and the command line into dist/. Byte-identical wherever it is built; CI compares it with what is committed. */
import { rm } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** `node scripts/build.mjs --outdir <folder>` builds elsewhere, for tests: a folder inside the clone, since templates and queries are found from there. */
const given = process.argv[process.argv.indexOf('--outdir') + 1];
const outdir = process.argv.includes('--outdir') && given !== undefined ? (isAbsolute(given) ? given : join(process.cwd(), given)) : join(root, 'dist');

/** Puppeteer's second way to speak to a browser, WebDriver BiDi, is loaded when asked for, and is not asked for: 0.7 MB less. */
const withoutBidi = {
  name: 'without-bidi',
  setup: ({ onLoad }) => onLoad({ filter: /puppeteer-core\/lib\/.*\/bidi\/bidi\.js$/ }, () => ({ contents: 'export {};' })),
};

await rm(outdir, { recursive: true, force: true });

await build({
  absWorkingDir: root,
  // Both doors, and what either loads when it comes to that, in chunks they share.
  entryPoints: { index: 'src/main.ts', cli: 'src/cli.ts' },
  outdir,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // DuckDB's native part cannot be bundled: see src/engines/duckdb/native/.
  alias: { '@duckdb/node-bindings': './src/engines/duckdb/native/bundled-bindings.cjs' },
  // Some bundled packages are CommonJS and call require.
  plugins: [withoutBidi],
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
  legalComments: 'none',
  logLevel: 'warning',
});
