/** Bundles the command line into dist/. Byte-identical wherever it is built; CI compares it with what is committed. */
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });

await build({
  entryPoints: ['src/cli.ts'],
  outdir: 'dist',
  // Reports and the browser's driver are loaded when there is something to print.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // DuckDB's native library cannot be bundled; it is found in node_modules.
  external: ['@duckdb/node-bindings'],
  // Some bundled packages are CommonJS and call require.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
  legalComments: 'none',
  logLevel: 'warning',
});
