/** Bundles the Action and the command line into dist/. Byte-identical wherever it is built; CI compares it with what is committed. */
import { rm } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

/** Both bundles are made so. */
const bundled = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // Some bundled packages are CommonJS and call require.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  legalComments: 'none',
  logLevel: 'warning',
};

/** What src/pack/checked-files.ts holds in dist/: the headers of queries/ and the frameworks, as the very code that is bundled reads and checks them. Wrong ones stop the build. */
const withCheckedFiles = {
  name: 'with-checked-files',
  setup: ({ onLoad }) => onLoad({ filter: /src\/pack\/checked-files\.ts$/ }, async () => {
    const outfile = join(outdir, 'load-pack.mjs');
    await build({ ...bundled, stdin: { contents: `export * from './src/pack/load-queries.ts'; export * from './src/pack/load-frameworks.ts';`, resolveDir: root }, outfile });
    const { frameworkNames, loadFrameworks, loadQueries } = await import(pathToFileURL(outfile).href);
    await rm(outfile);
    const folder = join(root, 'frameworks');
    const queries = await loadQueries(join(root, 'queries'));
    const frameworks = await loadFrameworks(await frameworkNames(folder), new Set(queries.map(({ id }) => id)), folder);
    return {
      contents: [
        `export const CHECKED_HEADERS = ${bySha256(queries, ['sql', 'text', 'sha256', 'path', 'own'])};`,
        `export const CHECKED_FRAMEWORKS = ${bySha256(frameworks, ['name', 'sha256', 'own'])};`,
      ].join('\n'),
    };
  }),
};

/** Things that were read from files, by the hash of these, without what the run takes from the file itself. */
function bySha256(things, taken) {
  const kept = (thing) => Object.fromEntries(Object.entries(thing).filter(([name]) => !taken.includes(name)));
  return `JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(things.map((thing) => [thing.sha256, kept(thing)]))))})`;
}

await rm(outdir, { recursive: true, force: true });

await build({
  ...bundled,
  // Both doors, and what either loads when it comes to that, in chunks they share.
  entryPoints: { index: 'src/main.ts', cli: 'src/cli.ts' },
  outdir,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  // DuckDB's native part cannot be bundled: see src/engines/duckdb/native/.
  alias: { '@duckdb/node-bindings': './src/engines/duckdb/native/bundled-bindings.cjs' },
  plugins: [withoutBidi, withCheckedFiles],
  define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
});
