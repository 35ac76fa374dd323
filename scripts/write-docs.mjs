/** Writes the generated parts of action.yml, README.md and docs/: inputs, catalogue, lists. A test compares them with what stands there. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');
/** Inside the product's folder, so that the bundled code finds queries/ and frameworks/ as it does from src/. */
const folder = path.join(root, 'node_modules', '.cache', 'write-docs');

/** The TypeScript that renders the pages and loads what they tell of, as one module that Node can import. */
async function product() {
  const file = path.join(folder, `${process.pid}.mjs`);
  await mkdir(folder, { recursive: true });
  await build({
    stdin: {
      contents: `
        export { actionFile, PAGES } from './src/terminal/documentation.ts';
        export { loadQueries } from './src/pack/load-queries.ts';
        export { frameworkNames, loadFrameworks } from './src/pack/load-frameworks.ts';`,
      resolveDir: root,
    },
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
    define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
    logLevel: 'warning',
  });
  return import(pathToFileURL(file).href);
}

async function rewrite(page, render) {
  const place = path.join(root, page);
  const found = await readFile(place, 'utf8');
  const written = render(found);
  if (written !== found) await writeFile(place, written);
  console.log(`${page}: ${written === found ? 'is current' : 'written'}`);
  return written;
}

try {
  const { actionFile, PAGES, loadQueries, frameworkNames, loadFrameworks } = await product();
  const queries = await loadQueries();
  const frameworks = await loadFrameworks(await frameworkNames(), new Set(queries.map(({ id }) => id)));
  const action = await rewrite('action.yml', actionFile);
  for (const [page, render] of Object.entries(PAGES)) await rewrite(page, (found) => render(found, { queries, frameworks, action }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
