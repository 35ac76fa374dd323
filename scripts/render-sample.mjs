// Renders sample reports for human eyes: node scripts/render-sample.mjs <folder> [framework…]
// The data are made up (__tests__/report/sample-input.ts); queries, frameworks and templates are the real ones.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [folder = 'demo-output/sample', ...names] = process.argv.slice(2);
const root = path.resolve(import.meta.dirname, '..');
const bundle = path.join(root, 'node_modules', '.cache', 'render-sample.mjs');
const entry = `
  export { sampleInput } from './__tests__/report/sample-input.ts';
  export { loadQueries } from './src/pack/load-queries.ts';
  export { loadFrameworks } from './src/pack/load-frameworks.ts';
  export { readTemplateFiles } from './src/store/template-files.ts';
  export { compileTemplates } from './src/report/templates.ts';
  export { buildReport } from './src/report/view.ts';
  export { findChrome } from './src/report/pdf/find-chrome.ts';
  export { openPrinter } from './src/report/pdf/print-pdf.ts';
`;
await build({ stdin: { contents: entry, resolveDir: root, loader: 'ts' }, bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile: bundle, logLevel: 'error' });
const product = await import(pathToFileURL(bundle).href);
await rm(bundle);

const queries = await product.loadQueries(path.join(root, 'queries'));
// A framework may name a query that is still being written.
const ids = { has: () => true };
const frameworks = await product.loadFrameworks(names.length > 0 ? names : ['soc2', 'gdpr'], ids, path.join(root, 'frameworks'));
const templates = product.compileTemplates(await product.readTemplateFiles(path.join(root, 'templates')));
await mkdir(folder, { recursive: true });
const printer = await product.openPrinter(product.findChrome(null, process.env));
try {
  for (const framework of frameworks) {
    const view = product.buildReport(product.sampleInput(framework, queries));
    const html = templates.html(view);
    await writeFile(path.join(folder, `${framework.name}.md`), templates.markdown(view));
    await writeFile(path.join(folder, `${framework.name}.html`), html);
    const began = performance.now();
    const pdf = await printer.print(html, { instant: view.generatedAt });
    await writeFile(path.join(folder, `${framework.name}.pdf`), pdf);
    console.log(`${framework.name}: HTML ${html.length} characters, PDF ${pdf.length} bytes in ${Math.round(performance.now() - began)} ms`);
  }
} finally {
  await printer.close();
}
for (const warning of printer.warnings) console.log(warning);
